// Files of images that an earlier pack left in the same folder: the new statement would not name them, and the verifier would
// call them added. Only what that pack itself wrote is taken away, known by its statement and unchanged since.
import { createHash } from "node:crypto";
import { lstat, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { FailureError } from "../../shared/model/failure.ts";
import { fileCause } from "../file-error.ts";

/** Files of one image as a pack names them, without any way out of `images/`. */
const imageFile = /^images\/[a-z0-9][a-z0-9._-]*\/[a-z][a-z0-9.-]*$/;
const maxStatement = 64 * 1024 * 1024;

const Envelope = z.object({ payload: z.string() });
const Payload = z.object({
  predicateType: z.literal("urn:x-plimsoll:evidence:1"),
  subject: z.array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) })),
});

/** Names of the image files that the statement in this folder names, with their SHA-256 in hex; none where there is no pack. */
export async function earlierImageFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const path = join(folder, "statement.dsse.json");
  const status = await lstat(path).catch(() => null);
  if (status === null || !status.isFile() || status.size > maxStatement) return new Map();
  try {
    const { payload } = Envelope.parse(JSON.parse(await readFile(path, "utf8")));
    const { subject } = Payload.parse(JSON.parse(Buffer.from(payload, "base64").toString("utf8")));
    return new Map(subject.filter(({ name }) => imageFile.test(name)).map(({ name, digest }) => [name, digest.sha256]));
  } catch {
    // Not a pack of ours: then nothing in it is ours to take away, and the verifier names what no statement binds.
    return new Map();
  }
}

/** Removes those of `earlier` that are not in `kept` and still what they were, and their folders once empty. Throws `not-writable`. */
export async function takeAway(
  folder: string,
  earlier: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const [name, sha256] of earlier) {
    const path = join(folder, name);
    if (kept.has(name) || !(await isUnchanged(folder, name, sha256))) continue;
    try {
      await rm(path);
    } catch (error) {
      throw new FailureError({ kind: "not-writable", path, cause: fileCause(error) }, { cause: error });
    }
    // Somebody else's file beside it keeps the folder.
    await rmdir(dirname(path)).catch(() => undefined);
  }
}

/** Only through real folders: a link would lead to what is not the pack's. */
async function isUnchanged(folder: string, name: string, sha256: string): Promise<boolean> {
  const path = join(folder, name);
  for (const each of [join(folder, "images"), dirname(path)]) {
    if ((await lstat(each).catch(() => null))?.isDirectory() !== true) return false;
  }
  if ((await lstat(path).catch(() => null))?.isFile() !== true) return false;
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && createHash("sha256").update(bytes).digest("hex") === sha256;
}
