// What a build is made of, as one number: SHA-256 over the sorted source files. It tells whether dist/ is stale, and is
// the digest by which every report names the tool that made it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const folders = ["assets", "main", "renderer", "scripts/build", "shared"];
const files = ["package-lock.json", "package.json", "scripts/build.mjs", "tsconfig.base.json", "vite.config.ts"];

/** Paths of all sources, relative to `root`, with `/`, in byte order. A folder that does not exist holds none. */
export function sourceFiles(root) {
  const found = files.filter((name) => existsSync(join(root, name)));
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder))) {
      if (entry.isFile()) found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** `sha256:…` over names and contents of all sources below `root`. */
export function sourceDigest(root) {
  const hash = createHash("sha256");
  for (const path of sourceFiles(root)) {
    const content = createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("hex");
    hash.update(`${content}  ${path}\n`);
  }
  return `sha256:${hash.digest("hex")}`;
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
