// One sign of a runtime, before signs of the same installation are joined.
import type { Runtime } from "../../../shared/model/facts.ts";

export type EvidenceKind = Runtime["by"];

/** Stronger evidence first: what lies in the image, the package database, what the config claims (lifecycle.md 3.3). */
export const evidenceOrder: readonly EvidenceKind[] = ["file", "package", "env", "label"];

export interface Candidate {
  readonly product: string;
  /** As read, packaging tails included. */
  readonly version: string;
  readonly evidence: string;
  readonly by: EvidenceKind;
  readonly vendor?: string;
  readonly distroPackaged?: boolean;
  readonly layer?: number;
  /** A file in a folder that the distribution's packages own, so that such a package may describe the same thing. */
  readonly systemPath?: boolean;
}

/** Whether a path belongs to the distribution's own part of the tree (`/usr`, `/lib`), not to `/usr/local` or `/opt`. */
export function isSystemPath(path: string): boolean {
  return /^\/(?:usr\/(?!local\/)|lib(?:64)?\/)/.test(path) && !path.startsWith("/usr/share/dotnet/");
}

/**
 * The plain numbers of a version for comparing evidence: `1:11.8.8+maria~ubu2404` -> 11.8.8, `jdk-21.0.12+8` -> 21.0.12,
 * `8u502` and `1.8.0_502` -> 8.0.502. Empty where there is no number.
 */
export function plainNumbers(version: string): string {
  const bare = version
    .trim()
    .slice(0, 100)
    .replace(/^\d+:/, "")
    .replace(/^(?:v|go|jdk-?)(?=\d)/i, "");
  const eight = /^(?:1\.)?(\d)(?:\.0_|u)(\d+)/.exec(bare);
  if (eight !== null) return `${eight[1]}.0.${eight[2]}`;
  return /^\d+(?:\.\d+)*/.exec(bare)?.[0] ?? "";
}

/** Whether two versions can mean the same thing: equal, or one is the other cut at a dot (`3.12` and `3.12.4`). */
export function agree(a: string, b: string): boolean {
  const [x, y] = [plainNumbers(a), plainNumbers(b)];
  if (x === "" || y === "") return a === b;
  return x === y || x.startsWith(`${y}.`) || y.startsWith(`${x}.`);
}
