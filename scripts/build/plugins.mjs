// What esbuild must be told about two packages, and about bundles that load one another.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Importing electron outside Electron starts a download; a bundle for plain Node must not hold it at all. */
export const noElectron = {
  name: "no-electron",
  setup(build) {
    build.onResolve({ filter: /^electron($|\/)/ }, ({ importer }) => ({
      errors: [{ text: `electron must not be reached from here (imported by ${importer})` }],
    }));
  },
};

/**
 * Sources that a bundle loads as another bundle beside it, by `import()` alone: imported plainly they would be loaded
 * with it, which is an error.
 * @param {string} root
 * @param {Readonly<Record<string, string>>} bundles path of the source, relative to the root, to the bundle's name
 */
export function loadedOnDemand(root, bundles) {
  const byPath = new Map(Object.entries(bundles).map(([source, name]) => [join(root, source), name]));
  return {
    name: "loaded-on-demand",
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind, importer }) => {
        const name = byPath.get(resolve(resolveDir, path));
        if (name === undefined) return undefined;
        if (kind === "dynamic-import") return { path: `./${name}`, external: true };
        return { errors: [{ text: `${path} must be loaded by import() (imported by ${importer})` }] };
      });
    },
  };
}

/**
 * Native parts (`x.node`) stay outside, required inside try/catch by their packages. A script whose name ends so without
 * its `.js`, as the serializers of cyclonedx-library do, is a script and is taken in.
 */
export const nativeAddons = {
  name: "native-addons",
  setup(build) {
    build.onResolve({ filter: /\.node$/ }, ({ path, resolveDir }) =>
      path.startsWith(".") && existsSync(`${resolve(resolveDir, path)}.js`) ? undefined : { path, external: true },
    );
  },
};

/**
 * pdfkit asks for the metrics of the standard fonts through a require of its own making and a name that only its
 * package.json knows; written plainly, esbuild takes them in.
 */
export const standardFonts = {
  name: "standard-fonts",
  setup(build) {
    build.onLoad({ filter: /[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replaceAll(
        /require\$1\('#standard-fonts\/(\w+)'\)/g,
        "require('pdfkit/standard-fonts/$1')",
      );
      if (contents === text) return { errors: [{ text: "pdfkit no longer loads its fonts as this build expects" }] };
      return { contents, loader: "js" };
    });
  },
};
