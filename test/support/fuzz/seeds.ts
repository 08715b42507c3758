// What is mutated: small archives of every form that is read, each with files that make as much code as possible run.
// The secrets in them must never come out.

import { writeTar } from "../../../main/tar/write-tar.ts";
import { endOfTar, octal, padded, paxHeader, rawHeader } from "../raw-tar.ts";
import { device, dir, fifo, file, hardlink, opaque, symlink, whiteout } from "../tar-entries.ts";
import { languageFiles, programFiles } from "./language-files.ts";
import { bake, type Draft, type Edit, type Form } from "./recipe.ts";
import { rpmFiles } from "./rpm-files.ts";
import { secretFiles } from "./secret-files.ts";
import { systemFiles } from "./system-files.ts";
import { zstdArchive } from "./zstd-archive.ts";

export interface Seed {
  readonly name: string;
  readonly build: (edit: Edit) => Uint8Array;
}

/** Stand in files: no change of anything makes them readable in a result. */
export const fileSecret = "MIIEowIBAAKCAQEAuYp0q3fKz8Jm5rQ1xV7nWc2";
/** Stand in the config: they are found as long as the config itself is whole. */
export const configSecrets = [
  `ghp_${"R4nd0mT0k3n".repeat(4).slice(0, 36)}`,
  "hunter2-but-longer",
  "pa55w0rd-in-a-label",
];

const [token = "", password = "", labelPassword = ""] = configSecrets;
const key = `-----BEGIN RSA PRIVATE KEY-----\n${fileSecret}\n${"Qk".repeat(32)}\n-----END RSA PRIVATE KEY-----\n`;
const passwd = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n";
const osRelease = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n';

/** A config with every field that is read, and secrets in three of them. */
function config(steps: number): Record<string, unknown> {
  return {
    created: "2026-01-01T00:00:00Z",
    architecture: "amd64",
    os: "linux",
    config: {
      User: "app",
      Env: ["PATH=/usr/bin", "NODE_VERSION=22.1.0", `GITHUB_TOKEN=${token}`],
      ExposedPorts: { "80/tcp": {} },
      Healthcheck: { Test: ["CMD", "true"], Interval: 30_000_000_000 },
      Entrypoint: ["/bin/app"],
      Cmd: ["--serve"],
      Labels: { "org.opencontainers.image.version": "1", "db.password": labelPassword },
      Volumes: { "/data": {} },
      WorkingDir: "/srv",
      OnBuild: ["RUN true"],
    },
    history: Array.from({ length: steps }, (_, at) => ({
      created: "2026-01-01T00:00:00Z",
      created_by: `|1 DB_PASSWORD=${password} /bin/sh -c step ${at} # buildkit`,
    })).concat([{ created: "2026-01-01T00:00:00Z", created_by: "CMD", ...{ empty_layer: true } }]),
  };
}

const base = writeTar([
  dir("/etc"),
  file("/etc/os-release", osRelease),
  file("/etc/passwd", passwd),
  file("/etc/shadow", "root:*:19000:0:99999:7:::\n"),
  file("/etc/group", "root:x:0:\n"),
  file("/usr/bin/su", "su", { mode: 0o4755 }),
  file("/root/.ssh/id_rsa", key, { mode: 0o600 }),
  symlink("/bin", "usr/bin"),
]);
const small = writeTar([file("/app", "hello"), file("/etc/apt/sources.list", "deb [trusted=yes] https://u:p@x y z\n")]);

const draft = (tag: string, ...layers: readonly Uint8Array[]): Draft => ({
  layers,
  config: config(layers.length),
  tag,
});
const seed = (name: string, form: Form, ...drafts: readonly Draft[]): Seed => ({
  name,
  build: (edit) => bake(drafts, form, edit),
});

/** Extended headers of every key that is known, names that are no UTF-8, attributes. */
const paxLayer = Buffer.concat([
  paxHeader({ path: `long/${"n".repeat(120)}`, "SCHILY.xattr.security.capability": Buffer.alloc(20, 1), uid: "70000" }),
  rawHeader({ name: "short", size: octal(3) }),
  padded("abc"),
  paxHeader({ path: Buffer.from([0x65, 0x74, 0x63, 0x2f, 0xff, 0xfe]), size: "4", gid: "4294967295", mtime: "1.5" }),
  rawHeader({ size: octal(1) }),
  padded("abcd"),
  paxHeader({ linkpath: "../../../../etc/shadow" }),
  rawHeader({ name: "link", flag: "2", link: "x" }),
  Buffer.concat([rawHeader({ name: "global", flag: "g", size: octal(11) }), padded("11 a=bcdef\n")]),
  rawHeader({ name: "etc/passwd", size: octal(passwd.length) }),
  padded(passwd),
  endOfTar,
]);

