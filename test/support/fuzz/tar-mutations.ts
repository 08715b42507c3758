// Changes to tar headers with the checksum put right afterwards, so that the fields behind it are read. Offsets: POSIX
// ustar, GNU tar "old GNU sparse format". And changes to the records of pax headers.
import type { Mutator } from "./byte-mutations.ts";

const fields: readonly (readonly [at: number, width: number])[] = [
  [100, 8],
  [108, 8],
  [116, 8],
  [124, 12],
  [136, 12],
  [329, 8],
  [337, 8],
  [386, 12],
  [483, 12],
];
const numberTexts = [
  "",
  "0",
  "1",
  "1000",
  "777",
  "1777",
  "37777777777",
  "77777777777",
  "777777777777",
  "-1",
  "9",
  "0x10",
  " ",
  "\0\0",
];
const flags = [..."0123456789ABDEGIKLMNSVXgx\0\u0080\u00ff"];
const names = [
  "",
  "/",
  ".",
  "..",
  "../../etc/passwd",
  "/etc/passwd",
  "a/../../..",
  "a\\b",
  ".wh.",
  ".wh...",
  ".wh..wh..opq",
  "etc/.wh.passwd",
  "x".repeat(100),
  "a/".repeat(50),
  "\u00ff\u00fe\u0080",
  "var/lib/dpkg/status",
  "etc/os-release",
  "usr/bin/busybox",
  "lib",
];

export const tarMutators: Readonly<Record<string, Mutator>> = {
  "tar-number": (bytes, where, what) =>
    inHeader(bytes, where, (header) => {
      const [at, width] = fields[what % fields.length] ?? [124, 12];
      header.fill(0, at, at + width);
      const choice = (what >> 5) % (numberTexts.length + 4);
      if (choice < numberTexts.length) header.write((numberTexts[choice] ?? "").slice(0, width), at, "latin1");
      else {
        // Base 256: a huge number, a negative one, one just over what is exact, a small one.
        header[at] = [0x80, 0xff, 0x80, 0x80][choice - numberTexts.length] ?? 0x80;
        const from = [1, 1, width - 7, width - 1][choice - numberTexts.length] ?? 1;
        header.fill(0xff, at + from, at + width);
      }
    }),
  "tar-flag": (bytes, where, what) =>
    inHeader(bytes, where, (header) => header.write(flags[what % flags.length] ?? "0", 156, 1, "latin1")),
  "tar-name": (bytes, where, what) =>
    inHeader(bytes, where, (header) => {
      const [at, width] = [[0, 100] as const, [157, 100] as const, [345, 155] as const][what % 3] ?? [0, 100];
      header.fill(0, at, at + width);
      header.write(names[(what >> 3) % names.length] ?? "", at, width, "latin1");
    }),
  "tar-magic": (bytes, where, what) =>
    inHeader(bytes, where, (header) =>
      header.write(["ustar\x0000", "ustar  \0", "\0\0\0\0\0\0\0\0"][what % 3] ?? "", 257, 8, "latin1"),
    ),
  "tar-sparse": (bytes, where, what) =>
    inHeader(bytes, where, (header) => {
      header.write("S", 156, 1, "latin1");
      header.write("ustar  \0", 257, 8, "latin1");
      header[482] = what & 1;
      header.write("77777777777", 483, 12, "latin1");
    }),
  /** The digits of a pax record's length, of a number, of anything decimal. */
  digits: (bytes, where, what) => {
    const text = bytes.toString("latin1");
    const runs = [...text.matchAll(/\d{1,20}/g)];
    const run = runs[where % Math.max(1, runs.length)];
    if (run === undefined) return bytes;
    const put = ["0", "1", "00", "9999999999", "9007199254740993", "-1", "1e9", "", `${run[0]}0`][what % 9] ?? "";
    const end = run.index + run[0].length;
    // In place where it fits, since what follows counts on its place; else everything moves.
    const fitted = what % 2 === 0 ? put.padStart(run[0].length, "0").slice(-run[0].length) : put;
    return Buffer.from(text.slice(0, run.index) + fitted + text.slice(end), "latin1");
  },
};

/** Changes one header of the tar, found by its checksum, and puts the checksum right. Bytes without one stay. */
function inHeader(bytes: Buffer, where: number, change: (header: Buffer) => void): Buffer {
  const starts: number[] = [];
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    const block = bytes.subarray(at, at + 512);
    if (Number.parseInt(block.toString("latin1", 148, 154), 8) === sumOf(block)) starts.push(at);
  }
  const at = starts[where % Math.max(1, starts.length)];
  if (at === undefined) return bytes;
  const changed = Buffer.from(bytes);
  const header = changed.subarray(at, at + 512);
  change(header);
  header.write(`${sumOf(header).toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return changed;
}

function sumOf(block: Buffer): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += block[i] ?? 0;
  return sum;
}
