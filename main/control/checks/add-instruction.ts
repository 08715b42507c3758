// 4.9: ADD steps by their source: an address fails, what is bound by a checksum or Git passes, a local file is for a person.
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import type { BuildStep } from "../history/build-step.ts";
import { historyPlace, isRootFilesystem, natureOf, scopeNote } from "../history/steps.ts";

type Judged = { readonly as: "address" | "local" | "bound" | "base"; readonly point: ProofPoint };

export const addInstruction = defineCheck({
  decides: ["cis-docker:4.9"],
  needs: ["history"],
  lacks: ({ history }) => (natureOf(history).kind === "absent" ? words("control.history-absent") : null),
  judge({ history }): Verdict {
    const nature = natureOf(history);
    if (nature.kind === "absent") throw new Error("judged without a history");
    const adds = nature.steps
      .filter(({ instruction }) => instruction === "ADD")
      .map((step) => judged(step, nature.steps));
    const points = (as: Judged["as"]) => adds.filter((add) => add.as === as).map(({ point }) => point);
    // Squashing joins layers; an address that was added stays one.
    const notes = nature.kind === "steps" ? [scopeNote(nature)] : [];
    const [first, ...others] = points("address");
    if (first !== undefined) return { status: "fail", evidence: [first, ...others, ...points("local"), ...notes] };
    if (nature.kind === "without-steps") return { status: "not-applicable", reason: nature.reason };
    const local = points("local");
    if (local.length > 0) {
      return {
        status: "manual",
        reason: words("control.add-manual", { count: local.length }),
        evidence: [...local, ...notes],
      };
    }
    const copies = nature.steps.filter(({ instruction }) => instruction === "COPY").length;
    const looked: ProofPoint = { where: "history", detail: words("control.add-none", { copies }) };
    return { status: "pass", evidence: [looked, ...points("base"), ...points("bound"), ...notes] };
  },
});

function judged(step: BuildStep, steps: readonly BuildStep[]): Judged {
  const at = (detail: ProofPoint["detail"]): ProofPoint => ({
    where: historyPlace(step.index),
    detail,
    layer: step.layer,
  });
  if (isRootFilesystem(step, steps)) return { as: "base", point: at(words("control.add-base")) };
  const checked = /(?:^|\s)--checksum=\S/.test(step.text);
  const sources = step.text.replace(/(?:^|\s)--[a-z-]+(?:=\S+)?/g, " ");
  if (checked) return { as: "bound", point: at(words("control.add-checksum")) };
  if (/(?:^|[\s"[])(?:https?|ftp):\/\//i.test(sources)) {
    return isGitSource(sources)
      ? { as: "bound", point: at(words("control.add-git")) }
      : { as: "address", point: at(words("control.add-address")) };
  }
  if (isGitSource(sources)) return { as: "bound", point: at(words("control.add-git")) };
  return { as: "local", point: at(step.classic ? words("control.add-classic") : words("control.add-local")) };
}

/** Git addresses as BuildKit takes them: git@, git://, ssh://, and http with a path that ends in `.git`; all sources must. */
function isGitSource(sources: string): boolean {
  const addresses = sources.match(/(?:(?:https?|ftp|git|ssh):\/\/|\bgit@)[^\s"\],]+/gi) ?? [];
  const git = /^(?:git:\/\/|ssh:\/\/|git@)|^https?:\/\/[^?#]+\.git(?:[#?]|$)/i;
  return addresses.length > 0 && addresses.every((address) => git.test(address));
}
