// Files by which the package managers of languages say what they installed, told by the end of the path: npm
// (docs.npmjs.com, "folders"), Python (PyPA "recording installed projects", and setuptools' older egg-info), RubyGems
// (`specifications`), Java archives, Composer (`vendor/composer`), .NET (`NAME.deps.json`).

/** Kinds of manifests, called as the type of the packages that they name. */
export type ManifestKind = "npm" | "pypi" | "gem" | "maven" | "composer" | "nuget";

const mebibyte = 1024 * 1024;

/** Bytes of a manifest that are read at most; a Java archive is held as a whole while its directory is read. */
export const manifestLimit: Readonly<Record<ManifestKind, number>> = {
  npm: mebibyte,
  pypi: mebibyte,
  gem: mebibyte,
  maven: 64 * mebibyte,
  composer: 8 * mebibyte,
  nuget: 8 * mebibyte,
};

/** A package of its own, not a `package.json` that lies somewhere inside one. */
const npmManifest = /\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*\/package\.json$/;
const eggInfo = /\/[^/]+\.(?:egg-info|egg\/EGG-INFO)\/PKG-INFO$/;
const gemManifest = /\/specifications\/(?:default\/)?[^/]+\.gemspec$/;

/** What kind of manifest lies at `path`, absolute inside the image; null for every other file. Asked for millions of files. */
export function manifestKind(path: string): ManifestKind | null {
  switch (path.charCodeAt(path.length - 1)) {
    case 0x6e: // n
      if (path.endsWith("/package.json")) return npmManifest.test(path) ? "npm" : null;
      if (path.endsWith("/composer/installed.json")) return "composer";
      return path.endsWith(".deps.json") ? "nuget" : null;
    case 0x41: // A
      return path.endsWith(".dist-info/METADATA") ? "pypi" : null;
    case 0x4f: // O
      return path.endsWith("/PKG-INFO") && eggInfo.test(path) ? "pypi" : null;
    case 0x6f: // o
      return path.endsWith(".egg-info") ? "pypi" : null;
    case 0x63: // c
      return path.endsWith(".gemspec") && gemManifest.test(path) ? "gem" : null;
    case 0x72: // r
      return path.endsWith(".jar") || path.endsWith(".war") || path.endsWith(".ear") ? "maven" : null;
    default:
      return null;
  }
}
