// Resource limits of its own (`--ulimit`) set the daemon's default aside. Whether one is needed no machine can say.
import { listed, pointAt } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const ulimits = defineSurroundingCheck({
  decides: ["cis-docker:5.19", "docker-ee-stig:DKER-EE-004040"],
  needs: ["container.inspect"],
  judge({ container }) {
    const own = container.resources.ulimits;
    const where = "HostConfig.Ulimits";
    if (own.length === 0) return { status: "pass", evidence: [pointAt(where, "container.ulimit-none")] };
    const names = listed(own.map(({ name }) => name));
    return {
      status: "manual",
      reason: words("container.ulimit-review", { names }),
      evidence: own.map(({ name, soft, hard }) =>
        pointAt(`${where} ${name}`, "container.ulimit", { name, soft, hard }),
      ),
    };
  },
});
