// Every attack on a signed report or its folder that the field knows, as a row with the answer it must get. Where two
// common verifiers are fooled (certificate swapped, padding used, file added to), the row says so.
import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { latin1 } from "../../../../main/evidence/pdf/pdf-object.ts";
import { issueCertificates } from "../../../../main/evidence/signing/certificates.ts";
import { openIdentity } from "../../../../main/evidence/signing/local-identity.ts";
import type { Signer } from "../../../../main/evidence/signing/signer.ts";
import { verifyPdf } from "../../../../main/evidence/verify/verify-pdf.ts";
import { say } from "../../../../shared/wording/say.ts";
import { makeSigner, signedAt, signedReport, unsignedReport } from "../../../support/evidence-pack.ts";

let root = "";
let signer: Signer;
let report: Uint8Array;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-attacks-"));
  signer = await makeSigner(root);
  report = await signedReport(signer);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const text = (pdf: Uint8Array) => latin1(pdf, 0, pdf.length);
const bytes = (content: string) => Buffer.from(content, "latin1");
const contentsAt = (pdf: Uint8Array) => text(pdf).indexOf("/Contents <") + "/Contents <".length;

function changed(pdf: Uint8Array, offset: number, value?: number): Uint8Array {
  const copy = Uint8Array.from(pdf);
  copy[offset] = value ?? (copy[offset] ?? 0) ^ 1;
  return copy;
}

/** The container as hex without padding, and the report with another container of the same room. */
function container(pdf: Uint8Array): string {
  const start = contentsAt(pdf);
  const room = text(pdf).slice(start, start + 24_000);
  const length = Number.parseInt(room.slice(4, 8), 16) + 4;
  return room.slice(0, length * 2);
}
function withContainer(pdf: Uint8Array, hex: string): Uint8Array {
  const copy = Uint8Array.from(pdf);
  copy.set(bytes(hex.padEnd(24_000, "0")), contentsAt(pdf));
  return copy;
}

/** A change in the middle of `part` (hex or DER) where it stands inside the container. */
function flipInContainer(pdf: Uint8Array, part: Uint8Array, at: number): Uint8Array {
  const hex = container(pdf);
  const start = hex.indexOf(Buffer.from(part).toString("hex"));
  expect(start).toBeGreaterThan(0);
  const copy = Buffer.from(hex, "hex");
  copy[start / 2 + at] = (copy[start / 2 + at] ?? 0) ^ 1;
  return withContainer(pdf, copy.toString("hex"));
}

interface Attack {
  readonly number: string;
  readonly name: string;
  readonly forge: () => Uint8Array | Promise<Uint8Array>;
  readonly because: string;
}

const leafOf = () => signer.certificates[0] ?? new Uint8Array();
const caOf = () => signer.certificates[1] ?? new Uint8Array();

