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
  waivers: ["waivers"] as const,
  answers: ["answers"] as const,
};
