// Images for tests of the window: as many as are asked for, the same every time, and with the odd ones among the first:
// no name, no system, a hostile label, end of life.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { ListedImage } from "../../shared/model/image.ts";

export const fakeToday = "2026-11-23" as CalendarDay;

/** Sixty-four hexadecimal digits that depend on the seed alone. */
export function hexOf(seed: number): string {
  let state = (seed + 1) * 2_654_435_761;
  let text = "";
  while (text.length < 64) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    text += state.toString(16).padStart(8, "0");
  }
  return text.slice(0, 64);
}

const names = [
  "shop/api",
  "shop/web",
  "billing/worker",
  "legacy/cron",
  "ops/log-router",
  "data/ingest",
  "identity/login",
  "search/indexer",
  "registry.example.com:5000/platform/very-long-team-name/very-long-service-name-gateway",
  "media/thumbnailer",
  "tools/migrate",
  "edge/proxy",
] as const;

/** What the name of the nth image is; the seventh has none. */
export function referencesOf(index: number): string[] {
  if (index === 6) return [];
  const name = names[index % names.length] ?? "image";
  const version = `${1 + Math.floor(index / names.length)}.${index % 10}`;
  if (index === 1) return [`${name}:${version}`, `${name}:latest`, `${name}:stable`];
  // A right-to-left override that would show the name backwards.
  return [index === 9 ? `${name}:\u202e${version}` : `${name}:${version}`];
}

export function fakeImage(index: number): ListedImage {
  const id = `sha256:${hexOf(index)}`;
  const references = referencesOf(index);
  return {
    key: id,
    id,
    idKind: "config",
    references,
    repoDigests: index % 3 === 0 ? [`${names[index % names.length]}@sha256:${hexOf(index + 5000)}`] : [],
    platform: index % 5 === 3 ? "linux/arm64" : "linux/amd64",
    created: `2026-0${1 + (index % 9)}-1${index % 10}T08:30:00Z`,
    size: 6_400_000 + ((index * 37) % 97) * 12_700_000,
    dangling: references.length === 0,
    usedBy: { running: [2, 0, 1, 1, 0][index % 5] ?? 0, stopped: index % 4 === 1 ? 1 : 0 },
  };
}
