// Protections of ELF files by their heads: both widths and byte orders, any pieces, and files that are none.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ElfProtections, elfFlag } from "../../../../main/inspect/system/elf-protections.ts";
import { type ElfParts, elfFile } from "../../../support/elf-builder.ts";

function flagsOf(bytes: Buffer, size = bytes.length): number | null {
  const file = new ElfProtections();
  // One buffer for all pieces: they are only lent.
  const lent = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(lent, 0, at, at + size);
    file.push(lent.subarray(0, length));
  }
  return file.end();
}

describe("an ELF file", () => {
  const cases: readonly (readonly [string, ElfParts, number | null])[] = [
    ["a program that may lie anywhere", { type: "shared" }, 0],
    ["a program at a fixed address", { type: "executable" }, elfFlag.fixedAddress],
    ["a library with an executable stack", { stack: "executable" }, elfFlag.executableStack],
    [
      "a program with neither",
      { type: "executable", stack: "executable" },
      elfFlag.fixedAddress | elfFlag.executableStack,
    ],
    ["one that says nothing of its stack", { stack: "none" }, elfFlag.executableStack],
    ["the same for AArch64, where that is no danger", { stack: "none", machine: 183 }, 0],
    ["an object file, which is neither program nor library", { type: "relocatable" }, null],
    ["one whose headers lie beyond the first bytes", { headersAt: 4090 }, elfFlag.unread],
    ["one whose headers end with the first bytes", { headersAt: 4096 - 112 }, 0],
  ];
  for (const bits of [32, 64] as const) {
    it.each(cases)(`of ${bits} bits: %s`, (_, parts, flags) => {
      for (const big of [false, true]) {
        const bytes = elfFile({ ...parts, bits, big });
        for (const size of [1, 3, 4, 64, 4095, 4096, 100_000])
          expect(flagsOf(bytes, size), `pieces of ${size}`).toBe(flags);
      }
    });
  }

  it("cut within its headers is one that could not be looked at", () => {
    const bytes = elfFile();
    for (const length of [4, 20, 51, 63, 64, 100, 170]) expect(flagsOf(bytes.subarray(0, length))).toBe(elfFlag.unread);
    expect(flagsOf(bytes.subarray(0, 3))).toBeNull();
  });
});

it.each(["", "#!/bin/sh\n", "\x7fEL", "\x7fELx".repeat(3000)])("%j is no ELF file", (text) => {
  for (const size of [1, 5, 50_000]) expect(flagsOf(Buffer.from(text, "latin1"), size)).toBeNull();
});

it("gives an answer for any bytes behind the magic", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 90 }), (rest, size) => {
      const bytes = Buffer.concat([Buffer.from("\x7fELF", "latin1"), rest]);
      const flags = flagsOf(bytes);
      expect(flags === null || (flags >= 0 && flags <= 7)).toBe(true);
      expect(flagsOf(bytes, size)).toBe(flags);
    }),
    { seed: 11, numRuns: 2000 },
  );
});
