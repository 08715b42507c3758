// The forms in which layers are written, one row each: headers by hand, and what GNU tar itself writes. Each becomes an
// image, is read as an audit reads it, and is told by its facts: accounts, setuid files, names of the same file.
import { execFile } from "node:child_process";
import { chmod, link, symlink as linkTo, mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeTar } from "../../../main/tar/write-tar.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import { zstdStored } from "../../support/compress.ts";
import { gnuTar, noGnuTar } from "../../support/gnu-tar.ts";
import { image, layoutOf } from "../../support/image-builder.ts";
import { missingTools } from "../../support/installed-tools.ts";
import { endOfTar, octal, padded, paxHeader, rawHeader } from "../../support/raw-tar.ts";
import { readLayers, readPlace } from "../../support/read-images.ts";
import { dir, file, hardlink, whiteout } from "../../support/tar-entries.ts";

const gnu = "ustar  \0";
const setuid = "0004755\0";
const passwd = "root:x:0:0:root:/root:/bin/sh\nbuild:x:7:7::/:/bin/sh\n";
const long = `usr/${"d".repeat(120)}/${"e".repeat(120)}/tool`;
/** `cap_net_raw` permitted and effective, revision 2. */
const netRaw = Buffer.from("0100000200200000000000000000000000000000", "hex");

const tar = (...blocks: Uint8Array[]) => Buffer.concat([...blocks, endOfTar]);
const named = (flag: string, text: string) =>
  Buffer.concat([
    rawHeader({ name: "././@LongLink", flag, magic: gnu, size: octal(text.length + 1) }),
    padded(`${text}\0`),
  ]);
const setuidFiles = ({ files }: Facts) => files.setuid.map(({ path, links = [] }) => [path, ...links].join(" = "));
const accounts = (facts: Facts) => facts.accounts.map(({ name, uid }) => `${name} ${uid}`);
const both = ["root 0", "build 7"];

/** /etc/passwd stored sparse: its text, a hole in a comment, one more account behind it. */
const [first, second] = [`${passwd}#`, "\nlate:x:9:9::/:"];
const sparsePasswd = {
  pairs: [0, first.length, 8192, second.length],
  size: 8192 + second.length,
  body: first + second,
  stored: first.length + second.length,
};

const sparseRows = {
  "sparse files of GNU's old form": () =>
    tar(
      rawHeader({
        name: "etc/passwd",
        flag: "S",
        magic: gnu,
        size: octal(sparsePasswd.stored),
        at: { 386: sparsePasswd.pairs.map(octal).join(""), 483: octal(sparsePasswd.size) },
      }),
      padded(sparsePasswd.body),
    ),
  "sparse files of pax 0.1": () =>
    tar(
      paxHeader({
        "GNU.sparse.size": String(sparsePasswd.size),
        "GNU.sparse.numblocks": "2",
        "GNU.sparse.map": sparsePasswd.pairs.join(","),
        "GNU.sparse.name": "etc/passwd",
      }),
      rawHeader({ name: "GNUSparseFile.7/passwd", size: octal(sparsePasswd.stored) }),
      padded(sparsePasswd.body),
    ),
  "sparse files of pax 1.0": () =>
    tar(
      paxHeader({
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "etc/passwd",
        "GNU.sparse.realsize": String(sparsePasswd.size),
      }),
      rawHeader({ name: "GNUSparseFile.7/passwd", size: octal(512 + sparsePasswd.stored) }),
      padded(`2\n${sparsePasswd.pairs.join("\n")}\n`),
      padded(sparsePasswd.body),
    ),
} as const;

interface Row {
  readonly what: string;
  readonly layers: readonly Uint8Array[];
  readonly told: (facts: Facts) => unknown;
  readonly is: unknown;
}
const row = (what: string, layers: Uint8Array | readonly Uint8Array[], told: Row["told"], is: unknown): Row => {
  return { what, layers: layers instanceof Uint8Array ? [layers] : layers, told, is };
};

const plain = writeTar([dir("/etc"), file("/etc/passwd", passwd), file("/usr/bin/tool", "x", { mode: 0o4755 })]);

