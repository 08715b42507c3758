// What only a process of its own can show of hostile input: memory stays bounded, and no file of the host is opened for an
// archive's sake. The table of all items is test/main/source/hostile.test.ts.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { createGunzip, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NewMember, writeTar } from "../../main/tar/write-tar.ts";
import { mebibyte, packed, packedFiles, packedRun, zstdZeros } from "../support/hostile/bombs.ts";
import { good } from "../support/hostile/documents.ts";
import {
  addBlob,
  addManifest,
  type Descriptor,
  type Files,
  file,
  hardlink,
  image,
  jsonBytes,
  layoutOf,
  mediaTypes,
  sha256,
  symlink,
  toTar,
} from "../support/image-builder.ts";
import { missingTools } from "../support/installed-tools.ts";
import { type Measured, runMeasured } from "../support/peak-memory.ts";
import { octal, rawHeader } from "../support/raw-tar.ts";

/** What a run may take; without bounds each of these inputs would take gigabytes. */
const most = 400;
const bundle = join(process.cwd(), "dist", "cli.cjs");
const needsLinux = "needs Linux, whose kernel keeps the high-water mark";
let root = "";
let env: NodeJS.ProcessEnv = {};
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-hostile-"));
  env = { ...process.env, PLIMSOLL_HOME: join(root, "home"), LANG: "C", LC_ALL: "" };
});
afterAll(() => rm(root, { recursive: true, force: true }));

function audit(archive: string): Promise<Measured> {
  return runMeasured(process.execPath, [bundle, "audit", "--archive", archive, "--format", "json"], { cwd: root, env });
}

interface Run {
  readonly images: readonly { readonly image: { readonly references: readonly string[] } }[];
  readonly errors: readonly { readonly reference: string }[];
}

/**
 * A layout of the good image and of one whose single layer is stored as these bytes. Where `diffId` is not given, the layer
 * is not what its config says, which shows when all of it was read.
 */
function besideLayer(stored: Uint8Array, diffId = sha256(Buffer.from("not this"))): Files {
  return beside((files) => {
    const layer = addBlob(files, mediaTypes.layer, stored);
    const config = addBlob(files, mediaTypes.config, configOf([diffId]));
    return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [layer] }));
  });
}

function beside(make: (files: Map<string, Uint8Array>) => Descriptor): Files {
  const files = new Map(layoutOf([]));
  const named = (root: Descriptor, name: string) => ({
    ...root,
    annotations: { "org.opencontainers.image.ref.name": name },
  });
  const manifests = [named(addManifest(files, good), "good:1"), named(make(files), "bad:1")];
  files.set("index.json", jsonBytes({ schemaVersion: 2, manifests }));
  return files;
}

function configOf(diffIds: readonly string[], config: object = {}): Uint8Array {
  return jsonBytes({ os: "linux", architecture: "amd64", config, rootfs: { type: "layers", diff_ids: diffIds } });
}

const layerFails = /^plimsoll: bad:1: layer 1 of 1: [^\n]*\n$/;
const bigFile = rawHeader({ name: "zeros", size: octal(2048 * mebibyte) });

describe("memory", () => {
  it.for<readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ["a gzip bomb of 2 GiB", () => toTar(besideLayer(packedFiles(["zeros"], 2048))), layerFails],
    ["a zstd bomb of 2 GiB", () => toTar(besideLayer(zstdZeros(bigFile, 2048))), layerFails],
    [
      "300 MiB of files that are kept for their names, and asked for once more where they were not",
      async () => {
        const stored = packedFiles(
          names(300, (at) => `etc/apt/sources.list.d/${at}.list`),
          1,
        );
        return toTar(besideLayer(stored, await digestOfUnpacked(stored)));
      },
      /^$/,
    ],
    [
      "400,000 files of each kind that is kept, all empty",
      () => {
        const kinds = ["passwd", "os-release", "group"];
        const tar = writeTar(names(400_000, (at) => `${at}/etc/${kinds[at % 3]}`).map((name) => file(name)));
        return toTar(besideLayer(gzipSync(tar, { level: 1 })));
      },
      layerFails,
    ],
    [
      "a config of 1 GiB, packed",
      () => {
        // Its name is the digest of something else: it is refused for its size before it is hashed.
        const digest = sha256(Buffer.from("large"));
        const files = beside((into) => {
          const config = { mediaType: mediaTypes.config, digest, size: 1024 * mebibyte };
          return addBlob(into, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [] }));
        });
        const header = rawHeader({ name: `blobs/sha256/${digest.slice(7)}`, size: octal(1024 * mebibyte) });
        return packed(toTar(files).subarray(0, -1024), header, { packed: packedRun(0x5b, 1024) }, Buffer.alloc(1024));
      },
      /^plimsoll: bad:1: blobs\/sha256\/\w+ has 1073741824 bytes, too many for a document[^\n]*\n$/,
    ],
    [
      "a config of 8 MiB that holds four million numbers",
      () =>
        toTar(
          beside((files) => {
            const config = addBlob(files, mediaTypes.config, Buffer.from(`{"config":{"Env":[${"1,".repeat(4e6)}1]}}`));
            return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [] }));
          }),
        ),
      /^plimsoll: bad:1: the image config holds more than 100000 values[^\n]*\n$/,
    ],
    [
      "a label of 7 MiB that is one token after the other",
      () =>
        toTar(
          beside((files) => {
            const label = `ghp_${"a1B2".repeat(9)} `.repeat(170_000);
            const config = addBlob(files, mediaTypes.config, configOf([], { Labels: { x: label } }));
            return addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [] }));
          }),
        ),
      /^$/,
    ],
  ])("stays bounded for %s", { timeout: 120_000 }, async ([, make, says], ctx) => {
    if (process.platform !== "linux") return ctx.skip(needsLinux);
    const archive = join(root, "bomb.tar");
    await writeFile(archive, await make());
    const { code, stdout, stderr, peakMiB } = await audit(archive);
    expect(stderr).toMatch(says);
    expect(code).toBe(says.test("") ? 0 : 2);
    const run = JSON.parse(stdout) as Run;
    expect(run.images.map(({ image: { references } }) => references[0])).toContain("good:1");
    expect(peakMiB).toBeGreaterThan(20);
    expect(peakMiB).toBeLessThan(most);
  });

  it("stays bounded for an index of 1 GiB in an archive on disk", async (ctx) => {
    if (process.platform !== "linux") return ctx.skip(needsLinux);
    const archive = join(root, "large.tar");
    const handle = await open(archive, "w");
    // A hole in the file: the host's disk holds next to nothing of it.
    await handle.write(rawHeader({ name: "index.json", size: octal(1024 * mebibyte) }));
    await handle.truncate(1025 * mebibyte);
    await handle.close();
    const { code, stderr, peakMiB } = await audit(archive);
    expect(code).toBe(2);
    expect(stderr).toMatch(/index\.json has 1073741824 bytes, too many for a document\n$/);
    expect(peakMiB).toBeLessThan(most);
  });
});

