// Rules of the Docker Enterprise STIG about who is told when the log pipeline fails or something happens that should not:
// agreements outside any engine. What the engine can add is where the logs of its containers go.
import { pointAt } from "../../containers/verdict-of.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingCheck } from "../../define-surrounding-check.ts";

/** Drivers that keep logs on the host alone; `none` keeps nothing. */
const localDrivers = ["json-file", "local", "journald", "none", ""];

const alerts: Readonly<Record<string, ControlPhraseKey>> = {
  "001590": "container.alert-audit-failure",
  "003330": "container.alert-storage",
  "003340": "container.alert-siem-failure",
  "003460": "container.alert-software",
};

export const enterpriseAlerts: readonly SurroundingCheck[] = Object.entries(alerts).map(([number, alert]) =>
  defineSurroundingCheck({
    decides: [`docker-ee-stig:DKER-EE-${number}`],
    needs: ["engine.info"],
    judge({ engine }) {
      const driver = engine.loggingDriver;
      const key = localDrivers.includes(driver) ? "container.logs-local" : "container.logs-sent";
      return {
        status: "manual",
        reason: words(alert),
        evidence: [pointAt("LoggingDriver", key, { driver: driver || "-" })],
      };
    },
  }),
);
