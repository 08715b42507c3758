// Puts freshly built files in the place of the old ones: each by a rename, the stamp last. A reader sees whole files
// always, and a build that was cut off leaves no stamp, so that it counts as stale.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What the stamp of a part says: `{digest, files}`; null where there is none or it does not parse. */
export function readStamp(dist, part) {
  try {
    const stamp = JSON.parse(readFileSync(stampPath(dist, part), "utf8"));
    return typeof stamp.digest === "string" && Array.isArray(stamp.files) ? stamp : null;
  } catch {
    return null;
  }
}

/**
 * Moves all files of `from` into `dist`, removes those of the part's last build that are no more, writes the stamp.
 * A partial build gets none, so that it never passes for a whole one.
 */
export function installTree({ from, dist, part, digest, partial = false }) {
  const before = readStamp(dist, part)?.files ?? [];
  rmSync(stampPath(dist, part), { force: true });
  const files = filesOf(from);
  for (const file of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    renameSync(join(from, file), join(dist, file));
  }
  if (partial) return;
  for (const file of before) if (!files.includes(file)) rmSync(join(dist, file), { force: true });
  const unfinished = `${stampPath(dist, part)}.new`;
  writeFileSync(unfinished, JSON.stringify({ digest, files }));
  renameSync(unfinished, stampPath(dist, part));
}

function stampPath(dist, part) {
  return join(dist, `.stamp-${part}`);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
