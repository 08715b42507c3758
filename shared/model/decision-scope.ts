// What a waiver or a person's answer holds for: subjects (images, containers, engines, hosts) and places within a finding.
import { z } from "zod";

/** Text of one line or more that says something; hostile lengths are refused. */
export const SaidText = z.string().max(4000).regex(/\S/, "it is empty");
/** How a person or a team is called. */
export const Person = z.string().max(200).regex(/\S/, "it is empty");

/** Files are read whole and matched against every image, so that lists are bounded. */
const listOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(500).optional();
const Pattern = z.string().min(1).max(1000);

const subjects = {
  /** Image ids or digests that a registry gives: config, manifest or index. */
  digests: listOf(z.string().regex(/^sha256:[0-9a-f]{64}$/, "give sha256: and 64 hex digits")),
  /** Patterns of image references, see shared/reference-pattern.ts. */
  references: listOf(Pattern),
  /** Names (`*` for any part) or whole ids. */
  containers: listOf(Pattern),
  engines: listOf(Pattern),
  hosts: listOf(Pattern),
};

/** Which subjects are meant: one that any entry of any list names. */
export const SubjectScope = z.strictObject(subjects).refine(hasEntry, "name at least one subject");
export type SubjectScope = z.infer<typeof SubjectScope>;

/**
 * What a waiver covers. With lists of subjects, one of them; without, every subject. With lists of places, only the evidence
 * that one of them names; without, the finding as a whole. `everything` covers the control wherever it fails.
 */
export const WaiverScope = z
  .strictObject({
    ...subjects,
    /** Paths inside the image or on the host, `*` for a part of one name, `**` for any folders. */
    paths: listOf(Pattern.regex(/^\//, "give an absolute path")),
    /** Package names, `*` for any part. */
    packages: listOf(Pattern),
    /** Other places as the evidence names them, such as `env DB_PASSWORD` or `history 4`; `*` for any part. */
    places: listOf(Pattern),
    everything: z.literal(true).optional(),
  })
  .refine(hasEntry, "name what it covers, or say everything: true")
  .refine(({ everything, ...rest }) => everything === undefined || !hasEntry(rest), "everything stands alone");
export type WaiverScope = z.infer<typeof WaiverScope>;

/** The version of a rule set that a decision was made under. */
export const RuleVersion = z.strictObject({
  benchmark: z.string().min(1).max(100),
  version: z.string().min(1).max(100),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

function hasEntry(scope: Readonly<Record<string, unknown>>): boolean {
  return Object.values(scope).some((value) => value !== undefined);
}
