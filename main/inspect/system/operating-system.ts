// Which operating system the image holds, in the order of os-release(5) and syft's fallbacks: /etc/os-release as a whole,
// only without it /usr/lib/os-release, then the older files, last the BusyBox banner. Links resolve inside the image.
import type { Os } from "../../../shared/model/facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { parseOsRelease, parseRedhatRelease, parseReleaseCpe } from "./os-release.ts";

type Release = Readonly<Record<string, string>>;

const fallbacks: readonly { readonly path: string; readonly parse: (text: string) => Release | null }[] = [
  { path: "/etc/system-release-cpe", parse: parseReleaseCpe },
  { path: "/etc/redhat-release", parse: parseRedhatRelease },
  { path: "/etc/debian_version", parse: (text) => (debianNumber(text) === null ? null : { ID: "debian" }) },
];

/** The operating system; null where the image holds none. What cannot be read becomes a limit on `os`. */
export function operatingSystemOf(files: ImageFiles): Os | null {
  const before = files.missing.length;
  for (const path of ["/etc/os-release", "/usr/lib/os-release"]) {
    const file = files.text(path, "os");
    // One that is there and could not be read must not make a weaker file the answer.
    if (file === null && files.missing.length > before) return null;
    if (file === null) continue;
    const release = parseOsRelease(file.content);
    if (release["ID"] !== undefined || release["NAME"] !== undefined) return osOf(files, release, path, file.layer);
    files.limits.add("gap", "os", path, "inspect.no-release", { path }, file.layer);
    return null;
  }
  for (const { path, parse } of fallbacks) {
    const file = files.text(path, "os");
    const release = file === null ? null : parse(file.content);
    if (file !== null && release !== null) return osOf(files, release, path, file.layer);
  }
  const busybox = files.text("/bin/busybox", "os", "busybox");
  const version = /^BusyBox v([\d.]+)/.exec(busybox?.content ?? "")?.[1];
  if (busybox === null || version === undefined) return null;
  const release = { ID: "busybox", VERSION_ID: version, PRETTY_NAME: `BusyBox v${version}` };
  return osOf(files, release, "/bin/busybox", busybox.layer);
}

function osOf(files: ImageFiles, release: Release, evidence: string, layer: number): Os {
  // os-release(5): without ID a system is "linux", which no lifecycle knows; an old file may still have a name.
  const id = release["ID"] ?? "linux";
  const debianVersion = files.text("/etc/debian_version", "os")?.content.split("\n")[0]?.trim().slice(0, 100);
  const repositories = apkRepositories(files);
  return {
    id,
    versionId: release["VERSION_ID"] ?? null,
    prettyName: release["PRETTY_NAME"] ?? release["NAME"] ?? null,
    product: null,
    cycle: null,
    evidence,
    release: { ...release },
    ...(debianVersion === undefined || debianVersion === "" ? {} : { debianVersion }),
    ...(repositories === null ? {} : { apkRepositories: repositories }),
    layer,
  };
}

function debianNumber(text: string): string | null {
  return /^\d+(?:\.\d+)?$/.exec(text.trim())?.[0] ?? null;
}

/** The lines of /etc/apk/repositories in use, user and password taken out; null where there is no such file. */
function apkRepositories(files: ImageFiles): string[] | null {
  const file = files.text("/etc/apk/repositories", "os", "settings");
  if (file === null) return null;
  const lines = file.content.split("\n").map((line) => line.trim());
  const used = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return used.slice(0, 100).map((line) => line.slice(0, 500).replace(/(\/\/)[^/@\s]*@/, "$1"));
}
