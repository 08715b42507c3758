// The names under which answers of the main process are kept in the window.
import type { SourceSpec } from "../../shared/model/source-spec.ts";

export const queryKeys = {
  appInfo: ["app-info"] as const,
  settings: ["settings"] as const,
  controls: ["controls"] as const,
  images: (source: SourceSpec) => ["images", source] as const,
  allImages: ["images"] as const,
  audit: (image: string) => ["audit", image] as const,
  allAudits: ["audit"] as const,
  surroundings: (source: string) => ["surroundings", source] as const,
  allSurroundings: ["surroundings"] as const,
  timeLine: ["time-line"] as const,
  data: ["data"] as const,
  waivers: ["waivers"] as const,
  answers: ["answers"] as const,
  entitlements: ["entitlements"] as const,
  entitlementChoices: ["entitlement-choices"] as const,
  review: (periodEnd: string | null) => ["review", periodEnd] as const,
  allReviews: ["review"] as const,
  reminders: ["reminders"] as const,
  dueReminders: ["due-reminders"] as const,
  desktopState: ["desktop-state"] as const,
};
