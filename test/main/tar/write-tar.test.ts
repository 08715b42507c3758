import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { readTar, type TarEntry } from "../../../main/tar/read-tar.ts";
import { type NewMember, writeTar } from "../../../main/tar/write-tar.ts";
import { device, dir, fifo, file, hardlink, opaque, symlink, whiteout } from "../../support/tar-entries.ts";

const long = `very/${"long/".repeat(60)}ünïcode`;
const members: readonly NewMember[] = [
  dir("/tmp", { mode: 0o1777 }),
  file("/bin/su", "su", { mode: 0o4755, uid: 0, gid: 42, mtime: 1_700_000_000 }),
  file(long, "x".repeat(513), { uid: 3_000_000_000, xattrs: { "security.capability": Buffer.from([1, 0, 0, 2]) } }),
  symlink("/etc/os-release", "../usr/lib/os-release"),
  symlink("/short", long),
  hardlink("/bin/su2", "/bin/su"),
  device("/dev/null", "character", 1, 3, { mode: 0o666 }),
  fifo("/run/pipe"),
  whiteout("/etc/motd"),
  opaque("/srv"),
];

async function readBack(bytes: Uint8Array): Promise<(TarEntry & { text: string })[]> {
  const entries: (TarEntry & { text: string })[] = [];
  const stream = (async function* () {
    yield bytes;
  })();
  for await (const { entry, body } of readTar(stream, new AbortController().signal)) {
    let text = "";
    for await (const piece of body) text += Buffer.from(piece).toString();
    entries.push({ ...entry, text });
  }
  return entries;
}

it("what is written is what is read: names, types, modes, owners, links, attributes, bodies", async () => {
  const entries = await readBack(writeTar(members));
  const expected = members.map(({ path, type, mode, uid, gid, linkPath = "", content }) => ({
    path,
    type,
    mode,
    uid,
    gid,
    linkPath,
    text: Buffer.from(content ?? []).toString(),
  }));
  expect(entries).toMatchObject(expected);
  expect(entries[2]?.xattrs?.get("security.capability")).toEqual(Buffer.from([1, 0, 0, 2]));
  expect(entries.slice(-2).map(({ path }) => path)).toEqual(["etc/.wh.motd", "srv/.wh..wh..opq"]);
});

it("the same members give the same bytes", () => {
  expect(writeTar(members)).toEqual(writeTar(members));
});

it("a body on what is no file is refused", () => {
  expect(() => writeTar([{ ...dir("/a"), content: Buffer.from("x") }])).toThrow("only a file has a body");
});

it("the system's tar reads it the same way", async ({ skip }) => {
  if (process.platform !== "linux") skip("needs Linux: GNU tar");
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-tar-"));
  try {
    await writeFile(join(folder, "a.tar"), writeTar(members));
    const args = ["--numeric-owner", "--utc", "--quoting-style=literal", "-tvf", join(folder, "a.tar")];
    const { stdout } = await promisify(execFile)("tar", args, { env: { ...process.env, LC_ALL: "C.UTF-8" } });
    const lines = stdout.trim().split("\n");
    expect(lines).toHaveLength(members.length);
    expect(lines[0]).toMatch(/^drwxrwxrwt 0\/0 .* tmp\/$/);
    expect(lines[1]).toMatch(/^-rwsr-xr-x 0\/42 +2 2023-11-14 22:13 bin\/su$/);
    expect(lines[2]).toMatch(/^-rw-r--r-- 3000000000\/0 +513 /);
    expect(lines[5]).toMatch(/ bin\/su2 link to bin\/su$/);
    expect(lines[6]).toMatch(/^crw-rw-rw- 0\/0 +1,3 .* dev\/null$/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
