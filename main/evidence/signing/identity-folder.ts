// A signing identity on disk: one folder with `private-key.json` and `certificates.pem`, both written before the folder
// gets its name, so that key and certificate always belong together however many processes start at once.
import { randomBytes } from "node:crypto";
import { type FileHandle, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FailureError } from "../../../shared/model/failure.ts";
import { makeFolder } from "../../atomic-write.ts";
import { fileCause, isMissing } from "../../file-error.ts";

export interface IdentityFiles {
  readonly privateKey: string;
  readonly certificates: string;
}

const fileNames = { privateKey: "private-key.json", certificates: "certificates.pem" } as const;
const maxFileBytes = 65_536;

/** The path of the private key inside an identity's folder, for messages. */
export function keyPath(folder: string): string {
  return join(folder, fileNames.privateKey);
}

/** Both files as text; null where there is no such folder. Throws `key-unusable`. */
export async function readIdentityFiles(folder: string): Promise<IdentityFiles | null> {
  const certificates = await readCertificates(folder);
  if (certificates === null) return null;
  const privateKey = await readSmallFile(keyPath(folder), refuseWideMode);
  if (privateKey === null) throw unusable(keyPath(folder), "the file is missing; put it back or set the folder aside");
  return { privateKey, certificates };
}

/** The certificates alone (PEM text), nothing secret; null where there is no such folder. Throws `key-unusable`. */
export async function readCertificates(folder: string): Promise<string | null> {
  if (!(await exists(folder))) return null;
  const path = join(folder, fileNames.certificates);
  const text = await readSmallFile(path, async () => {});
  if (text === null) throw unusable(path, "the file is missing; put it back or set the folder aside");
  return text;
}

/**
 * Writes a new identity, folder 0700 and files 0600, all of it or nothing. False where another process was first: then
 * the folder holds what that one wrote. Throws `not-writable`.
 */
export async function writeIdentityFiles(folder: string, files: IdentityFiles): Promise<boolean> {
  const parent = dirname(folder);
  await makeFolder(parent, 0o700);
  const draft = join(parent, `.${basename(folder)}.${randomBytes(6).toString("hex")}.new`);
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeSynced(join(draft, fileNames.privateKey), files.privateKey);
    await writeSynced(join(draft, fileNames.certificates), files.certificates);
    await syncFolder(draft);
    const isFirst = await claim(draft, folder);
    await syncFolder(parent);
    return isFirst;
  } catch (error) {
    throw new FailureError({ kind: "not-writable", path: folder, cause: fileCause(error) }, { cause: error });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Renames only onto nothing: no system replaces a folder that holds files. */
async function claim(draft: string, folder: string): Promise<boolean> {
  try {
    await rename(draft, folder);
    return true;
  } catch (error) {
    // POSIX says ENOTEMPTY or EEXIST, Windows EPERM or EACCES: taken, if the other's certificate is there.
    if (await exists(join(folder, fileNames.certificates))) return false;
    throw error;
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  await withFile(await open(path, "wx", 0o600), async (file) => {
    await file.writeFile(text);
    await file.sync();
  });
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is journalled.
  if (process.platform === "win32") return;
  await withFile(await open(folder, "r"), (file) => file.sync());
}

async function readSmallFile(
  path: string,
  check: (path: string, file: FileHandle) => Promise<void>,
): Promise<string | null> {
  try {
    return await withFile(await open(path, "r"), async (file) => {
      const status = await file.stat();
      if (!status.isFile() || status.size > maxFileBytes) throw unusable(path, "it is no key file of Plimsoll");
      await check(path, file);
      return await file.readFile("utf8");
    });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    if (isMissing(error)) return null;
    throw unusable(path, fileCause(error), error);
  }
}

async function refuseWideMode(path: string, file: FileHandle): Promise<void> {
  if (process.platform === "win32") return;
  const mode = (await file.stat()).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw unusable(
    path,
    `others on this machine may read it (mode ${mode.toString(8).padStart(4, "0")}); run chmod 600 on it`,
  );
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw unusable(path, fileCause(error), error);
  }
}

async function withFile<T>(file: FileHandle, use: (file: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** What is wrong with an identity on disk, and what to do about it. */
export function unusable(path: string, cause: string, error?: unknown): FailureError {
  return new FailureError({ kind: "key-unusable", path, cause }, error === undefined ? {} : { cause: error });
}
