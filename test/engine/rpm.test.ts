// rpm databases against rpm itself: sqlite as rpm writes it, in an image that goes through the engine and the whole of
// inspect/; Berkeley DB as Berkeley DB writes it, and as our own fixtures have it, both read by rpm as well.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRpm } from "../../main/inspect/packages/rpm/parse-rpm.ts";
import { sqliteBlobs } from "../../main/inspect/packages/rpm/sqlite-blobs.ts";
import { openSource } from "../../main/source/open-source.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import type { Facts, Package } from "../../shared/model/facts.ts";
import { berkeleyFile } from "../support/berkeley-file.ts";
import type { Engine } from "../support/engine.ts";
import { missingTools } from "../support/installed-tools.ts";
import { keptBerkeley, keptRpmPackages } from "../support/kept-databases.ts";
import { somePackages } from "../support/rpm-fixtures.ts";
import { type RpmRoom, rpmPrograms, rpmRoom } from "../support/rpm-programs.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const absent = await missingTools(rpmPrograms);
const never = new AbortController().signal;
const numbers = Array.from({ length: 84 }, (_, at) => at);
const paths = { database: "/var/lib/rpm/rpmdb.sqlite" } as const;

/** A subpackage: every third with an epoch (also 0), every fifth with a version of its own, every second for any machine. */
function subpackage(at: number): string {
  const lines = [`%package -n part-${at}`, `Summary: part ${at}`];
  if (at % 3 === 0) lines.push(`Epoch: ${at}`);
  if (at % 5 === 0) lines.push(`Version: ${at}.0~rc1^git`, "Release: 0.1");
  if (at % 2 === 0) lines.push("BuildArch: noarch");
  return [...lines, `%description -n part-${at}`, "part", `%files -n part-${at}`, ""].join("\n");
}

const preamble = (name: string) => `Name: ${name}\nVersion: 1.2\nRelease: 3.el9\nSummary: x\nLicense: MIT\n`;
const description = "%description\nx\n";
// Its list of files does not fit on one page of any database.
const mainSpec = `${preamble("source-name")}Vendor: The Vendor\n${description}${numbers.map(subpackage).join("\n")}
%install
for each in $(seq 1500); do mkdir -p %{buildroot}/opt/files; echo $each > %{buildroot}/opt/files/file-number-$each; done
%files
/opt/files
`;
const oldSpec = `${preamble("old-thing")}${description}%files\n`;
const newSpec = `${preamble("new-thing")}Epoch: 7\nObsoletes: old-thing\n${description}%files\n`;

async function install(room: RpmRoom): Promise<void> {
  const files = new Map<string, string>();
  for (const [spec, arch] of [
    [mainSpec, "x86_64"],
    [oldSpec, "aarch64"],
    [newSpec, "i686"],
    [`${preamble("foreign")}${description}%files\n`, "ppc64le"],
  ] as const) {
    for (const [name, path] of await room.build(spec, arch)) files.set(name, path);
  }
  const anyArch = ["--nodeps", "--ignorearch", "--ignoreos"];
  const newer = [...files.keys()].filter((name) => name.startsWith("new-thing"));
  const first = [...files].filter(([name]) => !newer.includes(name)).map(([, path]) => path);
  await room.rpm("-i", ...anyArch, ...first);
  await room.rpm("-U", ...anyArch, ...newer.map((name) => files.get(name) ?? ""));
  await room.rpm("-e", "--nodeps", "part-1", "part-2");
}

/** As `rpm -qa` words it. A source that is called and numbered as the package itself is not kept apart. */
function asQueried({ name, version, arch, source }: Pick<Package, "name" | "version" | "arch" | "source">): string {
  const [, epoch = "(none)", plain = ""] = /^(?:(\d+):)?(.*)$/.exec(version) ?? [];
  const [ownVersion = "", ownRelease = ""] = plain.split("-");
  const from = source ?? { name, version: plain };
  return `${name} ${epoch} ${ownVersion} ${ownRelease} ${arch} ${from.name}-${from.version}.src.rpm`;
}

async function factsOf(engine: Engine, reference: string): Promise<Facts> {
  const world = { env: {}, homeDir: "/nonexistent", platform: process.platform, arch: process.arch, uid: 0 };
  const scanner = localScanner(await openSource({ kind: "engine", url: `unix://${engine.socket}` }, world, {}));
  try {
    const { images } = await scanner.list(never);
    const keys = images.filter(({ references }) => references.includes(reference)).map(({ key }) => key);
    expect(keys).toHaveLength(1);
    for await (const event of scanner.inspect(keys, never)) if (event.kind === "facts") return event.inspected.facts;
  } finally {
    await scanner.close();
  }
  throw new Error(`no facts of ${reference}`);
}