/** GNU's long names and both forms of its sparse files; the old headers without a magic. */
const gnuLayer = Buffer.concat([
  rawHeader({ name: "././@LongLink", flag: "L", magic: "ustar  \0", size: octal(151) }),
  padded(`${"d/".repeat(75)}\0`),
  rawHeader({ name: "d", magic: "ustar  \0", size: octal(2) }),
  padded("ab"),
  rawHeader({ name: "././@LongLink", flag: "K", magic: "ustar  \0", size: octal(121) }),
  padded(`${"t".repeat(120)}\0`),
  rawHeader({ name: "to", flag: "2", magic: "ustar  \0" }),
  rawHeader({
    name: "sparse",
    flag: "S",
    magic: "ustar  \0",
    size: octal(512),
    at: { 386: octal(1024), 398: octal(512), 482: "\u0001", 483: octal(4096) },
  }),
  Buffer.alloc(512),
  Buffer.alloc(512, 7),
  paxHeader({ "GNU.sparse.major": "1", "GNU.sparse.name": "holes", "GNU.sparse.realsize": "8192" }),
  rawHeader({ name: "GNUSparseFile.0/holes", size: octal(512) }),
  padded("1\n0\n0\n"),
  rawHeader({ name: "old", magic: "\0\0\0\0\0\0", flag: "\0", size: octal(1) }),
  padded("x"),
  rawHeader({ name: "old-folder/", magic: "\0\0\0\0\0\0", flag: "\0" }),
  endOfTar,
]);

const treeLayers = [
  writeTar([
    dir("/a"),
    file("/a/one", "1", { mode: 0o4755 }),
    hardlink("/a/two", "/a/one"),
    symlink("/a/up", "../../../a/./up"),
    symlink("/loop", "loop"),
    file("/a/key.pem", key),
    device("/dev/null", "character", 1, 3),
    fifo("/run/pipe"),
    dir("/a/deep/er"),
  ]),
  writeTar([whiteout("/a/one"), file("/a/deep", "now a file"), hardlink("/three", "/a/two"), file("/loop/x", "y")]),
  writeTar([opaque("/a"), file("/a/new", "n"), dir("/a/deep"), whiteout("/missing"), symlink("/etc", "a")]),
];

export const seeds: readonly Seed[] = [
  seed("docker-legacy", { layout: "legacy" }, draft("one:1", base), draft("two:2", base, small)),
  seed("docker-blobs", { layout: "docker" }, draft("one:1", base, small)),
  seed("oci", { layout: "oci" }, draft("one:1", base), draft("two:2", small)),
  seed("oci-gzip-layers", { layout: "oci", layer: "gzip" }, draft("one:1", base)),
  seed("oci-zstd-layers", { layout: "oci", layer: "zstd" }, draft("one:1", base)),
  seed("gzip-archive", { layout: "legacy", archive: "gzip" }, draft("one:1", base, small)),
  seed("zstd-archive", { layout: "docker", archive: "zstd" }, draft("one:1", small)),
  // Compressed by zstd itself, with entropy coding, matches and a checksum.
  { name: "zstd-archive-packed", build: (edit) => edit("packed-archive", Buffer.from(zstdArchive, "base64")) },
  seed("pax", { layout: "docker" }, draft("one:1", paxLayer)),
  seed("gnu", { layout: "docker" }, draft("one:1", gnuLayer)),
  seed("platforms-attested", { layout: "oci", platforms: true }, draft("one:1", base)),
  seed("tree", { layout: "docker" }, draft("one:1", ...treeLayers)),
  seed("system-databases", { layout: "docker" }, draft("one:1", ...systemFiles.map((each) => writeTar(each)))),
  seed("languages", { layout: "docker" }, draft("one:1", writeTar(languageFiles))),
  seed("programs", { layout: "docker" }, draft("one:1", writeTar(programFiles))),
  ...rpmFiles.map(({ form, files }) => seed(`rpm-${form}`, { layout: "docker" }, draft("one:1", writeTar(files)))),
  seed("secret-files", { layout: "docker" }, draft("one:1", writeTar(secretFiles(fileSecret, key)))),
];
