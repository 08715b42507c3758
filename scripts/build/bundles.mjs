// The five bundles that esbuild makes, and what each may leave outside. CommonJS for Node 18, so that the old stand-in
// Electron runs them too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolders } from "./notices.mjs";
import { loadedOnDemand, nativeAddons, noElectron, standardFonts } from "./plugins.mjs";

/**
 * Output name to entry; `part` says who needs it: the command line alone, or the app as well. `packages` are all that a
 * bundle may hold which has to be read in no time; `onDemand` are sources that it loads as bundles of their own.
 */
export const bundles = [
  {
    name: "cli.cjs",
    entry: "main/cli/main.ts",
    part: "cli",
    electron: false,
    banner: "#!/usr/bin/env node",
    packages: ["commander"],
    onDemand: { "main/cli/work.ts": "cli-work.cjs" },
  },
  { name: "cli-work.cjs", entry: "main/cli/work.ts", part: "cli", electron: false },
  { name: "worker.cjs", entry: "main/worker/entry.ts", part: "cli", electron: false },
  { name: "main.cjs", entry: "main/desktop/app.ts", part: "app", electron: true },
  { name: "preload.cjs", entry: "main/desktop/preload.ts", part: "app", electron: true },
];

// Optional natives of ssh2 and optional parts of the CycloneDX library, each required inside try/catch by its package.
const optional = ["cpu-features", "libxmljs2", "xmlbuilder2", "ajv-formats-draft2019"];

/**
 * Bundles the wanted parts into `out`.
 * @param {{root: string, out: string, parts: readonly string[], digest: string, partial: boolean, say: (line: string) => void}} job
 *   `partial` leaves out a bundle that cannot be made yet, saying so; otherwise that is an error
 * @returns {Promise<string[]>} the files that were taken in, relative to `root`
 */
export async function makeBundles({ root, out, parts, digest, partial, say }) {
  const { build, stop } = await import("esbuild");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const taken = [];
  try {
    for (const { name, entry, part, electron, banner, packages, onDemand = {} } of bundles) {
      if (!parts.includes(part)) continue;
      const result = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: join(out, name),
        bundle: true,
        platform: "node",
        format: "cjs",
        target: "node18",
        external: electron ? ["electron", ...optional] : optional,
        plugins: [standardFonts, nativeAddons, ...(electron ? [] : [noElectron]), loadedOnDemand(root, onDemand)],
        // Between bundles a plain require: Node's own import() would first parse the other bundle for its export names.
        supported: { "dynamic-import": false },
        // Names stay, so that a stack under --verbose can be read.
        minifyWhitespace: true,
        minifySyntax: true,
        keepNames: true,
        legalComments: "eof",
        banner: { js: [banner, name === "preload.cjs" ? "" : moduleUrl].filter(Boolean).join("\n") },
        define: {
          __PLIMSOLL_VERSION__: JSON.stringify(version),
          __PLIMSOLL_DIGEST__: JSON.stringify(digest),
          "process.env.NODE_ENV": '"production"',
          // What packages would print for their own developers goes past our words, and would hold what we keep quiet.
          "process.env.DEBUG": "undefined",
          "import.meta.url": name === "preload.cjs" ? '""' : "__moduleUrl",
        },
        metafile: true,
        logLevel: "silent",
      })
        .then((made) => refuseStrangers(made, packages))
        .catch((error) => {
          const problem = `${name}: ${error.errors?.map(describe).join("; ") ?? error.message}`;
          if (!partial) throw new Error(problem);
          say(`left out ${problem}`);
          return null;
        });
      taken.push(...Object.keys(result?.metafile.inputs ?? {}));
    }
  } finally {
    await stop();
  }
  return taken;
}

/** Throws when a bundle holds other packages than it may. */
function refuseStrangers(result, allowed) {
  const strangers = strangerPackages(Object.keys(result.metafile.inputs), allowed);
  if (strangers.length > 0) throw new Error(`it must not hold ${strangers.join(", ")}`);
  return result;
}

/** The folders of packages among `inputs` that are not allowed; `undefined` allows every one. */
export function strangerPackages(inputs, allowed) {
  if (allowed === undefined) return [];
  return packageFolders(inputs).filter((folder) => !allowed.includes(folder.slice("node_modules/".length)));
}

const moduleUrl = 'const __moduleUrl=require("node:url").pathToFileURL(__filename).href;';

function describe({ text, location }) {
  return location === null || location === undefined ? text : `${location.file}:${location.line}: ${text}`;
}
