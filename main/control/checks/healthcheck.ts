// 4.6: the healthcheck of the config. OCI's config has no field for it, so there its absence says nothing.
import type { Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { historyPlace, natureOf } from "../history/steps.ts";
import type { Subject } from "../subject.ts";

export const healthcheck = defineCheck({
  decides: ["cis-docker:4.6"],
  needs: ["config", "history"],
  lacks(subject): Phrase | null {
    if (subject.config.healthcheck !== null) return null;
    const step = lastHealthStep(subject);
    if (step !== null) return words("control.health-not-carried", { entry: historyPlace(step) });
    return subject.config.format === "oci" ? words("control.health-not-recorded") : null;
  },
  judge({ config }): Verdict {
    const verdict = (status: "pass" | "fail", detail: Phrase): Verdict => ({
      status,
      evidence: [{ where: "config.Healthcheck", detail }],
      restsOn: ["config"],
    });
    const [form, ...command] = config.healthcheck?.test ?? [];
    if (config.healthcheck === null || form === undefined) return verdict("fail", words("control.health-unset"));
    if (form.toUpperCase() === "NONE") return verdict("fail", words("control.health-none"));
    if (command.join("").trim() === "") return verdict("fail", words("control.health-empty", { form }));
    return verdict("pass", words("control.health-set", { command: command.join(" ") }));
  },
});

/** The number of the last history entry that sets a healthcheck which is not NONE; null where none does. */
function lastHealthStep({ history }: Subject<"history">): number | null {
  const nature = natureOf(history);
  const last =
    nature.kind === "absent" ? undefined : nature.steps.filter((s) => s.instruction === "HEALTHCHECK").at(-1);
  // `HEALTHCHECK NONE`, in BuildKit's words `HEALTHCHECK &{["NONE"] ...}`: there is none to lose.
  return last === undefined || /^(?:&\{\[")?NONE\b/.test(last.text) ? null : last.index;
}
