// The history of an image as build steps, and whether it is one that rules about build steps can be applied to.
import type { HistoryEntry } from "../../../shared/model/facts.ts";
import type { ProofPoint } from "../../../shared/model/finding.ts";
import type { ProvenBase } from "../../../shared/model/image.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { type BuildStep, buildStepOf } from "./build-step.ts";

export type HistoryNature =
  /** Build steps to judge; the layers that no step explains are counted. */
  | { readonly kind: "steps"; readonly steps: readonly BuildStep[]; readonly unexplained: number }
  /** The image records nothing. */
  | { readonly kind: "absent" }
  /** Made without build steps, or with layers that are no longer those of the steps; says how. */
  | { readonly kind: "without-steps"; readonly reason: Phrase; readonly steps: readonly BuildStep[] };

const tools = /\b(apko|bazel|rules_oci|nix(?:pkgs)?|ko|jib[\w-]*|buildpacks?|crane|melange|umoci|stacker)\b/i;

/** What kind of history this is. */
export function natureOf(history: readonly HistoryEntry[]): HistoryNature {
  const steps = history.map(buildStepOf);
  const making = steps.filter((step) => !step.emptyLayer);
  if (history.length === 0) return { kind: "absent" };
  if (history.some(({ comment }) => /^(?:merge|create new from) sha256:|\bsquashed?\b/i.test(comment ?? ""))) {
    return { kind: "without-steps", reason: words("control.history-squashed"), steps };
  }
  const unexplained = making.filter((step) => step.instruction === null);
  if (making.length === 0 || unexplained.length < making.length) {
    return { kind: "steps", steps, unexplained: unexplained.length };
  }
  const texts = history.map(({ createdBy, comment }) => `${createdBy} ${comment ?? ""}`);
  if (texts.some((text) => /\bimported from\b/i.test(text))) {
    return { kind: "without-steps", reason: words("control.history-imported"), steps };
  }
  const tool = texts.map((text) => tools.exec(text.slice(0, 1_000))?.[1]).find((name) => name !== undefined);
  const reason =
    tool === undefined ? words("control.history-without-steps") : words("control.history-by-tool", { tool });
  return { kind: "without-steps", reason, steps };
}

/** Where an entry stands, for evidence. */
export function historyPlace(index: number): string {
  return `history[${index}]`;
}

/**
 * Whether a step is the leading ADD of a root file system, with which nearly every base image begins: the first entry of
 * all that makes a layer, and an archive or a digest added to `/`.
 */
export function isRootFilesystem(step: BuildStep, steps: readonly BuildStep[]): boolean {
  if (step.instruction !== "ADD" || steps.find(({ emptyLayer }) => !emptyLayer)?.index !== step.index) return false;
  if (step.classic) return /^(?:file|multi):[0-9a-f]+ in \/$/.test(step.text.trim());
  return /^\S+\.(?:tar|tgz|txz)(?:\.\w+)? \/$/.test(step.text.trim()) && !/^[a-z]+:\/\//i.test(step.text);
}

/** Said beside every verdict about build steps: how many there were, and which layers are a base's, or that nothing proves it. */
export function scopeNotes(
  { steps, unexplained }: Extract<HistoryNature, { kind: "steps" }>,
  base: ProvenBase | undefined,
): ProofPoint[] {
  const count = steps.filter(({ instruction }) => instruction !== null).length;
  const isWhole = unexplained === 0;
  if (base === undefined) {
    const gaps = { count, unexplained };
    return [noted(isWhole ? words("control.no-base-proof", { count }) : words("control.no-base-proof-gaps", gaps))];
  }
  const { layers, references } = base;
  const named = references.join(", ");
  return [
    noted(
      isWhole ? words("control.steps-judged", { count }) : words("control.steps-judged-gaps", { count, unexplained }),
    ),
    noted(named === "" ? words("control.base-unnamed", { layers }) : words("control.base-named", { layers, named })),
  ];
}

function noted(detail: Phrase): ProofPoint {
  return { where: "history", detail };
}
