// The system calls that a container may make. Privileged ones run without a profile though no option shows it; an engine
// without seccomp, or with a default of `unconfined`, gives none to any. What an own profile allows is not among the facts.
import { engineOption, securityOptionsOf } from "../../containers/security-option.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.SecurityOpt";

export const seccomp = defineSurroundingCheck({
  decides: ["cis-docker:5.22", "docker-ee-stig:DKER-EE-002070"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known }) {
    const own = securityOptionsOf(container).find(({ name }) => name === "seccomp")?.value ?? null;
    const fails = container.privileged ? [pointAt("HostConfig.Privileged", "container.seccomp-privileged")] : [];
    if (own === "unconfined") fails.push(pointAt(where, "container.seccomp-unconfined"));
    if (known("engine.info") && engine !== null) {
      const option = engineOption(engine, "seccomp");
      if (option === null) fails.push(pointAt("SecurityOptions", "container.seccomp-no-engine"));
      else if (own === null && option.get("profile") === "unconfined") {
        fails.push(pointAt("SecurityOptions", "container.seccomp-engine-unconfined"));
      }
    }
    const isDefault = own === null || own === "builtin";
    return verdictOf({
      fails,
      passes: pointAt(where, isDefault ? "container.seccomp-default" : "container.seccomp-own"),
    });
  },
});
