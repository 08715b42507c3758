// Fetches one package from the package registry, held to a pinned hash, without installing it.
import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { lastLine, npm, runProgram } from "./run-program.mjs";

/**
 * The packed file of a package, in `scratch`.
 * @param {{name: string, integrity: string}} wanted name with version; SHA-512 as npm writes it
 * @param {string} scratch an empty folder
 * @returns {Promise<string>} the path of the `.tgz`
 * @throws where it cannot be fetched or is another file than the pinned one
 */
export async function fetchPackage({ name, integrity }, scratch) {
  // In the scratch folder, so that no project's own npm settings but the user's hold.
  const packed = await runProgram(
    ...npm(["pack", name, "--ignore-scripts", "--silent", "--pack-destination", scratch]),
    { cwd: scratch, timeout: 900_000 },
  );
  const archive = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
  if (packed.code !== 0 || archive === undefined) {
    throw new Error(`npm could not fetch ${name}: ${lastLine(packed.stderr) || `exit ${packed.code}`}`);
  }
  const path = join(scratch, archive);
  await checkIntegrity(path, integrity);
  return path;
}

/** Throws when the file's SHA-512 is not the pinned one; `integrity` as npm writes it. */
export async function checkIntegrity(path, integrity) {
  const hash = createHash("sha512");
  for await (const piece of createReadStream(path)) hash.update(piece);
  const actual = `sha512-${hash.digest("base64")}`;
  if (actual !== integrity)
    throw new Error(`what the registry sent is not the pinned file: expected ${integrity}, got ${actual}`);
}

/** Unpacks with tar; throws with what tar said. */
export async function untar(args) {
  const { code, stderr } = await runProgram("tar", args);
  if (code !== 0) throw new Error(`tar: ${lastLine(stderr)}`);
}