const rows: readonly Row[] = [
  row(
    "old V7 headers",
    tar(
      rawHeader({ name: "etc/", flag: "\0", magic: "", mode: "0000755\0" }),
      rawHeader({ name: "etc/passwd", flag: "\0", magic: "", size: octal(passwd.length) }),
      padded(passwd),
      rawHeader({ name: "tool", flag: "\0", magic: "", mode: setuid }),
      rawHeader({ name: "again", flag: "1", magic: "", mode: setuid, link: "tool" }),
    ),
    (facts) => [accounts(facts), setuidFiles(facts)],
    [both, ["/again = /tool"]],
  ),
  row("GNU headers", tar(rawHeader({ name: "tool", magic: gnu, mode: setuid })), setuidFiles, ["/tool"]),
  row("long names of GNU (L)", tar(named("L", long), rawHeader({ magic: gnu, mode: setuid })), setuidFiles, [
    `/${long}`,
  ]),
  row(
    "long link targets of GNU (K)",
    tar(
      rawHeader({ name: "x/passwd", size: octal(passwd.length) }),
      padded(passwd),
      named("K", `/${"x/../".repeat(40)}x/passwd`),
      rawHeader({ name: "etc/passwd", flag: "2", magic: gnu, link: "cut" }),
      rawHeader({ name: "x/", flag: "5", mode: "0000755\0" }),
    ),
    accounts,
    both,
  ),
  row("long names of pax (path)", tar(paxHeader({ path: long }), rawHeader({ mode: setuid })), setuidFiles, [
    `/${long}`,
  ]),
  row(
    "long names of ustar (prefix)",
    tar(rawHeader({ name: "name/tool", prefix: `usr/${"p".repeat(140)}`, mode: setuid })),
    setuidFiles,
    [`/usr/${"p".repeat(140)}/name/tool`],
  ),
  row(
    "pax headers with numbers that no octal field holds",
    tar(paxHeader({ uid: "3000000000", gid: "7" }), rawHeader({ name: "tool", mode: setuid })),
    ({ files }) => files.setuid,
    [{ path: "/tool", mode: "4755", uid: 3_000_000_000, gid: 7, layer: 0 }],
  ),
  ...Object.entries(sparseRows).map(([what, make]) => row(what, make(), accounts, [...both, "late 9"])),
  row(
    "hard links, also when the first name is gone",
    [
      writeTar([
        file("/a", "x", { mode: 0o4755 }),
        hardlink("/b", "/a", { mode: 0o4755 }),
        hardlink("/c", "/a", { mode: 0o4755 }),
      ]),
      writeTar([whiteout("/a")]),
    ],
    setuidFiles,
    ["/b = /c"],
  ),
  row(
    "extended attributes, security.capability among them",
    writeTar([
      file("/bin/ping", "x", { mode: 0o755, xattrs: { "security.capability": netRaw, "user.note": Buffer.from("n") } }),
    ]),
    ({ files }) => files.capabilities,
    [{ path: "/bin/ping", layer: 0, capabilities: ["cap_net_raw"], effective: true }],
  ),
  row(
    "names that are no UTF-8, kept apart",
    tar(...[0xff, 0xfe].map((byte) => rawHeader({ name: Buffer.from([0x62, byte]), mode: setuid }))),
    setuidFiles,
    ["/b\udcfe", "/b\udcff"],
  ),
  row(
    "duplicate entries, of which the last counts",
    writeTar([
      file("/etc/passwd", "old:x:1:1::/:"),
      file("/tool", "x", { mode: 0o4755 }),
      file("/etc/passwd", passwd),
      file("/tool", "x", { mode: 0o755 }),
    ]),
    (facts) => [accounts(facts), setuidFiles(facts)],
    [both, []],
  ),
  row(
    "entries in any order: content before its folder, a whiteout behind what takes its place",
    [
      writeTar([file("/srv/a/old", "x", { mode: 0o4755 }), file("/srv/b", "x", { mode: 0o4755 })]),
      writeTar([
        file("/etc/passwd", passwd),
        file("/srv/b", "x", { mode: 0o4755 }),
        whiteout("/srv/b"),
        whiteout("/srv/a"),
        dir("/srv", { mode: 0o777 }),
        dir("/etc"),
      ]),
    ],
    (facts) => [
      accounts(facts),
      facts.files.setuid.map(({ path, layer }) => `${path}@${layer}`),
      facts.files.worldWritable[0]?.path,
    ],
    [both, ["/srv/b@1"], "/srv"],
  ),
];

describe("a layer with", () => {
  it.each(rows)("$what", async ({ layers, told, is }) => {
    const { facts } = await readLayers(...layers);
    expect(told(facts)).toEqual(is);
    expect(facts.limits.filter(({ weight, fact }) => weight === "gap" && fact === "accounts")).toEqual([]);
  });

  it.each([
    ["plain", "none"],
    ["gzip", "gzip"],
    ["zstd", "zstd"],
  ] as const)("a %s body", async (_, compression) => {
    const { inspected, failures } = await readPlace(layoutOf([image().rawLayer(plain)], { compression }));
    expect(failures).toEqual([]);
    expect(accounts(inspected[0]?.facts ?? expect.unreachable())).toEqual(both);
  });

  it.each([
    ["gzip in several members", () => Buffer.concat([gzipSync(plain.subarray(0, 700)), gzipSync(plain.subarray(700))])],
    [
      "zstd in several frames",
      () => Buffer.concat([zstdStored(plain.subarray(0, 700)), zstdStored(plain.subarray(700))]),
    ],
  ])("a body of %s, as parallel compressors write it", async (_, body) => {
    const { listed, inspected, failures } = await readPlace(compressedAs(body()));
    expect(failures).toEqual([]);
    expect(listed).toHaveLength(1);
    expect(accounts(inspected[0]?.facts ?? expect.unreachable())).toEqual(both);
  });
});

