// How often the engine starts a failing container again. Orchestrators restart by rules of their own that inspect does not
// show: swarm tasks and pods carry none here, and the verdict says so.
import { serviceOf } from "../../containers/published-ports.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const maximumRetries = 5;
const where = "HostConfig.RestartPolicy";

export const restartPolicy = defineSurroundingCheck({
  decides: ["cis-docker:5.15", "docker-ee-stig:DKER-EE-004030"],
  needs: ["container.inspect"],
  judge({ container }) {
    const { name, maximumRetryCount: count } = container.restart;
    const orchestrator = orchestratorOf(container.labels);
    const beside = orchestrator === null ? [] : [pointAt(where, "container.restart-elsewhere", { orchestrator })];
    if (name === "" || name === "no") {
      return { status: "pass", evidence: [pointAt(where, "container.restart-never"), ...beside] };
    }
    const isCapped = name === "on-failure" && count >= 1 && count <= maximumRetries;
    const key =
      name === "on-failure" && count > 0
        ? ("container.restart-often" as const)
        : ("container.restart-endless" as const);
    return verdictOf({
      fails: isCapped ? [] : [pointAt(where, key, { name, count })],
      passes: pointAt(where, "container.restart-capped", { count }),
      beside,
    });
  },
});

function orchestratorOf(labels: Readonly<Record<string, string>>): string | null {
  if (serviceOf({ labels }) !== undefined) return "swarm";
  return Object.hasOwn(labels, "io.kubernetes.pod.uid") ? "kubernetes" : null;
}
