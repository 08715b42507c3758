// The real rpm, rpmbuild and db_load in a folder of their own: builds packages, installs them into a root, asks what is
// installed there. Nothing of the machine's own rpm settings or database is read or changed.
import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Programs that are needed; db_load is Berkeley DB's own. */
export const rpmPrograms = ["rpm", "rpmbuild", "db_load"] as const;
/** Debian's rpm has no system database of its own, so the place is always told. */
const dbPath = "/var/lib/rpm";
const fields = ["NAME", "EPOCH", "VERSION", "RELEASE", "ARCH", "SOURCERPM"];
const query = `${fields.map((field) => `%{${field}}`).join(" ")}\\n`;

export interface RpmRoom {
  /** The root that packages are installed into. */
  readonly root: string;
  /** Builds a spec for an architecture; gives the files by name. */
  build(spec: string, arch: string): Promise<ReadonlyMap<string, string>>;
  /** `rpm` on the root. */
  rpm(...args: readonly string[]): Promise<string>;
  /** What `rpm -qa` lists as `name epoch version release arch source`, sorted: of the root, or of a folder with a database. */
  installed(folder?: string): Promise<string[]>;
  /** A Berkeley DB hash written by Berkeley DB itself, of these pairs. */
  berkeley(path: string, pairs: readonly (readonly [Uint8Array, Uint8Array])[]): Promise<void>;
}

/** Programs whose files lie below `folder`. */
export async function rpmRoom(folder: string): Promise<RpmRoom> {
  const root = join(folder, "root");
  await mkdir(join(root, dbPath), { recursive: true });
  const env = { PATH: process.env["PATH"], HOME: folder, LC_ALL: "C.UTF-8" };
  const call = async (program: string, args: readonly string[]): Promise<string> => {
    const { stdout } = await run(program, args, { env, cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };
  return {
    root,
    async build(spec, arch) {
      const top = join(folder, "build");
      const path = join(folder, "any.spec");
      await writeFile(path, spec);
      await call("rpmbuild", ["-bb", "--quiet", "--target", arch, "--define", `_topdir ${top}`, path]);
      const found = new Map<string, string>();
      for (const name of await readdir(join(top, "RPMS"), { recursive: true })) {
        if (name.endsWith(".rpm")) found.set(name.split("/").at(-1) ?? name, join(top, "RPMS", name));
      }
      return found;
    },
    rpm: (...args) => call("rpm", ["--root", root, "--dbpath", dbPath, ...args]),
    async installed(from) {
      const place = from === undefined ? ["--root", root, "--dbpath", dbPath] : ["--dbpath", from];
      return (await call("rpm", [...place, "-qa", "--qf", query])).split("\n").filter(Boolean).sort();
    },
    async berkeley(path, pairs) {
      const hex = (bytes: Uint8Array) => ` ${Buffer.from(bytes).toString("hex")}`;
      const head = ["VERSION=3", "format=bytevalue", "type=hash", "db_pagesize=4096", "HEADER=END"];
      const dump = join(folder, "dump.txt");
      await writeFile(dump, `${[...head, ...pairs.flat().map(hex), "DATA=END"].join("\n")}\n`);
      await call("db_load", ["-f", dump, path]);
    },
  };
}
