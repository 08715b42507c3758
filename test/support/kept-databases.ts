// Package databases laid out by hand, byte for byte with what each byte is, for forms that no program here can write: ndb
// and apk; Berkeley DB beside them in the same manner, which rpm's own reader confirms (test/engine/rpm.test.ts).
// Checked against: rpm lib/header.c, lib/backend/ndb/rpmpkg.c, lib/backend/bdb_ro.c; apk-tools "apkv2 installed format".
import type { InstalledPackage } from "../../main/inspect/packages/package-database.ts";

/** The bytes of lines `hex ; what it is`; `3x00` is three times the byte, a word in quotes its ASCII. */
export function laidOut(text: string): Buffer {
  const parts = text.split("\n").flatMap((line) => (line.split(";")[0] ?? "").trim().split(/\s+/));
  return Buffer.concat(parts.filter((part) => part !== "").map(bytesOf));
}

function bytesOf(part: string): Buffer {
  if (part.startsWith("'")) return Buffer.from(part.slice(1, -1), "latin1");
  const [, times, byte] = /^(\d+)x((?:[0-9a-f]{2})+)$/.exec(part) ?? [];
  if (times !== undefined && byte !== undefined) return Buffer.from(byte.repeat(Number(times)), "hex");
  if (!/^(?:[0-9a-f]{2})+$/.test(part)) throw new Error(`not hex: ${part}`);
  return Buffer.from(part, "hex");
}

/** 161 bytes = a1. */
const bash = `
  00000006                    ; entries
  00000039                    ; bytes of data
  000003e8 00000006 00000000 00000001 ; 1000 name: string at 0, one
  000003e9 00000006 00000005 00000001 ; 1001 version
  000003ea 00000006 0000000c 00000001 ; 1002 release
  000003eb 00000004 00000014 00000001 ; 1003 epoch: 32-bit number at 20
  000003fe 00000006 00000018 00000001 ; 1022 arch
  00000414 00000006 0000001f 00000001 ; 1044 source rpm
  'bash' 00 '4.4.20' 00 '5.el8' 00 ; 0, 5, 12
  0000 00000001               ; 18: up to the next multiple of four; 20: the epoch
  'x86_64' 00 'bash-4.4.20-5.el8.src.rpm' 00 ; 24, 31
`;
/** 147 bytes = 93. */
const libzstd = `
  00000005 0000003b
  000003e8 00000006 00000000 00000001 ; name
  000003e9 00000006 00000009 00000001 ; version
  000003ea 00000006 0000000f 00000001 ; release
  000003fe 00000006 00000018 00000001 ; arch
  00000414 00000006 0000001f 00000001 ; source rpm
  'libzstd1' 00 '1.5.0' 00 '150400.3' 00 'x86_64' 00 'zstd-1.5.0-150400.3.src.rpm' 00
`;

/** What both rpm databases hold; the source of bash is called and numbered as it is itself. */
export const keptRpmPackages: readonly InstalledPackage[] = [
  { name: "bash", version: "1:4.4.20-5.el8", arch: "x86_64" },
  { name: "libzstd1", version: "1.5.0-150400.3", arch: "x86_64", source: { name: "zstd", version: "1.5.0-150400.3" } },
];

/** `Packages.db`: little-endian, blocks of 16 bytes. */
export const keptNdb: Buffer = laidOut(`
  'RpmP' 00000000             ; magic, version
  07000000 01000000 03000000  ; generation, pages of slots, next number
  12x00
  'Slot' 12x00                ; a slot that was freed
  'Slot' 02000000 0c010000 0b000000 ; package 2: block 268, 11 blocks
  'Slot' 01000000 00010000 0c000000 ; package 1: block 256, 12 blocks
  251x536c6f74000000000000000000000000 ; free slots up to 4096
  'BlbS' 01000000 00000000 a1000000 ; package 1, no time, 161 bytes
  ${bash}
  3x00
  f1142785 a1000000 'BlbE'    ; sum, 161 bytes
  'BlbS' 02000000 00000000 93000000 ; package 2, 147 bytes
  ${libzstd}
  1x00
  70156405 93000000 'BlbE'
`);

