// Whether a container opts out of the engine's user namespace. Where the engine remaps no users the setting changes nothing,
// and the verdict says so: whether it remaps is the subject of 2.9.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { engineOption } from "../../containers/security-option.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.UsernsMode";

export const userNamespace = defineSurroundingCheck({
  decides: ["cis-docker:5.31", "docker-ee-stig:DKER-EE-002120"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known }) {
    const mode = container.namespaces.user;
    return verdictOf({
      fails: mode === "host" ? [pointAt(where, "container.userns-host")] : [],
      passes: pointAt(where, "container.userns-own", { mode: mode === "" ? "-" : mode }),
      beside: known("engine.info") && engine !== null ? [remapOf(engine)] : [],
    });
  },
});

function remapOf(engine: Parameters<typeof engineOption>[0]): ProofPoint {
  const remaps = engineOption(engine, "userns") !== null || engineOption(engine, "rootless") !== null;
  return pointAt("SecurityOptions", remaps ? "container.userns-remapped" : "container.userns-not-remapped");
}
