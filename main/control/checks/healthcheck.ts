// Whether the config defines a healthcheck. It is Docker's extension: the OCI config has no field for it, so there its
// absence says nothing.
import type { HistoryEntry, ImageConfig } from "../../../shared/model/facts.ts";
import type { Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { buildStepOf } from "../history/build-step.ts";

export const healthcheck = defineCheck({
  decides: ["cis-docker:4.6", "image-srg:healthcheck-in-image"],
  needs: ["config", "history"],
  lacks: ({ config, history }) => notRecorded(config, history),
  judge({ config }): Verdict {
    const answer = (status: "pass" | "fail", detail: Phrase): Verdict => ({
      status,
      evidence: [{ where: "config.Healthcheck", detail }],
      restsOn: ["config"],
    });
    const [form = "", ...command] = config.healthcheck?.test ?? [];
    if (config.healthcheck === null || form === "") return answer("fail", words("control.healthcheck-absent"));
    if (form === "NONE") return answer("fail", words("control.healthcheck-none"));
    const test = command.join(" ").trim();
    if ((form !== "CMD" && form !== "CMD-SHELL") || test === "")
      return answer("fail", words("control.healthcheck-empty"));
    return answer("pass", words("control.healthcheck-defined", { test: `${form} ${test}`.slice(0, 200) }));
  },
});

function notRecorded({ healthcheck, format }: ImageConfig, history: readonly HistoryEntry[]): Phrase | null {
  if (healthcheck !== null) return null;
  const set = history.map(buildStepOf).filter(({ instruction }) => instruction === "HEALTHCHECK");
  const last = set[set.length - 1];
  if (last !== undefined && !/^(NONE\b|&\{\["NONE"\])/.test(last.text.trim())) return words("control.healthcheck-lost");
  return format === "oci" ? words("control.healthcheck-not-recorded") : null;
}
