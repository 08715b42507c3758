// Which files a package says are its own, as far as it matters: programs, and files that state a runtime's version. What a
// package brings besides (documents, libraries, headers) is most of its list and is not kept.
import { normalisePath } from "../../layer/layer-path.ts";
import { endingOf } from "../../path-ending.ts";
import { wantsRuntimePath } from "../../runtimes/read-runtimes.ts";

/** What one package owns. Architecture and version stand there where the list that names the package says them. */
export interface OwnedPrograms {
  readonly name: string;
  readonly arch?: string;
  readonly version?: string;
  /** Absolute as the package lists them (folders may be links), in order, each once. */
  readonly paths: readonly string[];
}

export interface ProgramList {
  readonly owners: readonly OwnedPrograms[];
  /** Lines that are no path, or look like that of a program and do not stay inside an image. */
  readonly malformed: number;
  /** Whether there were more than the bounds. */
  readonly cut: boolean;
}

/** Paths kept of one database, of one layer and of one image. A system of 2,000 packages has about 10,000. */
export const maxOwnedPaths = 200_000;
/** UTF-16 code units of these paths. */
export const maxOwnedCharacters = 16 * 1024 * 1024;
/** UTF-16 code units of all paths of one database, kept or not: a few bytes of a database can name a long folder again. */
const maxSeenCharacters = 64 * 1024 * 1024;

const programFolder = /\/(?:s?bin|libexec|games|cli-plugins)\//;
/** Below these a program may lie in any folder: `/usr/lib/podman/rootlessport`. */
const anyFolder = /^\/(?:usr\/(?:local\/)?)?(?:lib[^/]*|opt)\//;

const share = "/usr/share/";
/** Folders of `/usr/share` in which most of all files lie, and no program. */
const documents: ReadonlySet<string> = new Set("doc fonts help icons info locale man zoneinfo".split(" "));

/** Whether a file at `path` may be a program or show a runtime. Asked for every file of every package. */
export function mayBeOwnedProgram(path: string): boolean {
  if (path.startsWith(share) && documents.has(path.slice(share.length, path.indexOf("/", share.length)))) return false;
  if (programFolder.test(path) || wantsRuntimePath(path)) return true;
  return anyFolder.test(path) && endingOf(path) === "";
}

/** Gathers what packages own, within the bounds. */
export class OwnedProgramsCollector {
  readonly #owners: OwnedPrograms[] = [];
  #pending = new Set<string>();
  #paths = 0;
  #characters = 0;
  #malformed = 0;
  #seen = 0;
  #cut = false;

  /** The bounds are reached: nothing more is taken. */
  get full(): boolean {
    return this.#cut;
  }

  /** Takes an absolute path of the package that `settle` names next; null where there is none. */
  see(raw: string | null): void {
    this.#seen += raw?.length ?? 0;
    if (this.#seen > maxSeenCharacters) this.#cut = true;
    // The dearer question, whether it is a path at all, only for the few that would be kept.
    if (this.#cut || (raw !== null && !mayBeOwnedProgram(raw))) return;
    const path = raw === null ? null : insidePath(raw);
    if (path === null) this.#malformed++;
    else if (!this.#pending.has(path)) {
      this.#paths++;
      this.#characters += path.length;
      if (this.#paths > maxOwnedPaths || this.#characters > maxOwnedCharacters) this.#cut = true;
      else this.#pending.add(path);
    }
  }

  /** What was seen since the last call is this package's; null = nobody's. */
  settle(owner: Omit<OwnedPrograms, "paths"> | null): void {
    if (this.#pending.size === 0) return;
    if (owner !== null) this.#owners.push({ ...owner, paths: [...this.#pending].sort() });
    this.#pending = new Set();
  }

  end(): ProgramList {
    return { owners: this.#owners, malformed: this.#malformed, cut: this.#cut };
  }

  /** The same as a part of a database of packages: nothing at all where there is nothing to say. */
  part(): { readonly programs?: ProgramList } {
    const programs = this.end();
    return programs.owners.length > 0 || programs.malformed > 0 || programs.cut ? { programs } : {};
  }
}

/** A package never lists a path with `..`, so one that has any is not made sense of; nor is one that is too long. */
function insidePath(raw: string): string | null {
  const place = normalisePath(raw);
  return "problem" in place || /(?:^|\/)\.\.(?:\/|$)/.test(raw) ? null : place.path;
}

/** What may be kept of all lists of one layer or one image together. */
export class OwnedProgramsBudget {
  #paths = maxOwnedPaths;
  #characters = maxOwnedCharacters;

  /** The list itself while there is room for it, else one that is cut to nothing. */
  take(list: ProgramList): ProgramList {
    for (const { paths } of list.owners) {
      this.#paths -= paths.length;
      for (const path of paths) this.#characters -= path.length;
    }
    return this.#paths >= 0 && this.#characters >= 0 ? list : { ...list, owners: [], cut: true };
  }
}
