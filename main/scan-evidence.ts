// Joins scan results to an image's facts, and says what they come to. The only file beside audit.ts that knows the room of
// vulnerabilities.
import type { CalendarDay } from "../shared/calendar-day.ts";
import type { External, Facts } from "../shared/model/facts.ts";
import type { HardenedState } from "../shared/model/hardened.ts";
import type { ImageIdentity } from "../shared/model/image.ts";
import type { Policy } from "../shared/model/policy.ts";
import type { ImageVulnerabilities } from "../shared/model/vulnerability-report.ts";
import { withHistory } from "./vulnerability/first-seen.ts";
import { type ScanEvidence, scanFactsOf } from "./vulnerability/scan-facts.ts";
import { vulnerabilityReport } from "./vulnerability/vulnerability-report.ts";

export type { ScanEvidence } from "./vulnerability/scan-facts.ts";

/**
 * `facts` with what `evidence` says of this image, dated by `earlier`, the external facts of an earlier audit. A scan that the
 * facts already hold is taken anew, not twice. Without evidence the facts stay as they are.
 */
export function withScanEvidence(
  facts: Facts,
  image: ImageIdentity,
  hardened: HardenedState,
  evidence: ScanEvidence | undefined,
  earlier: readonly External[],
  on: CalendarDay,
): Facts {
  if (evidence === undefined || evidence.scans.length === 0) return facts;
  const added = scanFactsOf(evidence, { image, packages: facts.packages, hardened }, on);
  const digests = new Set(added.map(({ digest }) => digest));
  const kept = facts.external.filter(
    ({ kind, digest }) => !kind.startsWith("vulnerability-scan") || !digests.has(digest),
  );
  return { ...facts, external: [...kept, ...withHistory(added, [...facts.external, ...earlier])] };
}

/** What the scans among the facts come to on `on`; null where there is none. */
export function vulnerabilitiesOf(
  { external }: Facts,
  hardened: HardenedState,
  policy: Policy | undefined,
  on: CalendarDay,
): ImageVulnerabilities | null {
  return vulnerabilityReport(external, { hardened, policy: policy?.remediation, on });
}
