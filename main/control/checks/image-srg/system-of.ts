// The system settings among the facts. The runner judges no check that needs them on facts that lack them.
import type { SystemFacts } from "../../../../shared/model/system-facts.ts";

/** The settings; throws where the facts have none, which the runner has ruled out for a check that needs `system`. */
export function systemOf({ system }: { readonly system?: SystemFacts | undefined }): SystemFacts {
  if (system === undefined) throw new Error("the facts have no system settings");
  return system;
}
