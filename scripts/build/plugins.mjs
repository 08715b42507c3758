// What esbuild must be told about two packages.
import { readFileSync } from "node:fs";

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
