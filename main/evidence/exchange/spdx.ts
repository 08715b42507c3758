// An image's packages as SPDX 2.3 JSON. Fields: published JSON schema and SPDX specification 2.3, clauses 6 (document), 7 (package),
// 11 (relationships; `NOASSERTION` beside CONTAINS says that there may be more) and 12 (annotations).
import { z } from "zod";
import { canonicalJson, readableJson } from "../../../shared/canonical-json.ts";
import { displayName } from "../../../shared/reference.ts";
import { uuid5 } from "../uuid5.ts";
import { imagePurlOf } from "./image-names.ts";
import { type Inventory, type InventoryItem, layersOf } from "./inventory.ts";

const SpdxId = z.string().regex(/^SPDXRef-[A-Za-z0-9.-]+$/);
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);

const Annotation = z.strictObject({
  annotationDate: Instant,
  annotationType: z.literal("OTHER"),
  annotator: z.string(),
  comment: z.string(),
});

const SpdxPackage = z.strictObject({
  SPDXID: SpdxId,
  name: z.string(),
  versionInfo: z.string().optional(),
  primaryPackagePurpose: z.enum(["CONTAINER", "OPERATING_SYSTEM", "LIBRARY", "APPLICATION"]).optional(),
  downloadLocation: z.literal("NOASSERTION"),
  filesAnalyzed: z.literal(false),
  licenseConcluded: z.literal("NOASSERTION"),
  licenseDeclared: z.literal("NOASSERTION"),
  copyrightText: z.literal("NOASSERTION"),
  sourceInfo: z.string().optional(),
  externalRefs: z
    .array(
      z.strictObject({
        referenceCategory: z.literal("PACKAGE-MANAGER"),
        referenceType: z.literal("purl"),
        referenceLocator: z.string().regex(/^pkg:\S+$/),
      }),
    )
    .optional(),
  annotations: z.array(Annotation).optional(),
});
type SpdxPackage = z.infer<typeof SpdxPackage>;

/** The documents that Plimsoll writes: a part of what SPDX 2.3 allows. */
export const SpdxDocument = z.strictObject({
  spdxVersion: z.literal("SPDX-2.3"),
  dataLicense: z.literal("CC0-1.0"),
  SPDXID: z.literal("SPDXRef-DOCUMENT"),
  name: z.string().min(1),
  documentNamespace: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  comment: z.string(),
  creationInfo: z.strictObject({ created: Instant, creators: z.array(z.string()).min(1) }),
  documentDescribes: z.array(SpdxId),
  packages: z.array(SpdxPackage),
  relationships: z.array(
    z.strictObject({
      spdxElementId: SpdxId,
      relationshipType: z.enum(["DESCRIBES", "CONTAINS"]),
      relatedSpdxElement: z.union([SpdxId, z.literal("NOASSERTION")]),
      comment: z.string().optional(),
    }),
  ),
});
export type SpdxDocument = z.infer<typeof SpdxDocument>;

const documentId = "SPDXRef-DOCUMENT";
const imageId = "SPDXRef-Image";
const nothingSaid = {
  downloadLocation: "NOASSERTION",
  filesAnalyzed: false,
  licenseConcluded: "NOASSERTION",
  licenseDeclared: "NOASSERTION",
  copyrightText: "NOASSERTION",
} as const;

/** The SBOM as text with a final line feed. Its namespace follows from everything but the time of creation. */
export function spdxOf(inventory: Inventory): string {
  const { tool, created } = inventory;
  const packages = [imagePackage(inventory), ...systemPackage(inventory), ...inventory.items.map(packageOf(inventory))];
  const content = {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: documentId,
    name: displayName(inventory.audit.image),
    comment: commentOf(inventory),
    documentDescribes: [imageId],
    packages,
    relationships: [
      { spdxElementId: documentId, relationshipType: "DESCRIBES", relatedSpdxElement: imageId },
      ...packages.slice(1).map((each) => contains(each.SPDXID)),
      contains("NOASSERTION", commentOf(inventory)),
    ],
  } as const;
  const { annotations: _, ...image } = packages[0] ?? {};
  const named = [inventory.notRead, image, { ...content, packages: packages.slice(1) }];
  const document = {
    ...content,
    documentNamespace: `urn:uuid:${uuid5("7e0c3f5a92b64d18a1cf40d6e8b3275d", canonicalJson(named))}`,
    creationInfo: { created, creators: [`Tool: ${tool.name}-${tool.version}`] },
  };
  return readableJson(SpdxDocument.parse(document));
}

function contains(relatedSpdxElement: string, comment?: string) {
  const relationshipType = "CONTAINS" as const;
  return {
    spdxElementId: imageId,
    relationshipType,
    relatedSpdxElement,
    ...(comment === undefined ? {} : { comment }),
  };
}

function imagePackage({ audit, notRead, tool, created }: Inventory): SpdxPackage {
  const { image } = audit;
  const layers = image.layers.map(({ diffId }, index) => `layer ${index} ${diffId}`).join(", ");
  const annotator = `Tool: ${tool.name}-${tool.version}`;
  return {
    SPDXID: imageId,
    name: displayName(image),
    versionInfo: image.id,
    primaryPackagePurpose: "CONTAINER",
    ...nothingSaid,
    sourceInfo: `id is the ${image.idKind} digest; platform ${image.platform}; ${layers === "" ? "no layers" : layers}`,
    ...purlRef(imagePurlOf(image)),
    ...(notRead.length === 0
      ? {}
      : {
          annotations: notRead.map((line) => ({
            annotationDate: created,
            annotationType: "OTHER" as const,
            annotator,
            comment: `Not read: ${line}`,
          })),
        }),
  };
}

function systemPackage({ audit }: Inventory): SpdxPackage[] {
  const { os } = audit.facts;
  if (os === null) return [];
  return [
    {
      SPDXID: "SPDXRef-OperatingSystem",
      name: os.id,
      ...(os.versionId === null ? {} : { versionInfo: os.versionId }),
      primaryPackagePurpose: "OPERATING_SYSTEM",
      ...nothingSaid,
      sourceInfo: `read from ${os.evidence}`,
    },
  ];
}

function packageOf({ audit }: Inventory): (item: InventoryItem) => SpdxPackage {
  return (item) => {
    const layers = layersOf(item.places).map((layer) => {
      const diffId = audit.image.layers[layer]?.diffId;
      return diffId === undefined ? `layer ${layer}` : `layer ${layer} ${diffId}`;
    });
    const places = [...new Set(item.places.map(({ path }) => path))];
    return {
      SPDXID: `SPDXRef-${item.ref}`,
      name: item.name,
      versionInfo: item.version,
      primaryPackagePurpose: item.kind === "package" ? "LIBRARY" : "APPLICATION",
      ...nothingSaid,
      sourceInfo: [`read from ${places.join(", ")}`, ...layers].join("; "),
      ...purlRef(item.purl),
    };
  };
}

function purlRef(purl: string | null): Pick<SpdxPackage, "externalRefs"> {
  if (purl === null) return {};
  return {
    externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }],
  };
}

/** How far the list can be relied on. Licences and copyright are not read from images at all. */
function commentOf({ notRead, completeness }: Inventory): string {
  return completeness === "incomplete"
    ? `Incomplete: ${notRead.length} parts of the image that list packages or programs were not read; see the annotations of ${imageId}.`
    : "Every package database and manifest that was found was read; software that none of them lists is not seen.";
}
