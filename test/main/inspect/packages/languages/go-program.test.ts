// Go programs while they stream by: both layouts of the build information, every way of cutting the body into pieces, and
// programs that only look like it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goPackages } from "../../../../../main/inspect/packages/languages/go-modules.ts";
import { GoProgram, mayBeProgram } from "../../../../../main/inspect/packages/languages/go-program.ts";
import { elfHead, type GoProgramForm, goProgram } from "../../../../support/go-program-builder.ts";

const modules = [
  "path\texample.com/app",
  "mod\texample.com/app\t(devel)\t",
  "dep\tgithub.com/a/b\tv1.2.3\th1:abc=",
  "dep\tgithub.com/c/d\tv0.0.0\t",
  "=>\tgithub.com/fork/d\tv4.5.6\th1:def=",
  "dep\tk8s.io/api\tv0.0.0\t",
  "=>\t./staging/api\t(devel)\t",
  "build\t-compiler=gc",
  "",
].join("\n");
const packages = ["stdlib@1.22.3", "github.com/a/b@v1.2.3", "github.com/fork/d@v4.5.6"];

/** `name@version` of what a body of this program gives in pieces of `size`; null when it is no Go program. */
function read(body: Buffer, size = 65_536): { names: string[]; malformed: number } | null {
  const program = new GoProgram();
  for (let at = 0; at < body.length; at += size) {
    // A piece is only lent: what is kept of it must be a copy.
    const piece = Buffer.from(body.subarray(at, at + size));
    program.push(piece);
    piece.fill(0xaa);
  }
  const database = program.end();
  if (database === null) return null;
  return { names: database.packages.map(({ name, version }) => `${name}@${version}`), malformed: database.malformed };
}

const forms: [string, Omit<GoProgramForm, "version" | "modules">][] = [
  ["Go 1.18 and later", {}],
  ["Go 1.18 and later, linked without a build id", { withoutNote: true }],
  ["Go 1.18 and later, big endian", { bigEndian: true }],
  ["Go 1.18 and later, 32 bits", { bits: 32 }],
  ["Go 1.18 and later, the block far behind the segment's begin", { before: 0x30000 }],
  ["Go 1.17 and earlier", { layout: "pointer" }],
  ["Go 1.17 and earlier, 32 bits, big endian", { layout: "pointer", bits: 32, bigEndian: true }],
];

describe("a Go program", () => {
  it.each(forms)("says what it was built from: %s", (_, form) => {
    const body = goProgram({ version: "go1.22.3", modules, ...form });
    for (const size of [65_536, 4096, 1000, 13, body.length]) {
      expect(read(body, size), `pieces of ${size}`).toEqual({ names: packages, malformed: 0 });
    }
  });

  it("is read however its body is cut", () => {
    const bodies = forms.map(([, form]) => goProgram({ version: "go1.22.3", modules, ...form }));
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.integer({ min: 7, max: 9000 }), (body, size) => {
        expect(read(body, size)?.names).toEqual(packages);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it.each([
    ["go1.22.3", "1.22.3"],
    ["go1.23rc1 X:nocoverageredesign", "1.23rc1"],
    ["go1.20", "1.20"],
  ])("of %j has a standard library of %j", (version, expected) => {
    expect(read(goProgram({ version, modules: null }))).toEqual({ names: [`stdlib@${expected}`], malformed: 0 });
  });

  it("of a build between releases counts as malformed and still names its modules", () => {
    const { names, malformed } = read(goProgram({ version: "devel go1.24-0abcdef", modules })) ?? {
      names: [],
      malformed: 0,
    };
    expect([names, malformed]).toEqual([packages.slice(1), 1]);
  });

  it.each<[string, Buffer]>([
    ["without its build information", Buffer.concat([elfHead({}, 4096), Buffer.alloc(300_000)])],
    [
      "whose version's pointer leads nowhere",
      goProgram({ version: "go1.9", modules: null, layout: "pointer" }).fill(0, 0x21240, 0x21250),
    ],
    ["whose version is longer than any", goProgram({ version: `go1.${"9".repeat(2000)}`, modules: null })],
    ["whose block is cut", goProgram({ version: "go1.22.3", modules }).subarray(0, 0x21000 + 0x40 + 40)],
  ])("%s is counted, not passed over", (_, body) => {
    expect(read(body)).toEqual({ names: [], malformed: 1 });
  });

  it.each<[string, Buffer]>([
    ["a script", Buffer.concat([Buffer.from("#!/bin/sh\n\xff Go buildinf:"), Buffer.alloc(200_000)])],
    ["another program", Buffer.concat([elfHead({ withoutNote: true }, 4096), Buffer.alloc(200_000)])],
    [
      "a program with the magic in its text",
      Buffer.concat([
        elfHead({ withoutNote: true }, 4096),
        Buffer.from("\xff Go buildinf:\x08\x02", "latin1"),
        Buffer.alloc(200_000),
      ]),
    ],
    ["an ELF head that lies", elfHead({}, 4096).fill(0xff, 32, 64)],
    ["four bytes", Buffer.from("\x7fELF", "latin1")],
    ["nothing", Buffer.alloc(0)],
  ])("is none: %s", (_, body) => {
    expect(read(body)).toBeNull();
  });

  it("takes no part in an answer that bytes changed at random could break", () => {
    const bodies = forms.map(([, form]) => goProgram({ version: "go1.22.3", modules, ...form }));
    const change = fc.tuple(fc.nat(0x21400), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.array(change, { minLength: 1, maxLength: 40 }), (body, changes) => {
        const changed = Buffer.from(body);
        for (const [at, byte] of changes) changed[at % 2 === 0 ? at : at % 0x200] = byte;
        expect(() => read(changed)).not.toThrow();
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});

describe("goPackages", () => {
  it("is bounded for any text, and takes no word from lines that are none", () => {
    const { packages, malformed } = goPackages("go1.22", "dep\ndep\t\tv1\ndep\ta b\tv1\n=>\tx\tv1\nmod\tm\tv2\n\t\t\t");
    // A replacement is that of the line before, whatever stood there.
    expect(packages.map(({ name, version }) => `${name}@${version}`)).toEqual(["stdlib@1.22", "x@v1", "m@v2"]);
    expect(malformed).toBe(1);
  });
});

describe("mayBeProgram", () => {
  it.each([
    [0o755, 2_000_000, true],
    [0o4711, 2_000_000, true],
    [0o644, 2_000_000, false],
    [0o755, 1000, false],
  ])("mode %o, %d bytes: %j", (mode, size, expected) => {
    expect(mayBeProgram(mode, size)).toBe(expected);
  });
});
