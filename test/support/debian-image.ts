// Real images without a registry: a Debian root made by mmdebstrap from the mirror that this machine's apt is set to,
// kept for a week in the cache outside the repository, and imported into the test engine.
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../scripts/setup/places.mjs";
import type { Engine } from "./engine.ts";

const run = promisify(execFile);
const week = 7 * 86_400_000;

export type Suite = "bullseye" | "bookworm" | "trixie";

/** Makes sure that the engine holds `debian:SUITE` (one layer, no history but the import) and gives that reference. */
export async function debianImage(engine: Engine, suite: Suite): Promise<string> {
  const reference = `debian:${suite}`;
  const held = await engine.docker("images", "--quiet", reference);
  if (held.trim() !== "") return reference;
  await engine.docker("import", "--change", 'CMD ["bash"]', await debianRoot(suite), reference);
  return reference;
}

/** Path of a tar file with the minimal system of `suite`; made when there is none of this week (about 30 s). */
export async function debianRoot(suite: Suite): Promise<string> {
  const folder = join(cacheFolder(), "test");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${suite}-week-${Math.floor(Date.now() / week)}.tar`);
  if (await exists(path)) return path;
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${suite}-week-`) && name.endsWith(".tar")) await rm(join(folder, name));
  }
  const unfinished = `${path}.${process.pid}`;
  const mirror = debianMirror(await aptSources());
  try {
    await run("mmdebstrap", ["--quiet", "--variant=minbase", "--format=tar", suite, unfinished, mirror]);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  return path;
}

/** The texts of apt's own source lists. */
async function aptSources(): Promise<string[]> {
  const folder = "/etc/apt/sources.list.d";
  const paths = ["/etc/apt/sources.list", ...(await readdir(folder)).map((name) => join(folder, name))];
  const texts: string[] = [];
  for (const path of paths) if (await exists(path)) texts.push(await readFile(path, "utf8"));
  return texts;
}

/**
 * The mirror of Debian's main archive among source lists of either form (sources.list(5)): the first URI that ends in
 * `/debian`. Throws where the machine's apt names none.
 */
export function debianMirror(texts: readonly string[]): string {
  for (const text of texts) {
    for (const line of text.split("\n")) {
      const words = line
        .trim()
        .replace(/\[[^\]]*\]/, "")
        .split(/\s+/);
      if (words[0] !== "deb" && words[0] !== "URIs:") continue;
      const uri = words.find((word) => /^https?:\/\/\S+\/debian\/?$/.test(word));
      if (uri !== undefined) return uri;
    }
  }
  throw new Error("apt on this machine names no Debian mirror (a URI that ends in /debian)");
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
