// 4.7: an index refresh without an installation in the same build step.
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { refreshesAlone } from "../history/package-commands.ts";
import { historyPlace, natureOf, scopeNote } from "../history/steps.ts";

export const updateAlone = defineCheck({
  decides: ["cis-docker:4.7"],
  needs: ["history"],
  lacks: ({ history }) => (natureOf(history).kind === "absent" ? words("control.history-absent") : null),
  judge({ history }): Verdict {
    const nature = natureOf(history);
    if (nature.kind === "absent") throw new Error("judged without a history");
    if (nature.kind === "without-steps") return { status: "not-applicable", reason: nature.reason };
    const runs = nature.steps.filter(({ instruction }) => instruction === "RUN");
    const alone = runs.flatMap(({ index, text, layer }): ProofPoint[] =>
      refreshesAlone(text).map((command) => ({
        where: historyPlace(index),
        detail: words("control.update-alone", { command }),
        layer,
      })),
    );
    const [first, ...others] = alone;
    if (first !== undefined) return { status: "fail", evidence: [first, ...others, scopeNote(nature)] };
    const looked: ProofPoint = { where: "history", detail: words("control.update-joined", { count: runs.length }) };
    return { status: "pass", evidence: [looked, scopeNote(nature)] };
  },
});
