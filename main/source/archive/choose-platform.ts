// Which of an index's manifests is the image that is meant, and why the others are not. Rule as engines have it: the
// asked platform, else the only one there is, else that of this machine.
import type { Excluded } from "../../../shared/model/image.ts";
import { matchesPlatform, type PlatformParts, platformText } from "../platform.ts";
import { artifactReason, foreignSystemReason } from "./artifact.ts";
import type { Manifest } from "./oci-documents.ts";
import type { Candidate } from "./walk-index.ts";

export interface PlatformChoice {
  /** `--platform`; null = not given. */
  readonly wanted: PlatformParts | null;
  /** What this machine runs. */
  readonly host: PlatformParts;
}

export type StoredCandidate = Candidate & { readonly manifest: Manifest };

export interface Chosen {
  readonly images: readonly StoredCandidate[];
  readonly excluded: readonly Excluded[];
  /** Meant and not stored: there is nothing else of the image, or it lies behind the place where the archive breaks. */
  readonly missing: readonly Candidate[];
}

/**
 * Splits candidates of one image into those meant and those left out. `name` is what the reasons are given for; `isWhole`
 * says that the archive was read to its end, so that what is not stored was left out on purpose.
 */
export function choosePlatform(
  candidates: readonly Candidate[],
  name: string,
  choice: PlatformChoice,
  isWhole = true,
): Chosen {
  const excluded: Excluded[] = [];
  const images: StoredCandidate[] = [];
  const missing: Candidate[] = [];
  for (const candidate of candidates) {
    const { manifest, platform } = candidate;
    const reason =
      (manifest === null ? null : artifactReason(manifest)) ??
      (platform === null ? null : foreignSystemReason(platform.os, platform.architecture));
    if (reason !== null) excluded.push({ reference: nameOf(name, candidate), reason });
    else if (manifest === null) missing.push(candidate);
    else images.push({ ...candidate, manifest });
  }
  const count = isWhole ? images.length : images.length + missing.length;
  const meant = images.filter((image) => isMeant(image, count, choice));
  const lost = isWhole ? [] : missing.filter((one) => one.platform === null || isMeant(one, count, choice));
  for (const image of images) {
    if (!meant.includes(image)) {
      excluded.push({ reference: nameOf(name, image), reason: otherPlatform(image.platform, choice) });
    }
  }
  if (images.length === 0 && excluded.length === 0) return { images: [], excluded, missing };
  for (const candidate of missing) {
    if (lost.includes(candidate)) continue;
    const platform = candidate.platform === null ? "manifest" : platformText(candidate.platform);
    excluded.push({
      reference: nameOf(name, candidate),
      reason: `${platform} is named by the index, but not stored here`,
    });
  }
  return { images: meant, excluded, missing: lost };
}

/** Why an image of another platform is left out. */
export function otherPlatform(platform: PlatformParts | null, { wanted, host }: PlatformChoice): string {
  const own = platform === null ? "unknown" : platformText(platform);
  return wanted === null
    ? `other platform: ${own}, and this machine runs ${platformText(host)}; choose it with --platform ${own}`
    : `other platform: ${own}, not ${platformText(wanted)}`;
}

function isMeant({ platform }: Candidate, count: number, { wanted, host }: PlatformChoice): boolean {
  if (wanted === null && count === 1) return true;
  return platform !== null && matchesPlatform(platform, wanted ?? host);
}

function nameOf(name: string, { platform, digest }: Candidate): string {
  return `${name} (${platform === null ? digest : platformText(platform)})`;
}
