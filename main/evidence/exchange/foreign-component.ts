// A package as another's SBOM names it, in the words in which packages of images are named here.
import { PackageType } from "../../../shared/model/facts.ts";
import type { SbomComponent } from "../../../shared/model/sbom.ts";
import { type Purl, readPurl } from "./purl.ts";

export const maxComponents = 200_000;

/** What its purl says, else its own name and version. A purl of an image, and one of sources, is no installed package. */
export function foreignComponent(
  name: string,
  version: string | null,
  purlText: string | null,
): SbomComponent | "other" {
  const purl = purlText === null ? null : readPurl(purlText);
  if (purl === null || purlText === null) return { type: null, name, version };
  if (["oci", "docker"].includes(purl.type) || purl.qualifiers.get("arch") === "source") return "other";
  return { type: purl.type, name: nameIn(purl), version: versionIn(purl) ?? version, purl: purlText };
}

function nameIn({ type, namespace, name }: Purl): string {
  if (namespace === "" || isOfSystem(type)) return name;
  return `${namespace}${type === "maven" ? ":" : "/"}${name}`;
}

/** The epoch of an rpm stands in a qualifier. */
function versionIn({ type, version, qualifiers }: Purl): string | null {
  const epoch = qualifiers.get("epoch");
  return version !== null && type === "rpm" && epoch !== undefined && /^\d+$/.test(epoch)
    ? `${epoch}:${version}`
    : version;
}

/** Packages of distributions: the namespace is the vendor, not a part of the name. */
function isOfSystem(type: string): boolean {
  return type === "deb" || type === "apk" || type === "rpm";
}

/** Whether packages of this kind are read from images. */
export function isReadKind(type: string): boolean {
  return PackageType.safeParse(type).success;
}
