// Two lists of software beside each other: what is in one alone, and what both have in other versions. Packages are matched
// by the kind and name that their purls state, then, for those without a purl, by name alone.
import { compareText } from "../../../shared/compare-text.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import type { ReadSbom, SbomComponent, SbomContents, SbomDifferences } from "../../../shared/model/sbom.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { isReadKind } from "./foreign-component.ts";
import { inventoryOf } from "./inventory.ts";

/** The packages of an audited image. Programs that no package brought have no name that others would use, and are left out. */
export function ownSbom(audit: Audit): SbomContents {
  const { items, completeness } = inventoryOf(audit, { tool: { name: "plimsoll", version: "" }, startedAt: epoch });
  const packages = items.filter(({ kind }) => kind === "package");
  return {
    components: packages.map(({ type, name, version, purl }) => ({
      type,
      name,
      version,
      ...(purl === null ? {} : { purl }),
    })),
    completeness,
  };
}
const epoch = "1970-01-01T00:00:00Z";

/** What the image's own list and the attested one say differently. Places and architectures count once a version. */
export function compareSboms(ours: SbomContents, theirs: SbomContents): SbomDifferences {
  const own = grouped(ours.components);
  const other = grouped(theirs.components.filter(({ type }) => type === null || isReadKind(type)));
  const pairs: [string, string, boolean][] = [];
  for (const key of other.keys()) if (own.has(key)) pairs.push([key, key, false]);
  const matched = new Set(pairs.map(([key]) => key));
  const byName = new Map([...own.keys()].filter((key) => !matched.has(key)).map((key) => [bareName(key), key]));
  for (const [key, group] of other) {
    const [first] = group;
    const found = first?.type === null && !matched.has(key) ? byName.get(bareName(key)) : undefined;
    if (found === undefined || matched.has(found)) continue;
    pairs.push([found, key, true]);
    matched.add(found).add(key);
  }

  const result: SbomDifferences = {
    ours: own.size,
    theirs: other.size,
    same: 0,
    byNameAlone: 0,
    onlyOurs: [...own].flatMap(([key, group]) => (matched.has(key) ? [] : distinct(group))),
    onlyTheirs: [...other].flatMap(([key, group]) => (matched.has(key) ? [] : distinct(group))),
    otherVersion: [],
    withoutVersion: [],
    notRead: distinct(theirs.components.filter(({ type }) => type !== null && !isReadKind(type))),
    oursComplete: ours.completeness,
    theirsComplete: theirs.completeness,
  };
  for (const [key, otherKey, isByName] of pairs.sort(([a], [b]) => compareText(a, b))) {
    const outcome = versionsOf(own.get(key) ?? [], other.get(otherKey) ?? []);
    if (outcome === "same") result.same++;
    else if (outcome === "without") result.withoutVersion.push(...distinct(other.get(otherKey) ?? []));
    else result.otherVersion.push(outcome);
    if (isByName && outcome === "same") result.byNameAlone++;
  }
  return result;
}

/** What the differences come to, one sentence each; nothing is called the same where nothing was compared. */
export function sayDifferences(found: SbomDifferences, read: Pick<ReadSbom, "malformed">): Phrase[] {
  const differ = found.onlyOurs.length + found.onlyTheirs.length + found.otherVersion.length;
  const sentences: Phrase[] = [];
  if (differ > 0) sentences.push(phrase("sbom.different", { count: found.same, differ }));
  else if (found.same > 0) sentences.push(phrase("sbom.same", { count: found.same }));
  const add = (count: number, key: string) => {
    if (count > 0) sentences.push(phrase(key, { count }));
  };
  add(found.onlyOurs.length, "sbom.only-ours");
  add(found.onlyTheirs.length, "sbom.only-theirs");
  add(found.otherVersion.length, "sbom.other-version");
  add(found.withoutVersion.length, "sbom.without-version");
  add(found.byNameAlone, "sbom.by-name");
  if (found.notRead.length > 0) {
    const kinds = [...new Set(found.notRead.map(({ type }) => type ?? ""))].sort(compareText).slice(0, 10).join(", ");
    sentences.push(phrase("sbom.not-read", { count: found.notRead.length, kinds }));
  }
  add(read.malformed, "sbom.malformed");
  if (found.ours === 0) sentences.push(phrase("sbom.ours-empty"));
  if (found.theirs === 0) sentences.push(phrase("sbom.theirs-empty"));
  if (found.oursComplete === "incomplete") sentences.push(phrase("sbom.ours-incomplete"));
  if (found.theirsComplete === "incomplete") sentences.push(phrase("sbom.theirs-incomplete"));
  return sentences;
}

/** By kind and name. Names that their ecosystem takes for the same are the same (PEP 503; Go, Composer, NuGet: any case). */
function grouped(components: readonly SbomComponent[]): Map<string, SbomComponent[]> {
  const groups = new Map<string, SbomComponent[]>();
  for (const each of [...components].sort((a, b) => compareText(orderOf(a), orderOf(b)))) {
    const key = `${each.type ?? ""}\0${nameKey(each)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

function nameKey({ type, name }: SbomComponent): string {
  if (type === "pypi") return name.toLowerCase().replace(/[-_.]+/g, "-");
  return type === "golang" || type === "composer" || type === "nuget" ? name.toLowerCase() : name;
}

/** A name as lists without purls may write it: whatever stands between group and name. */
function bareName(key: string): string {
  return key
    .slice(key.indexOf("\0") + 1)
    .toLowerCase()
    .replaceAll(":", "/");
}

function versionsOf(
  ours: readonly SbomComponent[],
  theirs: readonly SbomComponent[],
): "same" | "without" | SbomDifferences["otherVersion"][number] {
  const own = new Map(ours.map((each) => [versionKey(each, ours[0]?.type ?? null), each.version ?? ""]));
  const stated = theirs.filter(({ version }) => version !== null);
  if (stated.length === 0) return "without";
  const other = new Map(stated.map((each) => [versionKey(each, ours[0]?.type ?? null), each.version ?? ""]));
  const missing = [...own].filter(([key]) => !other.has(key)).map(([, version]) => version);
  const strange = [...other].filter(([key]) => !own.has(key)).map(([, version]) => version);
  if (missing.length + strange.length === 0) return "same";
  const [first] = ours;
  return { type: first?.type ?? null, name: first?.name ?? "", ours: missing, theirs: strange };
}

/** Epoch 0 is the same as none (deb, rpm), and Go's `v` is often left out. */
function versionKey({ version }: SbomComponent, type: string | null): string {
  const text = version ?? "";
  if (type === "deb" || type === "rpm") return text.replace(/^0:/, "");
  return type === "golang" ? text.replace(/^v(?=\d)/, "") : text;
}

function distinct(components: readonly SbomComponent[]): SbomComponent[] {
  const seen = new Map(components.map((each) => [orderOf(each), each]));
  return [...seen].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
}

function orderOf({ type, name, version }: SbomComponent): string {
  return `${type ?? ""}\0${name}\0${version ?? ""}`;
}