describe("rpm's own databases", () => {
  let folder = "";
  let room: RpmRoom | null = null;
  let truth: readonly string[] = [];

  beforeAll(async () => {
    if (absent !== null) return;
    folder = await mkdtemp(join(tmpdir(), "plimsoll-rpm-"));
    room = await rpmRoom(folder);
    await install(room);
    truth = await room.installed();
  });
  afterAll(() => (folder === "" ? undefined : rm(folder, { recursive: true, force: true })));

  function prepared(skip: (reason: string) => never): RpmRoom {
    return room ?? skip(absent ?? "rpm could not be prepared");
  }

  it("hold what the other tests rest on", ({ skip }) => {
    prepared(skip);
    expect(truth.length).toBeGreaterThanOrEqual(75);
    const columns = (at: number) => new Set(truth.map((line) => line.split(" ")[at]));
    expect(columns(1)).toEqual(new Set(["(none)", "7", ...numbers.filter((at) => at % 3 === 0).map(String)]));
    expect(columns(4)).toEqual(new Set(["x86_64", "noarch", "i686", "ppc64le"]));
    expect(truth.filter((line) => /^(?:old-thing|part-[12]) /.test(line))).toEqual([]);
  });

  it("equal rpm -qa as a set when an image of them is read from the engine", async (context) => {
    const { root } = prepared(context.skip);
    const engine = sharedEngine(context);
    const reference = "plimsoll-rpm:sqlite";
    const tar = join(folder, "root.tar");
    await promisify(execFile)("tar", ["-C", root, "-cf", tar, "."]);
    await engine.docker("import", tar, reference);
    try {
      const { packages, limits } = await factsOf(engine, reference);
      expect(packages.map(asQueried).sort()).toEqual(truth);
      expect(new Set(packages.map(({ type, path, layer }) => `${type} ${path} ${layer}`))).toEqual(
        new Set([`rpm ${paths.database} 0`]),
      );
      // Left in WAL mode by rpm, with its changes in the file.
      expect((await stat(join(root, `${paths.database}-wal`))).size).toBe(0);
      expect(limits.filter(({ fact }) => fact === "packages")).toEqual([]);
    } finally {
      await engine.docker("image", "rm", reference);
    }
  });

  it("name the owner of each file as rpm -ql does", async ({ skip }) => {
    const { root, rpm } = prepared(skip);
    const path = join(root, paths.database);
    const { packages, programs } = parseRpm(await readFile(path), path);
    const owned = programs?.owners.find(({ name }) => name === "source-name");
    const listed = (await rpm("-ql", "source-name")).split("\n").filter(Boolean);
    expect(listed.length).toBeGreaterThan(1500);
    expect(owned).toEqual({ name: "source-name", arch: "x86_64", version: "1.2-3.el9", paths: listed.sort() });
    expect([programs?.malformed, programs?.cut]).toEqual([0, false]);
    expect(packages.find(({ name }) => name === "source-name")?.maker).toBe("The Vendor");
  });

  it("equal rpm -qa as a set in the form of Berkeley DB, written by Berkeley DB", async ({ skip }) => {
    const { root, berkeley, installed } = prepared(skip);
    const blobs = [...sqliteBlobs(await readFile(join(root, paths.database)))];
    const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
    await mkdir(join(folder, "bdb"));
    const path = join(folder, "bdb", "Packages");
    const pairs = blobs.map((blob, at) => [number(at + 1), blob ?? Buffer.alloc(0)] as const);
    await berkeley(path, [[number(0), number(blobs.length)], ...pairs]);
    expect(await installed(join(folder, "bdb"))).toEqual(truth);
    const { packages, incomplete, malformed } = parseRpm(await readFile(path), path);
    expect(packages.map(asQueried).sort()).toEqual(truth);
    expect([incomplete, malformed]).toEqual([undefined, 0]);
  });

  it.for([
    ["laid out by hand", keptBerkeley, keptRpmPackages],
    ["little-endian", berkeleyFile(somePackages(50).blobs), somePackages(50).packages],
    ["big-endian", berkeleyFile(somePackages(50).blobs, { bigEndian: true, buckets: 8 }), somePackages(50).packages],
  ] as const)("agree with our fixture of Berkeley DB, %s", async ([name, file, packages], { skip }) => {
    const { installed } = prepared(skip);
    const place = join(folder, name.replaceAll(" ", "-"));
    await mkdir(place);
    await writeFile(join(place, "Packages"), file);
    expect(await installed(place)).toEqual(packages.map(asQueried).sort());
  });
});
