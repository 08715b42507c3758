// Which files of a layer are kept while it streams by, and in what form. Chosen by the end of the path, since folders may
// be links (`/lib` -> `usr/lib`); what lies elsewhere through links is fetched by a second pass.
import { type ManifestKind, manifestKind, manifestLimit } from "../packages/languages/manifest.ts";
import { isDpkgList } from "../packages/owned/dpkg-list.ts";
import { endingOf } from "../path-ending.ts";
import { isProgramSign } from "../runtimes/program-signs.ts";
import { wantsRuntimeFile } from "../runtimes/read-runtimes.ts";
import { isDpkgSums } from "../system/package-sums.ts";
import { isSupportSign } from "../system/support-signs.ts";
import { isSystemText, isTrustBundle } from "../system/system-texts.ts";

/**
 * `text`: whole; `accounts`: whole but for password hashes; `settings`: whole but for secrets; `head`: the beginning
 * suffices; `banner`, `busybox`: the version it states; `digest`: the SHA-256 of it; `sums`: the lines of a package's
 * digests that are compared; others: parsed to packages.
 */
export type Keep = "text" | "accounts" | "settings" | "head" | "banner" | "busybox" | "digest" | "sums" | DatabaseKeep;
/** Kinds of files that are held and parsed to packages of that type. */
export type DatabaseKeep = "deb" | "deb-files" | "apk" | "rpm" | ManifestKind;

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Bytes of a file that are held at most; larger ones (but for `head`, `banner`, `digest`) are not read, which becomes a limit. */
export const keepLimit: Readonly<Record<Keep, number>> = {
  text: 4 * mebibyte,
  accounts: 4 * mebibyte,
  settings: 4 * mebibyte,
  head: 64 * kibibyte,
  deb: 64 * mebibyte,
  /** One package's files: 2 MiB of the largest packages there are. */
  "deb-files": 16 * mebibyte,
  apk: 64 * mebibyte,
  /** A database of 1,500 packages has about 100 MiB; it is held whole, within the 300 MiB that a scan may take. */
  rpm: 160 * mebibyte,
  busybox: 4 * mebibyte,
  /** Searched, not held. */
  banner: 0,
  /** Hashed, not held. */
  digest: 0,
  /** 1.5 MiB of the largest packages there are. */
  sums: 16 * mebibyte,
  ...manifestLimit,
};
/** Bytes of kept text in one layer; beyond it only a second pass, which names its files, gets more. */
export const keptTextLimit = 32 * mebibyte;
/** Bytes of text that a second pass over one layer keeps; what it leaves out becomes a limit. */
export const fetchedTextLimit = 64 * mebibyte;

const texts =
  /(?:\/etc\/(?:os-release|debian_version|redhat-release|system-release-cpe|alpine-release)|\/lib\/os-release|\/dpkg\/diversions)$/;
const accounts = /\/etc\/(?:passwd|group|shadow)$/;
const settings = new RegExp(
  [
    "/etc/apt/(?:sources\\.list|apt\\.conf|sources\\.list\\.d/[^/]+\\.(?:list|sources)|apt\\.conf\\.d/[^/]+)",
    "/etc/apk/(?:repositories|config|repositories\\.d/[^/]+)",
    "/etc/(?:yum\\.conf|dnf/dnf\\.conf|zypp/zypp\\.conf)",
    "/etc/(?:yum\\.repos\\.d|distro\\.repos\\.d|zypp/repos\\.d)/[^/]+\\.repo",
  ]
    .map((pattern) => `${pattern}$`)
    .join("|"),
);

const rpmFiles =
  /\/(?:(?:lib|sysimage|share)\/rpm\/(?:Packages(?:\.db)?|rpmdb\.sqlite)|rpmmanifest\/container-manifest-2)$/;

/** Endings of names that a rule below may accept, besides names without one and files of folders called `*.d`. */
const endings: ReadonlySet<string> = new Set(
  "app bashrc cnf conf crt db defs ear egg-info gemspec h jar json list md5sums pem rb repo sources sqlite war".split(
    " ",
  ),
);

/** In what form a file is kept; null = not at all. `path` is absolute inside the image. */
export function keepOf(path: string): Keep | null {
  const ending = endingOf(path);
  if (ending !== "" && !endings.has(ending) && !path.includes(".d/")) return null;
  if (path.endsWith("/dpkg/status")) return "deb";
  if (path.endsWith("/apk/db/installed")) return "apk";
  if (rpmFiles.test(path)) return "rpm";
  if (path.endsWith("/bin/busybox")) return "busybox";
  if (isStatusPart(path)) return "deb";
  if (isDpkgList(path)) return "deb-files";
  const manifest = manifestKind(path);
  if (manifest !== null) return manifest;
  if (isProgramSign(path)) return "banner";
  if (texts.test(path)) return "text";
  if (accounts.test(path)) return "accounts";
  // The one is written by a client with an account; the others list names of repositories.
  if (isSupportSign(path)) return path.includes("/ubuntu-advantage/") ? "settings" : "text";
  if (settings.test(path) || isSystemText(path)) return "settings";
  if (isDpkgSums(path)) return "sums";
  if (isTrustBundle(path)) return "digest";
  return wantsRuntimeFile(path) ? "head" : null;
}

/** A package's own file in the form that distroless images use; `.md5sums` beside it is none. */
export function isStatusPart(path: string): boolean {
  return path.includes("/dpkg/status.d/") && /\/dpkg\/status\.d\/[^/]+$/.test(path) && !path.endsWith(".md5sums");
}
