// Which product an engine is, by its own words in /version and /info.
import type { EngineFacts } from "../../shared/model/surroundings.ts";
import type { InfoAnswer, VersionAnswer } from "./engine-answers.ts";

/** `other` where it names neither itself nor its parts as Docker does. */
export function productOf(version: VersionAnswer, info: InfoAnswer): EngineFacts["product"] {
  const parts = (version.Components ?? []).map(({ Name }) => Name);
  const platform = version.Platform?.Name ?? "";
  if (parts.some((name) => /^podman\b/i.test(name))) return "podman";
  if (/docker desktop/i.test(`${platform}\n${info.OperatingSystem ?? ""}`)) return "docker-desktop";
  // "Docker Engine - Enterprise", and its name since 2020.
  if (/enterprise|mirantis/i.test(platform) || /-ee-|-ee$/.test(version.Version)) return "docker-enterprise";
  if (parts.includes("Engine") || /docker engine/i.test(platform)) return "docker";
  return "other";
}

/** The engine's own version: Podman's compatible answer has Docker's place for it. */
export function versionOf(version: VersionAnswer): string {
  const podman = (version.Components ?? []).find(({ Name }) => /^podman\b/i.test(Name));
  return podman?.Version ?? version.Version;
}
