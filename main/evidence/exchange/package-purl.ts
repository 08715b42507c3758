// The purl of a package that was read from an image. Rules of each type: purl specification, "purl types". Qualifiers beyond
// them: `distro` and `upstream` as syft, grype and trivy write and read them, so that scanners match the distribution's data.
import type { Os, Package } from "../../../shared/model/facts.ts";
import { type Purl, writePurl } from "./purl.ts";

type Named = Pick<Package, "type" | "name" | "version" | "arch" | "source">;
type Release = Pick<Os, "id" | "versionId">;

/** Vendors that purl calls otherwise than os-release does. */
const vendors: Readonly<Record<string, string>> = {
  rhel: "redhat",
  "opensuse-leap": "opensuse",
  "opensuse-tumbleweed": "opensuse",
};

/** The purl, null where its type asks for something that is not known: the group of a Maven artifact. */
export function purlOf(each: Named, os: Release | null): string | null {
  const parts = partsOf(each, os);
  return parts === null ? null : writePurl(parts);
}

/**
 * The name in parts, as purl and CycloneDX have it: what stands before the name proper (`@scope`, group, vendor), empty
 * where nothing does. Go's modules are one name here, though their purl divides it.
 */
export function splitName(type: Package["type"], name: string): { group: string; name: string } {
  const at = type === "maven" ? name.indexOf(":") : type === "npm" && !name.startsWith("@") ? -1 : name.indexOf("/");
  const isSplit = at > 0 && at < name.length - 1 && ["maven", "npm", "composer"].includes(type);
  return isSplit ? { group: name.slice(0, at), name: name.slice(at + 1) } : { group: "", name };
}

function partsOf(each: Named, os: Release | null): Purl | null {
  const { type, version } = each;
  const none = new Map<string, string>();
  const { group, name } = splitName(type, each.name);
  switch (type) {
    case "deb":
    case "apk":
      return { type, namespace: vendorOf(os), name: name.toLowerCase(), version, qualifiers: ofSystem(each, os) };
    case "rpm": {
      const [, epoch, plain = version] = /^(\d+):(.+)$/.exec(version) ?? [];
      const qualifiers = ofSystem(each, os);
      if (epoch !== undefined) qualifiers.set("epoch", epoch);
      return { type, namespace: vendorOf(os), name, version: plain, qualifiers };
    }
    case "pypi":
      return { type, namespace: "", name: name.toLowerCase().replaceAll("_", "-"), version, qualifiers: none };
    case "composer":
      return { type, namespace: group.toLowerCase(), name: name.toLowerCase(), version, qualifiers: none };
    case "golang": {
      const path = name.toLowerCase();
      const slash = path.lastIndexOf("/");
      const namespace = slash < 0 ? "" : path.slice(0, slash);
      return { type, namespace, name: path.slice(slash + 1), version, qualifiers: none };
    }
    case "maven":
      return group === "" ? null : { type, namespace: group, name, version, qualifiers: none };
    case "npm":
    case "gem":
    case "nuget":
      return { type, namespace: group, name, version, qualifiers: none };
  }
}

function vendorOf(os: Release | null): string {
  const id = os?.id.toLowerCase() ?? "";
  return vendors[id] ?? id;
}

function ofSystem({ arch, version, source }: Named, os: Release | null): Map<string, string> {
  const qualifiers = new Map([["arch", arch]]);
  if (os !== null) qualifiers.set("distro", os.versionId === null ? os.id : `${os.id}-${os.versionId}`);
  if (source !== undefined)
    qualifiers.set("upstream", source.version === version ? source.name : `${source.name}@${source.version}`);
  return qualifiers;
}
