// Brings dist/ up to date: nothing when its stamp says it was made of these sources, else bundles, side files, window.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root as checkout } from "../setup/places.mjs";
import { makeBundles } from "./bundles.mjs";
import { compileRules } from "./compile-rules.mjs";
import { installTree, readStamp } from "./install-tree.mjs";
import { withLock } from "./lock.mjs";
import { copiedPackages, noticeText, packageFolders } from "./notices.mjs";
import { copySideFiles } from "./side-files.mjs";
import { sourceDigest } from "./sources.mjs";
import { buildWindow } from "./window.mjs";

/** Parts of dist/: what the command line needs, and what the app needs besides. */
const partNames = ["cli", "app"];

/** The wanted parts that were not built from the sources as they are now. */
export function staleParts({ root = checkout, wanted = partNames, digest = sourceDigest(root) } = {}) {
  return wanted.filter((part) => readStamp(join(root, "dist"), part)?.digest !== digest);
}

/**
 * Builds the wanted parts that are stale; safe to be called by many processes at once.
 * @param {{root?: string, wanted?: readonly string[], force?: boolean, partial?: boolean, say?: (line: string) => void}} [job]
 * @returns {Promise<readonly string[]>} the parts that were built
 * @throws with one line naming the bundle and place when something does not build
 */
export async function buildIfStale({
  root = checkout,
  wanted = partNames,
  force = false,
  partial = false,
  say = () => undefined,
} = {}) {
  if (!force && staleParts({ root, wanted }).length === 0) return [];
  const dist = join(root, "dist");
  mkdirSync(dist, { recursive: true });
  return withLock(join(dist, ".lock"), async () => {
    const digest = sourceDigest(root);
    const parts = force ? wanted : staleParts({ root, wanted, digest });
    // Only the holder of the lock builds, so what lies here is left by a build that was cut off.
    for (const name of readdirSync(dist)) if (name.startsWith(".new-")) rmSync(join(dist, name), { recursive: true });
    for (const part of parts) await buildPart({ root, dist, part, digest, partial, say });
    return parts;
  });
}

async function buildPart({ root, dist, part, digest, partial, say }) {
  const started = performance.now();
  const out = mkdtempSync(join(dist, ".new-"));
  try {
    const taken = await makeBundles({ root, out, parts: [part], digest, partial, say });
    if (part === "cli") {
      copySideFiles(root, out);
      await compileRules(root, out);
      taken.push(...copiedPackages.map((name) => `node_modules/${name}/`));
    } else {
      taken.push(...(await buildWindow({ root, out, partial, say })));
    }
    writeFileSync(join(out, `licences-${part}.txt`), noticeText(root, packageFolders(taken)));
    installTree({ from: out, dist, part, digest, partial });
    say(
      `built ${part === "cli" ? "the command line" : "the app"} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
