// A folder of bytes by key that can be thrown away at any time. Entries appear whole (temporary name, then rename), are
// believed only with their digest, and go when the folder grows over its limit, the least recently used first. Several
// processes use it at once without a lock. What goes wrong with it costs the cache, never the work that uses it.
import { constants } from "node:fs";
import { open, rename, unlink, utimes } from "node:fs/promises";
import { errorCode, fileCause } from "../file-error.ts";
import { entryBody, entryHeader, headerLength } from "./cache-entry.ts";
import { entryPath, tidy, unfinishedPath, unlessGone, whyUnusable } from "./cache-folder.ts";

export interface ByteCache {
  /** The bytes kept under a key; null when there are none, or none that can be believed. */
  get(key: string): Promise<Buffer | null>;
  /** Keeps bytes, in place of what was there; those larger than an eighth of the limit are not kept. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Lets an entry go. */
  drop(key: string): Promise<void>;
}

export interface ByteCacheOptions {
  /** Made at first use, mode 0700. */
  readonly folder: string;
  /** Bytes that the folder may take. Between two looks at the folder, writers may go over it by a sixteenth each. */
  readonly limit: number;
  /** Whose folder it must be; null where the system has no such numbers. */
  readonly uid: number | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears once why the cache, or writing to it, is given up. */
  readonly trouble: (cause: string) => void;
}

/** 1 GiB: the layers of a few hundred images. */
export const defaultCacheLimit = 1024 ** 3;
/** An entry counts as used again only after this long, which saves a write for each reading. */
const usedAgainMs = 60_000;

/** Opens the cache; nothing is touched before its first use. */
export function openByteCache(options: ByteCacheOptions): ByteCache {
  return new FolderCache(options);
}

class FolderCache implements ByteCache {
  readonly #options: ByteCacheOptions;
  #usable: Promise<boolean> | null = null;
  #writable = true;
  #said = false;
  /** Bytes in the folder when it was last looked at, and written since; null = not looked at yet. */
  #total: number | null = null;
  #written = 0;

  constructor(options: ByteCacheOptions) {
    this.#options = options;
  }

  async get(key: string): Promise<Buffer | null> {
    const path = entryPath(this.#options.folder, key);
    if (!(await this.#ready())) return null;
    try {
      const body = await this.#read(path, key);
      if (body === "invalid") await this.drop(key);
      return body === "invalid" ? null : body;
    } catch (error) {
      this.#trouble(error);
      return null;
    }
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const { folder, limit } = this.#options;
    const path = entryPath(folder, key);
    if (!(await this.#ready()) || !this.#writable || bytes.length > limit / 8) return;
    try {
      await this.#makeRoom(bytes.length + headerLength);
      await this.#write(path, key, bytes);
    } catch (error) {
      this.#stopWriting(error);
    }
  }

  async drop(key: string): Promise<void> {
    const path = entryPath(this.#options.folder, key);
    if (!(await this.#ready())) return;
    try {
      await unlessGone(() => unlink(path));
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** The body; null = none; `invalid` = what stands there is no entry of this key. */
  async #read(path: string, key: string): Promise<Buffer | null | "invalid"> {
    const { limit, now } = this.#options;
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    try {
      // Neither a link nor a pipe of that name leads or holds us anywhere; Windows has neither flag.
      const file = await open(path, O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0));
      try {
        const found = await file.stat();
        if (!found.isFile() || found.size > limit / 8 + headerLength) return "invalid";
        const body = entryBody(key, await file.readFile());
        if (body === null) return "invalid";
        if (now() - found.mtimeMs > usedAgainMs) await this.#touch(path);
        return body;
      } finally {
        await file.close();
      }
    } catch (error) {
      const code = errorCode(error);
      if (code === "ENOENT") return null;
      if (code === "ELOOP" || code === "EMLINK" || code === "ENXIO") return "invalid";
      throw error;
    }
  }

  /** Says that the entry was used. Where that cannot be written down, what was read is no worse for it. */
  async #touch(path: string): Promise<void> {
    const at = this.#options.now() / 1000;
    try {
      await unlessGone(() => utimes(path, at, at));
    } catch (error) {
      this.#stopWriting(error);
    }
  }

  async #write(path: string, key: string, bytes: Uint8Array): Promise<void> {
    const unfinished = unfinishedPath(this.#options.folder);
    const at = this.#options.now() / 1000;
    const file = await open(unfinished, "wx", 0o600);
    try {
      try {
        await file.writev([entryHeader(key, bytes), bytes]);
        await file.utimes(at, at);
      } finally {
        await file.close();
      }
      // Not synced: after a power cut the digest tells what is left of it.
      await rename(unfinished, path);
    } catch (error) {
      await unlessGone(() => unlink(unfinished));
      throw error;
    }
  }

  /** Looks at the folder before the first entry, before the limit, and now and then for what others wrote. */
  async #makeRoom(bytes: number): Promise<void> {
    const { folder, limit, now } = this.#options;
    this.#written += bytes;
    const isDue = this.#total === null || this.#total + this.#written > limit || this.#written > limit / 16;
    if (!isDue) return;
    this.#total = await tidy(folder, { limit: limit - bytes, target: limit * 0.9 - bytes, now: now() });
    this.#written = bytes;
  }

  #ready(): Promise<boolean> {
    this.#usable ??= this.#open();
    return this.#usable;
  }

  async #open(): Promise<boolean> {
    try {
      const reason = await whyUnusable(this.#options.folder, this.#options.uid);
      if (reason !== null) this.#trouble(new Error(reason));
      return reason === null;
    } catch (error) {
      this.#trouble(error);
      return false;
    }
  }

  #stopWriting(error: unknown): void {
    this.#writable = false;
    this.#trouble(error);
  }

  #trouble(error: unknown): void {
    if (this.#said) return;
    this.#said = true;
    this.#options.trouble(fileCause(error));
  }
}
