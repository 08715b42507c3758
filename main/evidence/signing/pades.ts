// Fills the room that pdf-placeholder.ts left: byte ranges first, then the signature over everything but itself.
// See ISO 32000-1, 12.8.1 and ETSI EN 319 142-1.
import { createHash } from "node:crypto";
import { FailureError } from "../../../shared/model/failure.ts";
import { openPdf } from "../pdf/pdf-document.ts";
import { PdfSyntaxError, type PdfValue } from "../pdf/pdf-object.ts";
import { findSignature, type SignatureDictionary } from "../pdf/signature-dictionary.ts";
import { signDetached } from "./cms.ts";
import type { Signer } from "./signer.ts";

/**
 * The signed PDF, of the same length: PAdES B-B with P-256 and SHA-256. Throws FailureError `internal` when the document
 * has no empty signature field, was signed before, or the signature does not fit.
 */
export async function signPdf(pdf: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const signed = Uint8Array.from(pdf);
  const { byteRange, contents } = emptyField(signed);
  const { start, end } = contents;
  const range = `[0 ${start} ${end} ${signed.length - end}`;
  const width = byteRange.end - byteRange.start - 1;
  if (range.length > width) throw unsigned("the byte range does not fit its place");
  signed.set(Buffer.from(`${range.padEnd(width)}]`, "latin1"), byteRange.start);
  const digest = createHash("sha256").update(signed.subarray(0, start)).update(signed.subarray(end)).digest();
  const hex = Buffer.from(await signDetached(digest, signer)).toString("hex");
  if (hex.length > end - start - 2) {
    throw unsigned(`the signature takes ${hex.length / 2} bytes, and the report has room for ${(end - start - 2) / 2}`);
  }
  signed.set(Buffer.from(hex, "latin1"), start + 1);
  return signed;
}

function emptyField(pdf: Uint8Array): SignatureDictionary {
  let found: SignatureDictionary | null;
  try {
    found = findSignature(openPdf(pdf));
  } catch (error) {
    throw error instanceof PdfSyntaxError ? unsigned(error.message) : error;
  }
  if (found === null) throw unsigned("the report has no signature field");
  const isUnset = found.byteRange.items.slice(1).every((item: PdfValue) => item.kind === "number" && item.value > 9e9);
  const room = pdf.subarray(found.contents.start + 1, found.contents.end - 1);
  if (!isUnset || room.some((byte) => byte !== 0x30)) throw unsigned("the report is signed already");
  return found;
}

function unsigned(cause: string): FailureError {
  return new FailureError({ kind: "internal", cause: `the report cannot be signed: ${cause}` });
}