/** `Packages`: a hash of two buckets in pages of 512 bytes, little-endian. */
export const keptBerkeley: Buffer = laidOut(`
  8x00 00000000               ; page 0: log number, page number
  61150600 09000000 00020000  ; magic, version 9, page size
  00 08 00 00                 ; not encrypted, page of hash metadata, no flags
  00000000 03000000           ; no free page, last page
  00000000 03000000 03000000 00000000 ; partitions, keys, records, flags
  20x00                       ; identity of the file
  01000000 01000000 00000000  ; last bucket, high mask, low mask
  00000000 03000000 00000000  ; fill factor, elements, hash of a test word
  01000000 01000000 120x00    ; first page of each group of buckets, less the buckets before
  288x00
  8x00 01000000 00000000 00000000 ; page 1, none before, none behind
  0400 4f01 00 0d             ; four items, free up to 335, level, page of a hash
  fb01 f601 f101 4f01         ; they begin at 507, 502, 497, 335
  301x00
  01 ${bash}                  ; 335: value of 1, in place
  01 01000000                 ; 497: key 1
  01 02000000                 ; 502: value of 0: the highest number given
  01 00000000                 ; 507: key 0
  8x00 02000000 00000000 00000000 ; page 2
  0200 ef01 00 0d             ; two items, free up to 495
  fb01 ef01
  465x00
  03 000000 03000000 93000000 ; 495: value of 2: 147 bytes from page 3 on
  01 02000000                 ; 507: key 2
  8x00 03000000 00000000 00000000 ; page 3
  0100 9300 00 07             ; one user, 147 bytes, overflow page
  ${libzstd}
  339x00
`);

/** `/lib/apk/db/installed`: C checksum, P name, V version, A arch, S I sizes, T text, U url, L licence, o origin, m maintainer,
 * t built, c commit, D p needs and gives, F folder, R file, a its owner and mode, Z its checksum; r replaces, i installs if. */
export const keptApk = `C:Q1/se1PjO94pYXbfDNR54K1mdEJE8=
P:alpine-baselayout-data
V:3.4.3-r2
A:x86_64
S:11664
I:77824
T:Alpine base dir structure and init scripts
U:https://git.alpinelinux.org/cgit/aports/tree/main/alpine-baselayout
L:GPL-2.0-only
o:alpine-baselayout
m:Natanael Copa <ncopa@alpinelinux.org>
t:1694466098
c:7f5f2a3f3e4a8e1d4a2ddab5b6e6b3b1c9a8f8d2
r:alpine-baselayout
F:etc
R:passwd
a:0:42:640
Z:Q1dFlZxQjtV2cYI9eUBsSZ9pN2HzM=
R:shadow
a:0:42:640
Z:Q1ltrPIAW2zHeDiajsex2Bdmq3uqA=

C:Q1Z5hKe1SyEvVbjX4dTqV2J1p1p8k=
P:musl
V:1.2.4-r2
A:x86_64
S:389000
I:634880
T:the musl c library (libc) implementation
U:https://musl.libc.org/
L:MIT
o:musl
m:Timo Teras <timo.teras@iki.fi>
t:1694466098
c:d2b4b9d4c0c9c2d6ef2fe7c8c9f0d2e2a4b1f0d3
p:so:libc.musl-x86_64.so.1=1
F:lib
R:libc.musl-x86_64.so.1
a:0:0:777
Z:Q17yJ3JFNypA4mxhJJr0ou6CzsJVI=
R:ld-musl-x86_64.so.1
a:0:0:755
Z:Q1CFFgbvQzqzKxq5w5NwhEhcaPvsE=

C:Q1nLuT0dZmhLcRmFQH0xq0bS0bV3o=
P:.build-deps
V:20240101.120000
A:noarch
S:0
I:0
T:virtual meta package
U:
L:
D:musl

`;
export const keptApkPackages: readonly InstalledPackage[] = [
  {
    name: "alpine-baselayout-data",
    version: "3.4.3-r2",
    arch: "x86_64",
    source: { name: "alpine-baselayout", version: "3.4.3-r2" },
    maker: "Natanael Copa <ncopa@alpinelinux.org>",
  },
  { name: "musl", version: "1.2.4-r2", arch: "x86_64", maker: "Timo Teras <timo.teras@iki.fi>" },
  { name: ".build-deps", version: "20240101.120000", arch: "noarch" },
];
