// What the signer makes, judged by programs that know nothing of Plimsoll, and where it refuses.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import PDFDocument from "pdfkit";
import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";
import { pemOf } from "../../../../main/evidence/pem.ts";
import { signPdf } from "../../../../main/evidence/signing/pades.ts";
import type { Signer } from "../../../../main/evidence/signing/signer.ts";
import { verifyPdf } from "../../../../main/evidence/verify/verify-pdf.ts";
import { FailureError } from "../../../../shared/model/failure.ts";
import { makeSigner, signedReport, unsignedReport } from "../../../support/evidence-pack.ts";
import { missingTools } from "../../../support/installed-tools.ts";

const exec = promisify(execFile);
let root = "";
let signer: Signer;
let path = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-pades-"));
  signer = await makeSigner(root, "default", new Date());
  path = join(root, "report.pdf");
  await writeFile(path, await signedReport(signer, { claimedAt: new Date() }));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function needs(context: TestContext, ...tools: string[]): Promise<void> {
  const missing = await missingTools(tools);
  if (missing !== null) context.skip(missing);
}
async function run(tool: string, ...words: string[]): Promise<string> {
  const { stdout, stderr } = await exec(tool, words, { env: { ...process.env, LC_ALL: "C.UTF-8" } });
  return `${stdout}${stderr}`;
}
async function causeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof FailureError && "cause" in error.failure
    ? error.failure.cause
    : `no failure: ${String(error)}`;
}

describe("a signed report", () => {
  test("is valid, trusted and wholly signed for pdfsig, once the local CA is", async (context) => {
    await needs(context, "pdfsig", "certutil");
    const database = `sql:${join(root, "nss")}`;
    await mkdir(join(root, "nss"));
    await writeFile(join(root, "ca.pem"), pemOf(signer.certificates.slice(1)));
    await run("certutil", "-N", "-d", database, "--empty-password");
    await run("certutil", "-A", "-d", database, "-n", "ca", "-t", "CT,C,C", "-a", "-i", join(root, "ca.pem"));
    const said = await run("pdfsig", "-nssdir", database, path);
    for (const words of [
      "Signature Type: ETSI.CAdES.detached",
      "Total document signed",
      "Signature is Valid.",
      "Certificate is Trusted.",
      "Signing Hash Algorithm: SHA-256",
    ]) {
      expect(said).toContain(words);
    }
  });

  test("is sound for qpdf, and no longer signed after qpdf wrote it anew (attack 11)", async (context) => {
    await needs(context, "qpdf");
    expect(await run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
    const rewritten = join(root, "rewritten.pdf");
    await run("qpdf", path, rewritten);
    expect(verifyPdf(await readFile(rewritten), null, new Date()).integrity.answer).toBe("no");
  });

  test("keeps its field in the structure tree of a tagged document, described and printed", async (context) => {
    await needs(context, "qpdf");
    const objects = JSON.parse(await run("qpdf", "--json=2", "--json-key=qpdf", path)).qpdf[1];
    const values: Record<string, unknown>[] = Object.values(objects).map(
      (object) => (object as { value: never }).value,
    );
    const widget = values.find((value) => value?.["/Subtype"] === "/Widget");
    const element = values.find((value) => value?.["/S"] === "/Form");
    expect(widget).toMatchObject({ "/FT": "/Sig", "/F": 132, "/TU": "u:Signature of the report", "/StructParent": 1 });
    expect(JSON.stringify(element)).toContain('"/Type":"/OBJR"');
    const form = values.find((value) => value?.["/SigFlags"] !== undefined);
    expect([form?.["/SigFlags"], form?.["/NeedAppearances"]]).toEqual([3, undefined]);
  });

  test("is as long as the unsigned one and differs in the signature alone", async () => {
    const unsigned = await unsignedReport();
    const signed = await signPdf(unsigned, signer);
    expect(signed.length).toBe(unsigned.length);
    const differing = [...signed.keys()].filter((offset) => signed[offset] !== unsigned[offset]);
    const text = Buffer.from(unsigned).toString("latin1");
    const range = text.indexOf("/ByteRange");
    const contents = text.indexOf("/Contents <");
    expect(
      differing.every(
        (offset) => (offset > range && offset < range + 60) || (offset > contents && offset < contents + 24_012),
      ),
    ).toBe(true);
  });
});

describe("signing fails loudly", () => {
  test("where the report is signed already", async () => {
    expect(await causeOf(signPdf(await signedReport(signer), signer))).toContain("is signed already");
  });

  test("where there is no field", async () => {
    const doc = new PDFDocument({ pdfVersion: "1.7" });
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    const done = new Promise((resolve) => doc.on("end", resolve));
    doc.end();
    await done;
    expect(await causeOf(signPdf(Buffer.concat(chunks), signer))).toContain("no signature field");
  });

  test("where it is no PDF", async () => {
    expect(await causeOf(signPdf(Buffer.from("no"), signer))).toContain("cannot be signed");
  });

  test("where the signature does not fit", async () => {
    const certificates = [
      ...signer.certificates,
      ...Array.from({ length: 30 }, () => signer.certificates[1] ?? new Uint8Array()),
    ];
    expect(await causeOf(signPdf(await unsignedReport(), { ...signer, certificates }))).toMatch(
      /takes \d+ bytes, and the report has room for 12000/,
    );
  });
});
