// A list of software (SBOM) in a form that does not depend on its format, and what two of them say differently. Formats:
// CycloneDX 1.4 to 1.6 and SPDX 2.2 and 2.3, both as JSON.
import { z } from "zod";

const Count = z.int().nonnegative();

export const SbomComponent = z.object({
  /** The type of its purl, such as `deb`; null where it has no purl. */
  type: z.string().nullable(),
  /** In the words of its ecosystem: `@scope/name`, `group:artifact`, `vendor/name`, else the plain name. */
  name: z.string(),
  /** As written, an epoch in front of it; null where none is stated. */
  version: z.string().nullable(),
  purl: z.string().optional(),
});
export type SbomComponent = z.infer<typeof SbomComponent>;

/** Whether a list calls itself whole: `unknown` where it says nothing of it. */
export const Completeness = z.enum(["complete", "incomplete", "unknown"]);
export type Completeness = z.infer<typeof Completeness>;

export const SbomContents = z.object({
  components: z.array(SbomComponent),
  completeness: Completeness,
});
export type SbomContents = z.infer<typeof SbomContents>;

export const ReadSbom = SbomContents.extend({
  format: z.object({ name: z.enum(["cyclonedx", "spdx"]), version: z.string() }),
  /** RFC 3339 as written; null where it is missing. */
  created: z.string().nullable(),
  /** What made it, as written. */
  tools: z.array(z.string()),
  /** What it is of, as written; null where it names nothing or several things. */
  subject: z.string().nullable(),
  /** Entries that are no packages: the image itself, its operating system, files, sources. */
  others: Count,
  /** Entries that have no name or another form than the format allows; nothing is known of them. */
  malformed: Count,
});
export type ReadSbom = z.infer<typeof ReadSbom>;

/** Packages of one name and kind, the versions of which are not the same on both sides. */
export const OtherVersion = z.object({
  type: z.string().nullable(),
  name: z.string(),
  ours: z.array(z.string()),
  theirs: z.array(z.string()),
});
export type OtherVersion = z.infer<typeof OtherVersion>;

export const SbomDifferences = z.object({
  ours: Count,
  theirs: Count,
  /** Packages that both have in the same version; `byNameAlone` of them because the other list has no purl for them. */
  same: Count,
  byNameAlone: Count,
  onlyOurs: z.array(SbomComponent),
  onlyTheirs: z.array(SbomComponent),
  otherVersion: z.array(OtherVersion),
  /** Of theirs, without a version: they are in the image under this name, in which version cannot be compared. */
  withoutVersion: z.array(SbomComponent),
  /** Of theirs, of kinds that are not read from images: neither there nor missing. */
  notRead: z.array(SbomComponent),
  oursComplete: Completeness,
  theirsComplete: Completeness,
});
export type SbomDifferences = z.infer<typeof SbomDifferences>;
