// A small folder of evidence, made by the product's own signer: what the tests of signing and verifying work on.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import PDFDocument from "pdfkit";
import { pemOf } from "../../main/evidence/pem.ts";
import { signStatement } from "../../main/evidence/signing/dsse.ts";
import { openIdentity } from "../../main/evidence/signing/local-identity.ts";
import { signPdf } from "../../main/evidence/signing/pades.ts";
import { placeSignatureField } from "../../main/evidence/signing/pdf-placeholder.ts";
import type { Signer } from "../../main/evidence/signing/signer.ts";
import { evidenceStatement, type StatedRun } from "../../main/evidence/signing/statement.ts";

export const signedAt = new Date("2026-11-23T10:00:00Z");
const font = "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf";

/** An image name that tries to pass for the signature: reports print such names. */
const hostileName = "/Type /Sig /ByteRange [0 9999999999 9999999999 9999999999] /Contents <00>";

export const statedRun: StatedRun = {
  tool: { name: "plimsoll", version: "0.1.0" },
  on: "2026-11-23" as StatedRun["on"],
  timeZone: "UTC (UTC+00:00)",
  startedAt: "2026-11-23T09:59:00Z",
  finishedAt: "2026-11-23T09:59:30Z",
  rules: [{ benchmark: "cis-docker", version: '1.8.0 {"sha256":"00"},"name":"x"', digest: `sha256:${"0".repeat(64)}` }],
  data: {
    lifecycle: { source: "test", date: "2026-11-01" as StatedRun["on"] },
    hardened: { source: "test", date: "2026-11-01" as StatedRun["on"] },
  },
  population: { found: 1, audited: 1 },
};

/** A key of its own in `folder`, valid from shortly before `signedAt`. */
export function makeSigner(folder: string, name = "default", now = signedAt): Promise<Signer> {
  return openIdentity({ folder: join(folder, name), name, passphrase: null, now, create: true });
}

/** A tagged two-page report with an empty signature field. */
export async function unsignedReport(
  options: { readonly claimedAt?: Date; readonly words?: string } = {},
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    pdfVersion: "1.7",
    tagged: true,
    lang: "en",
    font,
    displayTitle: true,
    info: { Title: `Evidence ${hostileName}`, CreationDate: signedAt, ModDate: signedAt },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on("end", resolve));
  const section = doc.struct("Sect");
  doc.addStructure(section);
  section.add(doc.struct("P", {}, () => void doc.text(options.words ?? "One image audited", 72, 72)));
  placeSignatureField(doc, {
    x: 72,
    y: 110,
    width: 320,
    height: 60,
    name: "default",
    reason: "Audit evidence (Prüfnachweis)",
    signedAt: options.claimedAt ?? signedAt,
    description: "Signature of the report",
    structParent: section,
  });
  section.add(doc.struct("P", {}, () => void doc.text("Signed by default", 80, 120)));
  section.end();
  doc.addPage();
  doc.addStructure(doc.struct("P", {}, () => void doc.text(hostileName)));
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

export async function signedReport(
  signer: Signer,
  options: Parameters<typeof unsignedReport>[0] = {},
): Promise<Uint8Array> {
  return signPdf(await unsignedReport(options), signer);
}

/** Writes a whole pack into `folder` and gives the names of its files, the statement left out. */
export async function writePack(
  folder: string,
  signer: Signer,
  options: { readonly reportBy?: Signer; readonly claimedAt?: Date } = {},
): Promise<string[]> {
  const files: Record<string, Uint8Array | string> = {
    "report.pdf": await signedReport(
      options.reportBy ?? signer,
      options.claimedAt ? { claimedAt: options.claimedAt } : {},
    ),
    "audit.json": '{"schema":"plimsoll/audit-run@1"}\n',
    "lifecycle.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "images/web-0123456789ab/results.sarif": "{}\n",
    "certificates.pem": pemOf(signer.certificates),
    "VERIFY.txt": await readFile("assets/report/verify.en.txt"),
  };
  const listed: { name: string; sha256: string }[] = [];
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
    listed.push({ name, sha256: createHash("sha256").update(content).digest("hex") });
  }
  const statement = evidenceStatement({ files: listed, run: statedRun, signer: signer.identity });
  await writeFile(join(folder, "statement.dsse.json"), await signStatement(statement, signer));
  return Object.keys(files);
}
