// Languages and servers in an image, from its files, packages, environment and labels. Facts only: which support
// lifecycle they have is judged by lifecycle/.
import type { EnvEntry, Os, Package, Runtime } from "../../../shared/model/facts.ts";
import { endingOf } from "../path-ending.ts";
import type { Candidate } from "./candidate.ts";
import { envCandidates, labelCandidates } from "./claims.ts";
import { fileCandidate, isFileSign } from "./file-signs.ts";
import { type FileText, isJavaRelease, javaCandidates } from "./java.ts";
import { joinEvidence } from "./join-evidence.ts";
import { packageCandidate } from "./package-signs.ts";
import { isPathSign, pathCandidate } from "./path-signs.ts";
import { isProgramSign, programCandidate } from "./program-signs.ts";

/** Files whose text `runtimesOf` asks for; the first 64 KiB suffice. `path` is absolute inside the image. */
export function wantsRuntimeFile(path: string): boolean {
  return isJavaRelease(path) || isFileSign(path);
}

/** Endings of paths that show a runtime, besides names without one and those that end in a number. */
const endings: ReadonlySet<string> = new Set("app dll ez h jar pl rb so".split(" "));

/** Entries (files or folders) whose path `runtimesOf` wants to be told; of programs `file` is asked for their banners. */
export function wantsRuntimePath(path: string): boolean {
  const ending = endingOf(path);
  if (ending !== "" && ending !== "…" && !endings.has(ending) && !/^\d/.test(ending)) return false;
  return isPathSign(path) || isProgramSign(path) || wantsRuntimeFile(path);
}

export interface RuntimeInput {
  readonly env: readonly EnvEntry[];
  readonly labels: Readonly<Record<string, string>>;
  readonly packages: readonly Package[];
  readonly os: Os | null;
  /** A wanted file of the merged view, links resolved inside the image; null when there is none. */
  file(path: string): FileText | null;
  /** Entries of the merged view that `wantsRuntimePath` accepted. */
  readonly paths: readonly { readonly path: string; readonly layer: number }[];
  /** Whether packages that the distribution keeps alive own what stands at a path; absent = of no file is it known. */
  followsSystem?(path: string): boolean;
}

/**
 * The runtimes and servers found, with evidence. `product` is an endoflife.date id where the technique has one clock, else
 * the technique's own name (`java`); `version` is as read; `cycle` is null. Never throws: what does not parse is no sign.
 */
export function runtimesOf(input: RuntimeInput): Runtime[] {
  const candidates: Candidate[] = [];
  const follows = (path: string) => input.followsSystem?.(path) === true;
  const take = (candidate: Candidate | null) => {
    if (candidate === null) return;
    const isOwned = candidate.by === "file" && candidate.distroPackaged !== true && follows(candidate.evidence);
    candidates.push(isOwned ? { ...candidate, distroPackaged: true } : candidate);
  };
  const releases: string[] = [];
  for (const { path, layer } of input.paths) {
    if (isJavaRelease(path)) releases.push(path);
    else if (isFileSign(path)) {
      const file = input.file(path);
      take(file === null ? null : fileCandidate(path, file.text, file.layer));
    } else if (isProgramSign(path)) {
      const file = input.file(path);
      take(file === null ? null : programCandidate(path, file.text, file.layer));
    } else take(pathCandidate(path, layer));
  }
  for (const candidate of javaCandidates(input.env, releases.sort(), input.file)) take(candidate);
  // Without an operating system there is no distribution that could keep a package alive.
  const goVersions = new Set<string>();
  for (const each of input.packages) {
    if (each.type === "golang") {
      // Hundreds of programs may be built with one version of Go: the first stands for it, one that follows the
      // distribution for those that do.
      const key = each.name === "stdlib" ? `${each.version} ${follows(each.path)}` : null;
      if (key === null || goVersions.has(key)) continue;
      goVersions.add(key);
    }
    take(packageCandidate(each, input.os));
  }
  candidates.push(...envCandidates(input.env), ...labelCandidates(input.labels));
  return joinEvidence(candidates);
}
