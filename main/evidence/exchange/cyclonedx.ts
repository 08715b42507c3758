// An image's packages as CycloneDX 1.6 JSON. The kept library writes what it knows; what its model lacks (compositions,
// annotations, occurrences: specification 1.6, "Compositions" and "Annotations") is added to what it wrote.
import { ComponentType } from "@cyclonedx/cyclonedx-library/Enums";
import { Bom, Component, Property } from "@cyclonedx/cyclonedx-library/Models";
import { JSON as CycloneDxJson } from "@cyclonedx/cyclonedx-library/Serialize";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import { canonicalJson, readableJson } from "../../../shared/canonical-json.ts";
import { displayName } from "../../../shared/reference.ts";
import { uuid5 } from "../uuid5.ts";
import { imagePurlOf } from "./image-names.ts";
import { type Inventory, type InventoryItem, layersOf, type Place } from "./inventory.ts";
import { splitName } from "./package-purl.ts";

/** A namespace of our own, drawn at random once. */
const namespace = "c1f0a9b25d704b7c8a3e6f1d2b94e057";
const imageRef = "image";
const systemRef = "operating-system";

/**
 * The SBOM as text with a final line feed. The serial number follows from everything but the time, so equal images judged
 * by equal versions have the same. What was not read stands in an annotation each, and makes the composition `incomplete`.
 */
export function cycloneDxOf(inventory: Inventory): string {
  const bom = new Bom();
  bom.metadata.component = imageComponent(inventory);
  bom.metadata.tools.components.add(
    new Component(ComponentType.Application, inventory.tool.name, { version: inventory.tool.version }),
  );
  for (const component of systemComponent(inventory)) bom.components.add(component);
  for (const item of inventory.items) bom.components.add(componentOf(item, inventory));
  const written = new CycloneDxJson.Normalize.Factory(Spec1dot6).makeForBom().normalize(bom, { sortLists: false });
  const places = new Map(inventory.items.map(({ ref, places }) => [ref, places]));
  const content = {
    ...written,
    components: (written.components ?? []).map((component) => ({
      ...component,
      ...occurrences(places.get(component["bom-ref"] ?? ""), inventory),
    })),
    // An entry without `dependsOn` would say that nothing depends on anything; that was not looked into.
    dependencies: undefined,
    compositions: [
      { aggregate: inventory.completeness, assemblies: [imageRef] },
      { aggregate: "unknown", dependencies: [imageRef] },
    ],
  };
  return readableJson({
    ...content,
    serialNumber: `urn:uuid:${uuid5(namespace, canonicalJson([content, inventory.notRead]))}`,
    metadata: { ...written.metadata, timestamp: inventory.created },
    ...annotations(inventory),
  });
}

function imageComponent({ audit, items, notRead }: Inventory): Component {
  const { image, facts } = audit;
  const component = new Component(ComponentType.Container, displayName(image), {
    bomRef: imageRef,
    version: image.id,
    purl: imagePurlOf(image) ?? undefined,
  });
  const say = (name: string, value: string) => component.properties.add(new Property(`plimsoll:${name}`, value));
  say("image:id-kind", image.idKind);
  say("image:platform", image.platform);
  for (const reference of image.references) say("image:reference", reference);
  for (const reference of image.repoDigests) say("image:repo-digest", reference);
  for (const [index, { diffId }] of image.layers.entries()) say(`layer:${index}`, diffId);
  say("facts:version", String(facts.version));
  say("packages", String(items.length));
  say("not-read", String(notRead.length));
  return component;
}

function systemComponent({ audit }: Inventory): Component[] {
  const { os } = audit.facts;
  if (os === null) return [];
  const component = new Component(ComponentType.OperatingSystem, os.id, {
    bomRef: systemRef,
    version: os.versionId ?? undefined,
    description: os.prettyName ?? undefined,
  });
  component.properties.add(new Property("plimsoll:path", os.evidence));
  return [component];
}

function componentOf(item: InventoryItem, { audit }: Inventory): Component {
  const { group, name } = item.type === null ? { group: "", name: item.name } : splitName(item.type, item.name);
  const component = new Component(item.kind === "package" ? ComponentType.Library : ComponentType.Application, name, {
    bomRef: item.ref,
    version: item.version,
    group: group === "" ? undefined : group,
    purl: item.purl ?? undefined,
  });
  const say = (key: string, value: string) => component.properties.add(new Property(`plimsoll:${key}`, value));
  if (item.type !== null) say("package:type", item.type);
  if (item.arch !== "") say("package:arch", item.arch);
  if (item.source !== undefined) {
    say("package:source-name", item.source.name);
    say("package:source-version", item.source.version);
  }
  for (const layer of layersOf(item.places)) {
    say("layer:index", String(layer));
    const diffId = audit.image.layers[layer]?.diffId;
    if (diffId !== undefined) say("layer:diff-id", diffId);
  }
  return component;
}

function occurrences(places: readonly Place[] | undefined, { audit }: Inventory): object {
  if (places === undefined) return {};
  const found = places.map(({ path, layer }) => {
    const diffId = layer === null ? undefined : audit.image.layers[layer]?.diffId;
    return { location: path, ...(diffId === undefined ? {} : { additionalContext: `layer ${layer}, ${diffId}` }) };
  });
  return { evidence: { occurrences: found } };
}

function annotations({ notRead, tool, created }: Inventory): object {
  if (notRead.length === 0) return {};
  const annotator = { component: { type: "application", name: tool.name, version: tool.version } };
  return {
    annotations: notRead.map((line) => ({
      subjects: [imageRef],
      annotator,
      timestamp: created,
      text: `Not read: ${line}`,
    })),
  };
}
