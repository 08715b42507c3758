// `--privileged` switches every barrier between container and host off at once.
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.Privileged";

export const privileged = defineSurroundingCheck({
  decides: ["cis-docker:5.5", "docker-ee-stig:DKER-EE-001960"],
  needs: ["container.inspect"],
  judge: ({ container }) =>
    verdictOf({
      fails: container.privileged ? [pointAt(where, "container.privileged")] : [],
      passes: pointAt(where, "container.unprivileged"),
    }),
});
