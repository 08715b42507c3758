// What was bought, as the judging of one image needs it.
import type { EntitlementSet } from "../../shared/model/entitlement.ts";

/** What was bought, beside the image it is asked for. */
export interface Cover {
  readonly entitlements: EntitlementSet;
  /** All references of the image, as entitlements may name images by pattern. */
  readonly references: readonly string[];
}
