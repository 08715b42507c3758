// ADD in the place of COPY: an address as source brings bytes that nothing binds; unpacking may or may not have been meant.
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { type ControlPhraseKey, words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { type AddSource, addSources } from "../history/add-sources.ts";
import { historyPlace, isRootFilesystem, natureOf, scopeNotes } from "../history/steps.ts";

const said: Readonly<Record<AddSource["kind"], ControlPhraseKey>> = {
  address: "control.add-address",
  remote: "control.add-remote",
  bound: "control.add-bound",
  local: "control.add-local",
};

export const addInstruction = defineCheck({
  decides: ["cis-docker:4.9"],
  needs: ["history"],
  lacks: ({ history }) => (natureOf(history).kind === "absent" ? words("control.history-absent") : null),
  judge({ history, image }): Verdict {
    const nature = natureOf(history);
    if (nature.kind === "absent") throw new Error("a history was there a moment ago");
    const adds = nature.steps.filter(({ instruction }) => instruction === "ADD");
    const excused = adds.filter((step) => isRootFilesystem(step, nature.steps));
    const found = adds
      .filter((step) => !excused.includes(step))
      .flatMap((step) => addSources(step).map((source) => ({ ...source, step })));
    const pointOf = ({ kind, source, step }: (typeof found)[number]): ProofPoint => ({
      where: historyPlace(step.index),
      detail: words(said[kind], { source }),
      layer: step.layer,
    });
    const local = found.filter(({ kind }) => kind === "local");
    const [first, ...rest] = found.filter(({ kind }) => kind === "address" || kind === "remote").map(pointOf);
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    if (nature.kind === "without-steps") return { status: "not-applicable", reason: nature.reason };
    const notes = [
      ...scopeNotes(nature, image.base),
      ...excused.map(
        (step): ProofPoint => ({
          where: historyPlace(step.index),
          detail: words("control.add-root"),
          layer: step.layer,
        }),
      ),
      ...found.filter(({ kind }) => kind === "bound").map(pointOf),
    ];
    if (local.length > 0) {
      const count = new Set(local.map(({ step }) => step.index)).size;
      return {
        status: "manual",
        reason: words("control.add-person", { count }),
        evidence: [...local.map(pointOf), ...notes],
      };
    }
    return { status: "pass", evidence: [{ where: "history", detail: words("control.add-none") }, ...notes] };
  },
});
