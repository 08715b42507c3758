// Judges the signature of a report. Does more than common viewers: they call a file valid whose certificate was swapped,
// whose padding carries data, or which was added to after signing. See ETSI EN 319 142-1 and ISO 32000-1, 12.8.
import { createHash, X509Certificate } from "node:crypto";
import { phrase } from "../../../shared/wording/say.ts";
import { entryOf, openPdf, type PdfDocument } from "../pdf/pdf-document.ts";
import { latin1, PdfSyntaxError } from "../pdf/pdf-object.ts";
import { findSignature, type SignatureDictionary } from "../pdf/signature-dictionary.ts";
import { type Answers, notIntact } from "./answers.ts";
import { DerError, derChildren, derContent, derTags, readDerElement } from "./der.ts";
import { judgeIdentity } from "./judge-identity.ts";
import { isWithinValidity, judgeTime } from "./judge-time.ts";
import { parsePdfDate } from "./pdf-date.ts";
import { type CmsSignature, readCms } from "./read-cms.ts";
import { isSignedBy } from "./signed-by.ts";
import type { TrustPins } from "./trust.ts";

/** Integrity, identity and time of a PDF. `pins` null: nobody is trusted beforehand. Never throws for what the file is. */
export function verifyPdf(pdf: Uint8Array, pins: TrustPins | null, now: Date): Answers {
  try {
    const document = openPdf(pdf);
    const signature = findSignature(document);
    if (signature === null) return notIntact(phrase("verify.pdf-unsigned"));
    const wrong = structureFault(document, signature);
    if (wrong !== null) return notIntact(phrase(wrong));
    return judgeSignature(document, signature, pins, now);
  } catch (error) {
    if (error instanceof PdfSyntaxError) return notIntact(phrase("verify.pdf-form", { cause: error.message }));
    if (error instanceof DerError) return notIntact(phrase("verify.cms-form", { cause: error.message }));
    throw error;
  }
}

/** The signature must cover all but itself, certify the document, and be of the kind that binds its certificate. */
function structureFault(
  document: PdfDocument,
  { dictionary, byteRange, contents }: SignatureDictionary,
): string | null {
  const size = document.bytes.length;
  const covered = [0, contents.start, contents.end, size - contents.end];
  const said = byteRange.items.map((item) => (item.kind === "number" ? item.value : Number.NaN));
  if (said.length !== 4 || said.some((value, index) => value !== covered[index])) return "verify.not-whole";
  const kind = entryOf(document, dictionary, "SubFilter");
  if (kind?.kind !== "name" || kind.value !== "ETSI.CAdES.detached") return "verify.other-kind";
  const certifying = entryOf(document, entryOf(document, document.catalog, "Perms"), "DocMDP");
  const references = entryOf(document, dictionary, "Reference");
  const reference = references?.kind === "array" ? document.resolve(references.items[0]) : undefined;
  const method = entryOf(document, reference, "TransformMethod");
  const permitted = entryOf(document, entryOf(document, reference, "TransformParams"), "P");
  const isCertified =
    certifying?.start === dictionary.start &&
    method?.kind === "name" &&
    method.value === "DocMDP" &&
    permitted?.kind === "number" &&
    permitted.value === 1;
  return isCertified ? null : "verify.not-certified";
}

function judgeSignature(
  document: PdfDocument,
  { dictionary, contents }: SignatureDictionary,
  pins: TrustPins | null,
  now: Date,
): Answers {
  const container = readContents(document.bytes, contents.start, contents.end);
  if (container === null) return notIntact(phrase("verify.padding"));
  const cms = readCms(container);
  const certificates = cms.certificates.map(parseCertificate);
  const leaf = signingCertificate(cms, certificates);
  if (leaf === null) return notIntact(phrase("verify.certificate-swapped"));
  const { bytes } = document;
  const hash = createHash("sha256").update(bytes.subarray(0, contents.start)).update(bytes.subarray(contents.end));
  if (!isEqual(hash.digest(), cms.messageDigest)) return notIntact(phrase("verify.pdf-changed"));
  if (!isSignedBy(leaf, cms.signedBytes, cms.signature)) return notIntact(phrase("verify.signature-invalid"));
  const claimed = entryOf(document, dictionary, "M");
  const at = claimed?.kind === "string" ? parsePdfDate(claimed.value) : null;
  const identity = judgeIdentity(
    leaf,
    certificates.filter((other) => other !== leaf),
    pins,
  );
  if (at !== null && !isWithinValidity(at, leaf)) {
    identity.answer = "untrusted";
    identity.reasons.unshift(phrase("verify.outside-validity"));
  }
  return {
    integrity: { answer: "yes", reasons: [phrase("verify.pdf-intact")] },
    identity,
    time: judgeTime(at, leaf, now),
  };
}

/** The signature container without its padding; null where the room holds anything else. */
function readContents(bytes: Uint8Array, start: number, end: number): Uint8Array | null {
  const hex = latin1(bytes, start + 1, end - 1);
  // One case only: a digit that may be written in two ways is a byte that may be changed.
  if (hex.length % 2 !== 0 || !(/^[0-9a-f]*$/.test(hex) || /^[0-9A-F]*$/.test(hex))) return null;
  const room = Buffer.from(hex, "hex");
  const { length } = readDerElement(room).raw;
  return room.subarray(length).some((byte) => byte !== 0) ? null : room.subarray(0, length);
}

/**
 * The certificate that issuer and serial point to, if the signer named exactly it and exactly the others that are
 * carried (signing-certificate-v2); null where one was exchanged, added or left out.
 */
function signingCertificate(cms: CmsSignature, certificates: readonly X509Certificate[]): X509Certificate | null {
  const hashes = certificates.map(({ raw }) => createHash("sha256").update(raw).digest("hex"));
  const named = cms.namedCertificates.map((hash) => Buffer.from(hash).toString("hex"));
  if ([...hashes].sort().join() !== [...named].sort().join()) return null;
  const leaf = certificates[hashes.indexOf(named[0] ?? "")];
  if (leaf === undefined) return null;
  // RFC 5280, 4.1: version, serial number, algorithm, issuer.
  const [body] = derChildren(readDerElement(leaf.raw), derTags.sequence);
  const [, serial, , issuer] = derChildren(body, derTags.sequence);
  const isMeant = isEqual(derContent(serial, derTags.integer), cms.serial) && isEqual(issuer?.raw, cms.issuer);
  return isMeant ? leaf : null;
}

function parseCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw new DerError("a certificate in it does not parse");
  }
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
