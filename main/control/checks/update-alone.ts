// A package index that is refreshed in a step of its own is cached and goes stale: the next step installs old packages.
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { refreshesAlone } from "../history/package-commands.ts";
import { historyPlace, natureOf, scopeNotes } from "../history/steps.ts";

export const updateAlone = defineCheck({
  decides: ["cis-docker:4.7"],
  needs: ["history"],
  lacks: ({ history }) => (natureOf(history).kind === "absent" ? words("control.history-absent") : null),
  judge({ history, image }): Verdict {
    const nature = natureOf(history);
    if (nature.kind === "absent") throw new Error("a history was there a moment ago");
    // Of squashed layers none is that of one step, whatever the steps that are still listed say.
    if (nature.kind === "without-steps") return { status: "not-applicable", reason: nature.reason };
    const [first, ...rest] = nature.steps
      .filter(({ instruction }) => instruction === "RUN")
      .flatMap(({ text, index, layer }) =>
        refreshesAlone(text).map(
          (command): ProofPoint => ({
            where: historyPlace(index),
            detail: words("control.update-alone", { command }),
            layer,
          }),
        ),
      );
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
    return {
      status: "pass",
      evidence: [{ where: "history", detail: words("control.update-none") }, ...scopeNotes(nature, image.base)],
    };
  },
});
