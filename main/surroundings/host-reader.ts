// Reads files of a host that is handed in as a folder (`/`, in tests a made-up tree), bounded, without ever leaving it and
// without waiting: links are followed by hand inside the folder, and nothing but regular files is opened.
import { constants, type Stats } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import type { Phrase } from "../../shared/model/phrase.ts";
import { sentence } from "./limits.ts";

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly state: "absent" | "unreadable"; readonly cause: Phrase };

export interface HostStat {
  /** The path without links. */
  readonly real: string;
  readonly type: "file" | "folder" | "socket" | "link" | "other";
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export interface HostReader {
  readonly platform: NodeJS.Platform;
  /** Of the reader; null where there are no user ids. */
  readonly uid: number | null;
  /** The whole text of a regular file; one of more than `maxBytes` is unreadable. */
  text(path: string, maxBytes: number): Promise<Read<string>>;
  /** The last `maxBytes` of a regular file. */
  tail(path: string, maxBytes: number): Promise<Read<{ readonly text: string; readonly isWhole: boolean }>>;
  /** What is there, links followed. */
  stat(path: string): Promise<Read<HostStat>>;
  /** The names in a folder, in order; more than `max` make it unreadable. */
  list(path: string, max: number): Promise<Read<readonly string[]>>;
  /** What a link says, not followed. */
  link(path: string): Promise<Read<string>>;
}

/** What the reader asks of the file system, so that a test can refuse. */
export interface HostFileSystem {
  readonly lstat: (path: string) => Promise<Stats>;
  readonly open: typeof open;
  readonly readdir: (path: string) => Promise<string[]>;
  readonly readlink: (path: string) => Promise<string>;
}

const realFiles: HostFileSystem = { lstat, open, readdir: (path) => readdir(path), readlink: (path) => readlink(path) };
/** As the kernel has it (path_resolution(7)). */
const maxLinks = 40;
const pieceBytes = 64 * 1024;

/** A reader of the tree under `root`, an absolute folder. */
export function hostReader(
  root: string,
  { platform, uid }: Pick<HostReader, "platform" | "uid">,
  files: HostFileSystem = realFiles,
): HostReader {
  const base = root.replace(/\/+$/, "");

  function refusal(path: string, error: unknown): Read<never> {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") return absent(path);
    if ((code === "EACCES" || code === "EPERM") && uid !== 0) return unreadable("surroundings.needs-root", { path });
    return unreadable("surroundings.not-readable", { path, cause: code || "error" });
  }

  /** The path without links; `last` also follows a link at the end. */
  async function resolve(path: string, last = true): Promise<Read<string>> {
    const rest = parts(path);
    const real: string[] = [];
    let links = 0;
    for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
      if (part === "..") {
        real.pop();
        continue;
      }
      const folder = `/${real.join("/")}`;
      const here = folder === "/" ? `/${part}` : `${folder}/${part}`;
      let target: string | null = null;
      try {
        const isLink = (await files.lstat(base + here)).isSymbolicLink();
        if (isLink && (last || rest.length > 0)) target = await files.readlink(base + here);
      } catch (error) {
        return refusal(isDenied(error) ? folder : path, error);
      }
      if (target === null) {
        real.push(part);
        continue;
      }
      links += 1;
      if (links > maxLinks) return unreadable("surroundings.link-loop", { path });
      if (target.startsWith("/")) real.length = 0;
      rest.unshift(...parts(target));
    }
    return { ok: true, value: `/${real.join("/")}` };
  }

  async function bytes(
    path: string,
    maxBytes: number,
    fromEnd: boolean,
  ): Promise<Read<{ body: Buffer; isWhole: boolean }>> {
    const real = await resolve(path);
    if (!real.ok) return real;
    try {
      // A device may act when it is opened: it is looked at before, and again once it is open.
      if (!(await files.lstat(base + real.value)).isFile()) return unreadable("surroundings.not-a-file", { path });
      const handle = await files.open(
        base + real.value,
        constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW,
      );
      try {
        const stats = await handle.stat();
        if (!stats.isFile()) return unreadable("surroundings.not-a-file", { path });
        const start = fromEnd ? Math.max(0, stats.size - maxBytes) : 0;
        const pieces: Buffer[] = [];
        let filled = 0;
        // Files of /proc say that they are empty: what counts is what comes.
        while (filled <= maxBytes) {
          const piece = Buffer.alloc(Math.min(pieceBytes, maxBytes + 1 - filled));
          const { bytesRead } = await handle.read(piece, 0, piece.length, fromEnd ? start + filled : null);
          if (bytesRead === 0) break;
          pieces.push(piece.subarray(0, bytesRead));
          filled += bytesRead;
        }
        return { ok: true, value: { body: Buffer.concat(pieces), isWhole: start === 0 && filled <= maxBytes } };
      } finally {
        await handle.close();
      }
    } catch (error) {
      return refusal(path, error);
    }
  }

  return {
    platform,
    uid,
    async text(path, maxBytes) {
      const read = await bytes(path, maxBytes, false);
      if (!read.ok) return read;
      if (!read.value.isWhole) return unreadable("surroundings.too-large", { path, limit: maxBytes });
      return { ok: true, value: read.value.body.toString("utf8") };
    },
    async tail(path, maxBytes) {
      const read = await bytes(path, maxBytes, true);
      if (!read.ok) return read;
      const { body, isWhole } = read.value;
      return { ok: true, value: { text: body.toString("utf8"), isWhole } };
    },
    async stat(path) {
      const real = await resolve(path);
      if (!real.ok) return real;
      try {
        const stats = await files.lstat(base + real.value);
        const { mode, uid: owner, gid } = stats;
        return { ok: true, value: { real: real.value, type: typeOf(stats), mode: mode & 0o7777, uid: owner, gid } };
      } catch (error) {
        return refusal(path, error);
      }
    },
    async list(path, max) {
      const real = await resolve(path);
      if (!real.ok) return real;
      try {
        const names = await files.readdir(base + real.value);
        if (names.length > max) return unreadable("surroundings.too-many", { path, limit: max });
        return { ok: true, value: names.sort() };
      } catch (error) {
        return refusal(path, error);
      }
    },
    async link(path) {
      const real = await resolve(path, false);
      if (!real.ok) return real;
      try {
        return { ok: true, value: await files.readlink(base + real.value) };
      } catch (error) {
        return refusal(path, error);
      }
    },
  };
}

function parts(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

function isDenied(error: unknown): boolean {
  return ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function typeOf(stats: Stats): HostStat["type"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  if (stats.isSocket()) return "socket";
  return stats.isSymbolicLink() ? "link" : "other";
}

function absent(path: string): Read<never> {
  return { ok: false, state: "absent", cause: sentence("surroundings.absent", { path }) };
}

function unreadable(key: Parameters<typeof sentence>[0], params: Phrase["params"]): Read<never> {
  return { ok: false, state: "unreadable", cause: sentence(key, params) };
}
