// Shared propagation lets mounts made in the container appear on the host, and in every container that shares the folder.
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const mountPropagation = defineSurroundingCheck({
  decides: ["cis-docker:5.20", "docker-ee-stig:DKER-EE-002050"],
  needs: ["container.inspect"],
  judge: ({ container }) =>
    verdictOf({
      fails: container.mounts
        .filter(({ propagation }) => /^r?shared$/.test(propagation))
        .map(({ source, destination, propagation }) =>
          pointAt(source || destination, "container.propagation-shared", { destination, propagation }),
        ),
      passes: pointAt("Mounts", "container.propagation-private", { count: container.mounts.length }),
    }),
});