/** A docker archive of one image whose layer `plain` is stored as these bytes. */
function compressedAs(stored: Uint8Array) {
  const built = image().rawLayer(plain);
  const manifest = [{ Config: "c.json", RepoTags: null, Layers: ["l.tar"] }];
  return writeTar([
    file("c.json", built.configBytes),
    file("l.tar", stored),
    file("manifest.json", JSON.stringify(manifest)),
  ]);
}

const absent = await noGnuTar();

/** A folder as a layer's root: accounts, a setuid file with two names, a link, and a name as long as the format takes. */
async function layerRoot(longest: number): Promise<{ root: string; deep: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-layer-"));
  const root = join(folder, "root");
  const parts = ["opt", ...Array.from({ length: Math.ceil((longest - 20) / 80) }, (_, at) => `${at}${"n".repeat(70)}`)];
  const deep = join(...parts, "tool");
  await mkdir(join(root, dirname(deep)), { recursive: true });
  await mkdir(join(root, "etc"));
  await writeFile(join(root, deep), "x");
  await chmod(join(root, deep), 0o4755);
  // Targets of links are shorter than names in the formats that bound both.
  const target = join(longest > 255 ? dirname(deep) : "opt", "passwd");
  await writeFile(join(root, target), passwd);
  await linkTo(`/${target}`, join(root, "etc", "passwd"));
  await writeFile(join(root, "etc", "one"), "x");
  await chmod(join(root, "etc", "one"), 0o4711);
  await link(join(root, "etc", "one"), join(root, "etc", "two"));
  return { root, deep: `/${deep}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

describe("a layer that GNU tar wrote", () => {
  it.for([
    ["v7", 60],
    ["ustar", 200],
    ["oldgnu", 400],
    ["gnu", 400],
    ["pax", 400],
  ] as const)("as %s is read whole, with names of up to %i characters", async ([format, longest], { skip }) => {
    if (absent !== null) return skip(absent);
    const { root, deep, remove } = await layerRoot(longest);
    try {
      const { facts } = await readLayers(await gnuTar(root, `--format=${format}`));
      expect(accounts(facts)).toEqual(both);
      expect(setuidFiles(facts)).toEqual(["/etc/one = /etc/two", deep]);
    } finally {
      await remove();
    }
  });

  it.for([
    "--format=gnu",
    "--format=oldgnu",
    "--format=pax --sparse-version=0.0",
    "--format=pax --sparse-version=0.1",
    "--format=pax --sparse-version=1.0",
  ])("with %s has sparse files put together", async (options, { skip }) => {
    if (absent !== null) return skip(absent);
    const { root, remove } = await layerRoot(60);
    try {
      await rm(join(root, "etc", "passwd"));
      const file = await open(join(root, "etc", "passwd"), "w");
      await file.write(`${passwd}#`);
      await file.write("\nlate:x:9:9::/:\n", 2_000_000);
      await file.close();
      const layer = await gnuTar(root, "--sparse", ...options.split(" "));
      expect(layer.length).toBeLessThan(200_000);
      expect(accounts((await readLayers(layer)).facts)).toEqual([...both, "late 9"]);
    } finally {
      await remove();
    }
  });

  it("with --xattrs has the capabilities that setcap gave", async ({ skip }) => {
    const missing = absent ?? (await missingTools(["setcap"]));
    if (missing !== null) return skip(missing);
    if (process.getuid?.() !== 0) return skip("capabilities are given by root only");
    const { root, deep, remove } = await layerRoot(60);
    try {
      await promisify(execFile)("setcap", ["cap_net_bind_service,cap_sys_admin=ep cap_bpf=ei", join(root, deep)]);
      const layer = await gnuTar(root, "--format=pax", "--xattrs", "--xattrs-include=*");
      expect((await readLayers(layer)).facts.files.capabilities).toEqual([
        {
          path: deep,
          layer: 0,
          capabilities: ["cap_net_bind_service", "cap_sys_admin"],
          inheritable: ["cap_bpf"],
          effective: true,
        },
      ]);
    } finally {
      await remove();
    }
  });
});