describe("the host's files", () => {
  it("are not opened, made or removed, whatever an archive says of them", async (ctx) => {
    const missing = await missingTools(["strace"]);
    if (missing !== null) return ctx.skip(missing);
    const outside = join(root, "outside");
    const marker = "only-the-host-says-this-7731";
    await mkdir(outside);
    for (const name of ["passwd", "os-release", "status", "layer.tar", "config.json"]) {
      await writeFile(join(outside, name), `${name} ${marker}`);
    }
    const raw = (path: string, content: string): NewMember => ({ ...file("x", content), path });
    const up = `${"../".repeat(30)}${outside.slice(1)}`;
    const layer = writeTar([
      symlink("/etc/os-release", join(outside, "os-release")),
      symlink("/etc/passwd", `${up}/passwd`),
      symlink("/var/lib/dpkg", outside),
      hardlink("/etc/shadow", `${up}/passwd`),
      raw(`${outside}/made-by-absolute-name`, "x"),
      raw(`${up}/made-by-climbing`, "x"),
      symlink("/out", outside),
      file("/out/made-through-a-link", "x"),
    ]);
    const bad = image().rawLayer(layer).tag("bad:1");
    const members = [
      ...[...layoutOf([good, bad])].map(([path, content]) => raw(path, Buffer.from(content).toString("latin1"))),
      symlink("x", join(outside, "layer.tar")),
      raw(`${outside}/made-by-the-archive`, "x"),
      { ...symlink("x", join(outside, "config.json")), path: "manifest.json" },
    ];
    const files = [...layoutOf([good, bad])].map(([path, content]): NewMember => ({ ...file(path), content }));
    const archive = join(root, "host.tar");
    await writeFile(archive, writeTar([...files, ...members.slice(files.length)]));

    const log = join(root, "files");
    const calls = "trace=%file,openat2";
    const strace = ["-f", "-qq", "-s", "4096", "-e", calls, "-o", log, process.execPath, bundle];
    const run = await runMeasured("strace", [...strace, "audit", "--archive", archive, "--format", "json"], {
      cwd: root,
      env,
    });
    expect((JSON.parse(run.stdout) as Run).images.length, run.stderr).toBe(2);
    expect(run.stdout).not.toContain(marker);
    const lines = (await readFile(log, "utf8")).split("\n");
    expect(lines.filter((line) => line.includes(archive)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes(outside) || line.includes("made-"))).toEqual([]);
    const changing =
      /O_WRONLY|O_RDWR|O_CREAT|^\d+ +(?:unlink|rename|mkdir|rmdir|link|symlink|chmod|chown|truncate|mknod)/;
    const changed = lines.filter((line) => changing.test(line)).map((line) => /"([^"]*)"/.exec(line)?.[1] ?? line);
    const ours = [join(root, "home"), "/dev/", "/proc/"];
    expect(changed.filter((path) => !ours.some((start) => path.startsWith(start)) && path !== dirname(root))).toEqual(
      [],
    );
  });
});

async function digestOfUnpacked(stored: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of Readable.from([stored]).pipe(createGunzip())) hash.update(piece);
  return `sha256:${hash.digest("hex")}`;
}

function names(count: number, make: (at: number) => string): string[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
