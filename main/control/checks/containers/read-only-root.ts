// A root file system that cannot be written keeps an intruder from staying.
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "HostConfig.ReadonlyRootfs";

export const readOnlyRoot = defineSurroundingCheck({
  decides: ["cis-docker:5.13", "docker-ee-stig:DKER-EE-002030"],
  needs: ["container.inspect"],
  judge: ({ container }) =>
    verdictOf({
      fails: container.readOnlyRoot ? [] : [pointAt(where, "container.root-writable")],
      passes: pointAt(where, "container.root-read-only"),
    }),
});
