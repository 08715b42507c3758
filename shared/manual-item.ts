// What a verdict of ours is to a benchmark that assesses the item by hand: evidence for it, and no more.
import type { Finding } from "./model/finding.ts";

/** Whether a check decided what the benchmark itself leaves to a person. */
export function isEvidenceForManual({ assessment, status }: Pick<Finding, "assessment" | "status">): boolean {
  return assessment === "manual" && (status === "pass" || status === "fail");
}
