// SPDX 2.2 and 2.3 JSON that others wrote: packages, without the one that the document describes. Specification: clauses 7
// (package information) and 11 (relationships).
import type { Completeness, ReadSbom, SbomComponent } from "../../../shared/model/sbom.ts";
import { foreignComponent, maxComponents } from "./foreign-component.ts";
import { listOf, memberOf, textOf } from "./json-value.ts";

const versions: Readonly<Record<string, string>> = { "SPDX-2.2": "2.2", "SPDX-2.3": "2.3" };
const otherPurposes = ["CONTAINER", "OPERATING-SYSTEM", "OPERATING_SYSTEM", "FILE", "SOURCE", "ARCHIVE", "DEVICE"];

/** The list; a text says why it cannot be read: `version` that is not known, or `too-many` packages or relationships. */
export function readSpdx(json: unknown): ReadSbom | "version" | "too-many" {
  const stated = textOf(memberOf(json, "spdxVersion"));
  const version = stated === null || !Object.hasOwn(versions, stated) ? undefined : versions[stated];
  if (version === undefined) return "version";
  const packages = listOf(memberOf(json, "packages"));
  const relationships = listOf(memberOf(json, "relationships"));
  if (packages.length > maxComponents || relationships.length > 20 * maxComponents) return "too-many";
  const described = describedIn(json, relationships);
  const components: SbomComponent[] = [];
  let others = 0;
  let malformed = 0;
  for (const each of packages) {
    const name = textOf(memberOf(each, "name"));
    const id = textOf(memberOf(each, "SPDXID"));
    const purpose = textOf(memberOf(each, "primaryPackagePurpose"));
    if (name === null) {
      malformed++;
      continue;
    }
    const isOther = (id !== null && described.has(id)) || (purpose !== null && otherPurposes.includes(purpose));
    const found = isOther ? "other" : foreignComponent(name, versionOf(each), purlIn(each));
    if (found === "other") others++;
    else components.push(found);
  }
  const [only, ...more] = packages.filter((each) => described.has(textOf(memberOf(each, "SPDXID")) ?? ""));
  const creation = memberOf(json, "creationInfo");
  return {
    format: { name: "spdx", version },
    created: textOf(memberOf(creation, "created")),
    tools: listOf(memberOf(creation, "creators"))
      .slice(0, 20)
      .flatMap((creator) => /^Tool:\s*(.+)$/.exec(textOf(creator) ?? "")?.[1] ?? []),
    subject: more.length > 0 ? null : textOf(memberOf(only, "name")),
    components,
    completeness: completenessOf(relationships, described),
    others,
    malformed,
  };
}

/** The image itself. A document that describes every package of its list describes the list, and none is left out. */
function describedIn(json: unknown, relationships: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of listOf(memberOf(json, "documentDescribes"))) found.add(textOf(id) ?? "");
  for (const each of relationships) {
    if (memberOf(each, "relationshipType") !== "DESCRIBES") continue;
    if (memberOf(each, "spdxElementId") === "SPDXRef-DOCUMENT") {
      found.add(textOf(memberOf(each, "relatedSpdxElement")) ?? "");
    }
  }
  found.delete("");
  return found.size === 1 ? found : new Set();
}

/** SPDX has two ways to say that nothing is said. */
function versionOf(each: unknown): string | null {
  const version = textOf(memberOf(each, "versionInfo"));
  return version === "NOASSERTION" || version === "NONE" ? null : version;
}

function purlIn(each: unknown): string | null {
  for (const reference of listOf(memberOf(each, "externalRefs")).slice(0, 1000)) {
    if (memberOf(reference, "referenceType") === "purl") return textOf(memberOf(reference, "referenceLocator"));
  }
  return null;
}

/** `CONTAINS NOASSERTION` says that there may be more; `CONTAINS NONE` is of an empty image. */
function completenessOf(relationships: readonly unknown[], described: ReadonlySet<string>): Completeness {
  const isOpen = relationships.some(
    (each) =>
      memberOf(each, "relationshipType") === "CONTAINS" &&
      memberOf(each, "relatedSpdxElement") === "NOASSERTION" &&
      described.has(textOf(memberOf(each, "spdxElementId")) ?? ""),
  );
  return isOpen ? "incomplete" : "unknown";
}
