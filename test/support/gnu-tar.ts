// Layers written by GNU tar itself, where it is installed: the reader must take what a real writer makes of each format.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** null when `tar` is GNU's, else why a test is skipped. */
export async function noGnuTar(): Promise<string | null> {
  const version = await run("tar", ["--version"]).then(
    ({ stdout }) => stdout,
    () => "",
  );
  return version.includes("GNU tar") ? null : "not installed: GNU tar";
}

/** What GNU tar writes of a folder's content with these options, names in order, owned by root. */
export async function gnuTar(folder: string, ...options: readonly string[]): Promise<Buffer> {
  const file = join(folder, "..", `layer-${process.pid}.tar`);
  const fixed = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-C", folder, "-cf", file];
  await run("tar", [...fixed, ...options, "."]);
  return readFile(file);
}
