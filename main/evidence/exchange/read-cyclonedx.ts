// CycloneDX 1.4 to 1.6 JSON that others wrote: components at any depth, and how whole the list calls itself.
// Specification: cyclonedx.org, "components", "compositions".
import type { Completeness, ReadSbom, SbomComponent } from "../../../shared/model/sbom.ts";
import { foreignComponent, maxComponents } from "./foreign-component.ts";
import { listOf, memberOf, textOf } from "./json-value.ts";

const versions = ["1.4", "1.5", "1.6"];
/** Components that are software packages; files, systems, devices, data and models are not. */
const packageTypes = ["library", "framework", "application"];

/** The list; a text says why it cannot be read: `version` that is not known, or `too-many` components. */
export function readCycloneDx(json: unknown): ReadSbom | "version" | "too-many" {
  const version = textOf(memberOf(json, "specVersion"));
  if (version === null || !versions.includes(version)) return "version";
  const metadata = memberOf(json, "metadata");
  const subject = memberOf(metadata, "component");
  const components: SbomComponent[] = [];
  let others = 0;
  let malformed = 0;
  // Not by recursion: how deep components lie in each other is the writer's choice.
  const open: unknown[] = [...listOf(memberOf(json, "components"))].reverse();
  for (let seen = 0; open.length > 0; seen++) {
    if (seen >= maxComponents || open.length > maxComponents) return "too-many";
    const next = open.pop();
    for (const inner of [...listOf(memberOf(next, "components"))].reverse()) open.push(inner);
    const type = textOf(memberOf(next, "type"));
    const name = textOf(memberOf(next, "name"));
    if (name === null || type === null) {
      malformed++;
      continue;
    }
    const group = textOf(memberOf(next, "group"));
    const found = packageTypes.includes(type)
      ? foreignComponent(
          group === null ? name : `${group}/${name}`,
          textOf(memberOf(next, "version")),
          textOf(memberOf(next, "purl")),
        )
      : "other";
    if (found === "other") others++;
    else components.push(found);
  }
  return {
    format: { name: "cyclonedx", version },
    created: textOf(memberOf(metadata, "timestamp")),
    tools: toolsOf(memberOf(metadata, "tools")),
    subject: textOf(memberOf(subject, "name")),
    components,
    completeness: completenessOf(listOf(memberOf(json, "compositions")), textOf(memberOf(subject, "bom-ref"))),
    others,
    malformed,
  };
}

/** A list of tools until 1.4, an object of components since. */
function toolsOf(tools: unknown): string[] {
  const list = Array.isArray(tools) ? tools : listOf(memberOf(tools, "components"));
  return list.slice(0, 20).flatMap((tool) => {
    const words = [textOf(memberOf(tool, "name")), textOf(memberOf(tool, "version"))].filter((word) => word !== null);
    return words.length === 0 ? [] : [words.join(" ")];
  });
}

/** Of the compositions that speak of the whole: those of the subject, or of nothing in particular. */
function completenessOf(compositions: readonly unknown[], subject: string | null): Completeness {
  const said = compositions.slice(0, maxComponents).flatMap((each) => {
    const assemblies = memberOf(each, "assemblies");
    const isOfAll = assemblies === undefined ? memberOf(each, "dependencies") === undefined : subject !== null;
    const isMeant = isOfAll && (assemblies === undefined || listOf(assemblies).includes(subject));
    return isMeant ? [textOf(memberOf(each, "aggregate")) ?? ""] : [];
  });
  if (said.some((aggregate) => aggregate.startsWith("incomplete"))) return "incomplete";
  return said.length > 0 && said.every((aggregate) => aggregate === "complete") ? "complete" : "unknown";
}
