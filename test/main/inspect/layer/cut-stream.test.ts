// A layer says the same wherever its stream was cut: an engine and a disk give pieces of other sizes each time.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readLayer } from "../../../../main/inspect/layer/read-layer.ts";
import { encodeLayerFacts } from "../../../../main/inspect/layer-facts-codec.ts";
import { writeTar } from "../../../../main/tar/write-tar.ts";
import { elfFile } from "../../../support/elf-builder.ts";
import { languageFiles, programFiles } from "../../../support/fuzz/language-files.ts";
import { rpmFiles } from "../../../support/fuzz/rpm-files.ts";
import { secretFiles } from "../../../support/fuzz/secret-files.ts";
import { systemFiles } from "../../../support/fuzz/system-files.ts";
import { inPieces } from "../../../support/raw-tar.ts";
import { file } from "../../../support/tar-entries.ts";

const token = `ghp_${"R4nd0mT0k3n".repeat(4).slice(0, 36)}`;
const key = `-----BEGIN RSA PRIVATE KEY-----\n${"MIIEowIBAAKC".repeat(40)}\n-----END RSA PRIVATE KEY-----\n`;
/** Binary from that byte on, with a token that only text is searched for and a key that everything is. */
const binaryAt = (zero: number) => `${"x".repeat(zero)}\0 ${token} ${"y".repeat(9000)}\n${key}`;

const tar = writeTar([
  ...[0, 1, 4, 511, 7998, 7999, 8000, 8001].map((zero) => file(`/data/zero-at-${zero}`, binaryAt(zero))),
  file("/data/short", "ab\0"),
  file("/data/empty", ""),
  file("/data/long.txt", `${"word ".repeat(3000)}${token}\n`),
  file("/usr/lib/libcrypto.so.3", Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.from(binaryAt(3))])),
  file("/etc/private.der", Buffer.concat([Buffer.from("30820122020100300d", "hex"), Buffer.alloc(300, 7)])),
  file("/usr/bin/program", elfFile({ type: "executable", headersAt: 3000 }), { mode: 0o755 }),
  file("/usr/lib/libshort.so", elfFile().subarray(0, 90)),
  file("/usr/lib/large.so", Buffer.concat([elfFile({ stack: "executable" }), Buffer.alloc(2_500_000, 3)])),
  file("/etc/ssl/certs/ca-certificates.crt", key.repeat(50)),
  file("/var/lib/dpkg/info/x.md5sums", `${"0".repeat(32)}  usr/bin/program\n`.repeat(700)),
  ...secretFiles(token, key),
  ...languageFiles,
  ...programFiles,
  ...systemFiles.flat(),
  ...rpmFiles.flatMap(({ files }) => files),
]);

async function readCut(...sizes: readonly number[]): Promise<string> {
  const facts = await readLayer(inPieces(tar, ...sizes), new Map(), new AbortController().signal);
  return Buffer.from(encodeLayerFacts(facts)).toString("latin1");
}

it.each([512, 1000, 4096, 32_768, 65_536])("pieces of %i bytes", async (size) => {
  expect((await readCut(size)) === (await readCut(tar.length))).toBe(true);
});

it("pieces of any sizes", async () => {
  const whole = await readCut(tar.length);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 40 }), async (sizes) => {
      expect((await readCut(...sizes)) === whole).toBe(true);
    }),
    { numRuns: 40, seed: 20_261_124 },
  );
});
