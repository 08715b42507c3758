// What the readers of package databases yield: the packages of one file, and how much of it was not understood.
import type { PackageType } from "../../../shared/model/facts.ts";
import type { ProgramList } from "./owned/owned-programs.ts";

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly arch: string;
  /** The source package, where it is called or numbered differently. */
  readonly source?: { readonly name: string; readonly version: string };
  /** Who built it, in the database's own words: deb `Maintainer`, rpm `Vendor`, apk `m:`. No fact of the image. */
  readonly maker?: string;
}

export interface PackageDatabase {
  readonly type: PackageType;
  readonly packages: readonly InstalledPackage[];
  /** Paragraphs that should be a package and are none. */
  readonly malformed: number;
  /** Whether the list was cut at `maxPackages`. */
  readonly cut: boolean;
  /** The file itself is cut or damaged, so an unknown number of packages is missing. */
  readonly incomplete?: boolean;
  /** What its packages own. A `deb` database with programs is the list of one package's files, and names no package. */
  readonly programs?: ProgramList;
}

/** More packages than any distribution has; what is beyond is not kept, and said. */
export const maxPackages = 200_000;
const maxValue = 400;

/** A value of a package field, or null when it is missing or longer than any real one. */
export function packageValue(value: string | undefined): string | null {
  return value === undefined || value === "" || value.length > maxValue ? null : value;
}
