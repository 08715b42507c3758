// Whether a failed control is waived: the one place that says so, for counts, gates and screens.
import type { Finding } from "./model/finding.ts";

/** Whether it failed and a waiver covers all of it; one that covers some places leaves it failed like any other. */
export function isWaived({ status, waiver }: Pick<Finding, "status" | "waiver">): boolean {
  return status === "fail" && waiver?.covers === "all";
}
