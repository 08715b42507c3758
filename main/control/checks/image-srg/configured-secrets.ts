// Secrets in what the config and the history carry: variables, labels, commands and build steps. Files are the subject of
// cis-docker:4.10, so layers that were not read take nothing from this verdict.
import type { Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";
import { secretPoint } from "../../secret-point.ts";

export const configuredSecrets = defineCheck({
  decides: ["image-srg:secrets-env"],
  needs: ["config", "history", "secrets"],
  judge({ secrets, config, history }): Verdict {
    const faults = secrets.filter(({ where }) => where !== "file").map(secretPoint);
    const params = { env: config.env.length, labels: Object.keys(config.labels).length, steps: history.length };
    return failOrPass(
      faults,
      { where: "config", detail: words("srg.config-secrets-none", params) },
      [],
      ["config", "history"],
    );
  },
});