const attacks: readonly Attack[] = [
  {
    number: "1",
    name: "a byte of a page is changed",
    forge: () => changed(report, text(report).lastIndexOf("stream\n") - 20),
    because: "verify.pdf-changed",
  },
  {
    number: "2",
    name: "a byte of the signature value is changed",
    forge: () =>
      withContainer(
        report,
        container(report).replace(/..$/, (last) => (last === "00" ? "01" : "00")),
      ),
    because: "verify.signature-invalid",
  },
  {
    number: "3",
    name: "a byte of the signing certificate is changed (pdfsig: valid)",
    forge: () => flipInContainer(report, leafOf(), leafOf().length - 10),
    because: "verify.certificate-swapped",
  },
  {
    number: "3b",
    name: "a byte of the carried CA certificate is changed",
    forge: () => flipInContainer(report, caOf(), caOf().length - 10),
    because: "verify.certificate-swapped",
  },
  {
    number: "4",
    name: "the claimed time is changed in the file",
    forge: () => bytes(text(report).replace("/M (D:20261123", "/M (D:20251123")),
    because: "verify.pdf-changed",
  },
  {
    number: "5",
    name: "the byte range is made shorter",
    forge: () => {
      const range = /\/ByteRange \[0 \d+ \d+ (\d+) *\]/.exec(text(report));
      const shorter = range?.[0].replace(` ${range[1]}`, ` ${Number(range[1]) - 10}`) ?? "";
      return bytes(text(report).replace(range?.[0] ?? "?", shorter));
    },
    because: "verify.not-whole",
  },
  {
    number: "6",
    name: "the padding of the container carries data (openssl: not seen)",
    forge: () => changed(report, contentsAt(report) + 23_990, 0x41),
    because: "verify.padding",
  },
  {
    number: "6b",
    name: "a digit of the container is written as a capital",
    forge: () => {
      const offset = contentsAt(report) + container(report).search(/[a-f]/);
      return changed(report, offset, (report[offset] ?? 0) - 0x20);
    },
    because: "verify.padding",
  },
  {
    number: "7",
    name: "an update is appended that redraws a page (openssl: successful)",
    forge: () => bytes(text(report) + update(report, "<< /Type /Page >>")),
    because: "verify.pdf-form",
  },
  {
    number: "7b",
    name: "bytes are appended after the end",
    forge: () => bytes(`${text(report)}garbage`),
    because: "verify.pdf-form",
  },
  {
    number: "7c",
    name: "white space is appended after the end",
    forge: () => bytes(`${text(report)}\n`),
    because: "verify.pdf-form",
  },
  {
    number: "7d",
    name: "an update comes with a complete table of its own and hides that there was one before",
    forge: () => {
      const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text(report))?.[1]);
      const table = text(report)
        .slice(start)
        .replace(/startxref\n\d+/, `startxref\n${report.length}`);
      return bytes(text(report) + table);
    },
    because: "verify.not-whole",
  },
  {
    number: "7e",
    name: "something is appended and the end written again",
    forge: () => bytes(`${text(report)}% more\n${/startxref\n\d+\n%%EOF\n$/.exec(text(report))?.[0]}`),
    because: "verify.not-whole",
  },
  {
    number: "8",
    name: "an update is appended that empties the form",
    forge: () => bytes(text(report) + update(report, "<< /Fields [] >>")),
    because: "verify.pdf-form",
  },
  {
    number: "9",
    name: "the certificate is swapped for another one of the same key, issuer and serial (pdfsig: trusted, false name)",
    forge: () => {
      const other = Buffer.from(leafOf());
      const at = other.indexOf("Plimsoll signing key");
      other.write("Somebody else, Inc..", at, "latin1");
      return withContainer(
        report,
        container(report).replace(Buffer.from(leafOf()).toString("hex"), other.toString("hex")),
      );
    },
    because: "verify.certificate-swapped",
  },
  {
    number: "12",
    name: "the file is truncated",
    forge: () => report.subarray(0, report.length - 1000),
    because: "verify.pdf-form",
  },
  { number: "13", name: "the field was never signed", forge: () => unsignedReport(), because: "verify.not-whole" },
  {
    number: "13b",
    name: "the signature field is taken out",
    forge: () => bytes(text(report).replace(/\/Fields \[\d+ 0 R\]/, (fields) => "/Fields []".padEnd(fields.length))),
    because: "verify.pdf-unsigned",
  },
  {
    number: "-",
    name: "the certification is taken out",
    forge: () => bytes(text(report).replace("/DocMDP", "/DocXDP")),
    because: "verify.not-certified",
  },
  { number: "-", name: "the file is empty", forge: () => new Uint8Array(), because: "verify.pdf-form" },
  {
    number: "-",
    name: "the container is no DER",
    forge: () => withContainer(report, "30820000"),
    because: "verify.cms-form",
  },
];

/** An incremental update that replaces object 5, with table and trailer of its own. */
function update(pdf: Uint8Array, object: string): string {
  const start = pdf.length;
  const table = start + `5 0 obj\n${object}\nendobj\n`.length;
  const previous = /startxref\n(\d+)/.exec(text(pdf))?.[1];
  return `5 0 obj\n${object}\nendobj\nxref\n5 1\n${String(start).padStart(10, "0")} 00000 n \ntrailer\n<< /Size 6 /Root 3 0 R /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`;
}

