// Whom the verifying person trusts: pins from a file of their own, never from what is being verified. A pin is a
// certificate (PEM) or the SHA-256 fingerprint of one; either the signing certificate or one that issued it.
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { FailureError } from "../../../shared/model/failure.ts";
import { fileCause } from "../../file-error.ts";

export interface TrustPins {
  /** Upper-case hex with colons. */
  readonly fingerprints: ReadonlySet<string>;
  /** The pinned ones that are known whole, which can stand in for an issuer that is not carried along. */
  readonly certificates: readonly X509Certificate[];
}

const maxTextLength = 4_000_000;

/** Reads a file of pins. Throws FailureError `not-readable` where it cannot be read, holds no pin, or has a wrong line. */
export async function loadTrustPins(path: string): Promise<TrustPins> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
  const pins = parseTrustPins(text);
  if (typeof pins === "string") throw new FailureError({ kind: "not-readable", path, cause: pins });
  return pins;
}

/**
 * Pins of a text: PEM certificates, and lines with a fingerprint (hex, colons or none, `sha256:` or openssl's
 * `sha256 Fingerprint=` before it); `#` begins a comment. A string says what is wrong: a line that is skipped would be
 * a pin that silently does not hold.
 */
export function parseTrustPins(text: string): TrustPins | string {
  if (text.length > maxTextLength) return "it is too long for a list of pins";
  const certificates: X509Certificate[] = [];
  const rest = text.replace(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g, (pem) => {
    const certificate = parseCertificate(pem);
    if (certificate === null) return "a certificate that does not parse";
    certificates.push(certificate);
    return "";
  });
  const fingerprints = new Set(certificates.map(({ fingerprint256 }) => fingerprint256));
  for (const [index, line] of rest.split(/\r?\n/).entries()) {
    const words = line.replace(/#.*/, "").trim();
    if (words === "") continue;
    const hex = /^(?:sha-?256(?: fingerprint)?[=:])?\s*((?:[0-9a-f]{2}:?){32})$/i.exec(words)?.[1]?.replaceAll(":", "");
    if (hex?.length !== 64) return `line ${index + 1} is neither a certificate nor a SHA-256 fingerprint`;
    fingerprints.add((hex.toUpperCase().match(/../g) ?? []).join(":"));
  }
  return fingerprints.size === 0 ? "it holds neither a certificate nor a fingerprint" : { fingerprints, certificates };
}

function parseCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}
