// Turns what a check points at into evidence: rendered, with the build step of its layer, and in a fixed order.
import { compareText } from "../../shared/compare-text.ts";
import type { Limit } from "../../shared/model/facts.ts";
import type { Evidence, ProofPoint } from "../../shared/model/finding.ts";
import { say } from "../../shared/wording/say.ts";
import { words } from "./control-phrase.ts";
import type { JudgedImage } from "./subject.ts";

/** A finding with more lines is not read by anyone; the last line says how many there were. */
const maximumLines = 500;
/** A build step can be a whole script; its beginning tells which one it is. */
const maximumStep = 1_000;

/** The build step of a layer, where there are layers and it is known. */
export type StepOf = (layer: number) => string | undefined;

/** The points as evidence, ordered by place and layer, each once; the remarks follow in their own order. */
export function evidenceOf(
  points: readonly ProofPoint[],
  remarks: readonly Evidence[],
  stepOf: StepOf = () => undefined,
): Evidence[] {
  const lines = points
    .map(({ where, detail, layer, beside }): Evidence => {
      const step = layer === undefined ? undefined : stepOf(layer);
      return {
        where,
        detail: say(detail, "en"),
        phrase: detail,
        ...(layer === undefined ? {} : { layer }),
        ...(step === undefined ? {} : { step }),
        ...(beside === undefined ? {} : { beside }),
      };
    })
    .sort(byPlace);
  const once = lines.filter((line, index) => index === 0 || byPlace(lines[index - 1] ?? line, line) !== 0);
  const left = once.length - maximumLines;
  if (left <= 0) return [...once, ...remarks];
  const more = words("control.more-evidence", { count: left });
  return [...once.slice(0, maximumLines), { where: "…", detail: say(more, "en"), phrase: more }, ...remarks];
}

/** What was not read, as evidence beside a verdict. */
export function remarkOf({ where, reason, phrase, layer }: Omit<Limit, "fact" | "weight">): Evidence {
  return {
    where,
    detail: reason,
    ...(phrase === undefined ? {} : { phrase }),
    ...(layer === undefined ? {} : { layer }),
  };
}

/** The steps of an image's layers, from its history. */
export function stepsByLayer({ facts, image }: Pick<JudgedImage, "facts" | "image">): StepOf {
  const steps = new Map<number, string>();
  for (const { layer, createdBy } of facts.history ?? []) if (layer !== undefined) steps.set(layer, createdBy);
  return (layer) => {
    const step = steps.get(layer) ?? image.layers[layer]?.step;
    if (step === undefined || step === "") return undefined;
    return step.length > maximumStep ? `${step.slice(0, maximumStep)}…` : step;
  };
}

function byPlace(a: Evidence, b: Evidence): number {
  return (
    compareText(padded(a.where), padded(b.where)) ||
    compareText(a.where, b.where) ||
    (a.layer ?? -1) - (b.layer ?? -1) ||
    compareText(a.detail, b.detail)
  );
}

/** Numbers within a place count as numbers: history entry 10 comes after 9. */
function padded(place: string): string {
  return place.replace(/\d+/g, (digits) => digits.padStart(12, "0"));
}