describe("a signed report under attack", () => {
  test("holds when nobody touched it, self-asserted, with a claimed time", () => {
    const { integrity, identity, time } = verifyPdf(report, null, signedAt);
    expect({ integrity: integrity.answer, identity: identity.answer, time: time.answer, at: time.at }).toEqual({
      integrity: "yes",
      identity: "self-asserted",
      time: "claimed",
      at: "2026-11-23T10:00:00Z",
    });
    expect(identity.signer?.fingerprint).toBe(signer.identity.fingerprint);
    expect(identity.signer?.issuerFingerprint).toBe(signer.identity.caFingerprint);
    expect(identity.signer?.protection).toBe("unprotected");
  });

  test.each(attacks)("$number: $name", async ({ forge, because }) => {
    const { integrity, identity } = verifyPdf(await forge(), null, signedAt);
    expect(integrity.answer).toBe("no");
    expect(integrity.reasons.map(({ key }) => key)).toEqual([because]);
    expect(identity.answer).toBe("unknown");
    for (const reason of integrity.reasons) expect(say(reason, "de")).not.toContain("verify.");
  });

  test("10: the same names over another key are told apart by the fingerprint, and a pin refuses them", async () => {
    const impostor = await makeSigner(join(root, "impostor"));
    const forged = await signedReport(impostor);
    const pins = { fingerprints: new Set([signer.identity.fingerprint]), certificates: [] };
    const unpinned = verifyPdf(forged, null, signedAt);
    expect(unpinned.integrity.answer).toBe("yes");
    expect(unpinned.identity.answer).toBe("self-asserted");
    expect(unpinned.identity.signer?.fingerprint).not.toBe(signer.identity.fingerprint);
    expect(verifyPdf(forged, pins, signedAt).identity.answer).toBe("untrusted");
    expect(verifyPdf(report, pins, signedAt).identity.answer).toBe("trusted");
  });

  test("10b: a certificate that only borrows the name of a pinned CA is not trusted", async () => {
    const { certificates } = await issueCertificates("default", "passphrase", signedAt);
    const pins = { fingerprints: new Set([new X509Certificate(certificates[1]).fingerprint256]), certificates: [] };
    expect(verifyPdf(report, pins, signedAt).identity.answer).toBe("untrusted");
  });

  test("a pinned CA trusts what it issued, and a CA that signs itself is not trusted", () => {
    const byCa = { fingerprints: new Set([signer.identity.caFingerprint]), certificates: [] };
    expect(verifyPdf(report, byCa, signedAt).identity.answer).toBe("trusted");
    expect(verifyPdf(report, byCa, signedAt).identity.reasons[0]?.key).toBe("verify.pinned-issuer");
  });

  test.each([
    { number: "14", name: "the certificate had expired", claimedAt: new Date("2030-01-01T00:00:00Z") },
    { number: "15", name: "the claimed time is before the certificate", claimedAt: new Date("2020-01-01T00:00:00Z") },
  ])("$number: $name at the claimed time: contradicted, and not even a pin trusts it", async ({ claimedAt }) => {
    const pins = { fingerprints: new Set([signer.identity.fingerprint]), certificates: [] };
    const { integrity, identity, time } = verifyPdf(
      await signedReport(signer, { claimedAt }),
      pins,
      new Date("2031-01-01T00:00:00Z"),
    );
    expect([integrity.answer, identity.answer, time.answer]).toEqual(["yes", "untrusted", "contradicted"]);
  });

  test("a key under a passphrase is called so, and the certificate says it", async () => {
    const folder = join(root, "careful");
    const careful = await openIdentity({ folder, name: "careful", passphrase: "a b c", now: signedAt, create: true });
    const { identity } = verifyPdf(await signedReport(careful), null, signedAt);
    expect(identity.signer?.protection).toBe("passphrase");
    expect(identity.reasons.map(({ key }) => key)).toEqual(["verify.self-asserted"]);
  });

  test("15b: a claimed time in the future is contradicted, and an expiry since then is said", async () => {
    const future = await signedReport(signer, { claimedAt: new Date("2026-11-24T10:00:00Z") });
    expect(verifyPdf(future, null, signedAt).time.reasons.map(({ key }) => key)).toEqual(["verify.time-future"]);
    const later = verifyPdf(report, null, new Date("2031-01-01T00:00:00Z"));
    expect(later.time.reasons.map(({ key }) => key)).toEqual(["verify.time-claimed", "verify.expired-since"]);
  });

  test("no change of a single bit in the container, and of few hundred bytes elsewhere, is called intact", () => {
    const start = contentsAt(report) - 1;
    const end = start + 24_002;
    const spots = new Set<number>();
    for (let at = start; at < start + container(report).length + 40; at += 1) spots.add(at);
    for (let at = end - 20; at < end; at += 1) spots.add(at);
    for (let at = 0; at < 400; at += 1)
      spots.add(createHash("sha256").update(String(at)).digest().readUInt32BE() % report.length);
    const survivors: string[] = [];
    for (const at of spots) {
      const copy = Uint8Array.from(report);
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
      if (verifyPdf(copy, null, signedAt).integrity.answer === "yes") survivors.push(`byte ${at}, bit ${at % 8}`);
    }
    expect(survivors).toEqual([]);
  });

  test("the file on disk is not needed to be well formed to be judged", async () => {
    const source = await readFile("package.json");
    expect(verifyPdf(source, null, signedAt).integrity.answer).toBe("no");
  });
});
