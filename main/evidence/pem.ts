// Certificates as PEM text (RFC 7468): what openssl, certutil and people exchange.
import { X509Certificate } from "node:crypto";

const block = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+?-----END CERTIFICATE-----/g;

/** DER certificates, in order, as one PEM text with lines of 64. */
export function pemOf(certificates: readonly Uint8Array[]): string {
  return certificates
    .map((der) =>
      Buffer.from(der)
        .toString("base64")
        .replace(/.{1,64}/g, "$&\n"),
    )
    .map((body) => `-----BEGIN CERTIFICATE-----\n${body}-----END CERTIFICATE-----\n`)
    .join("");
}

/** The certificates of a PEM text, in order; one that does not parse ends the list, so a wrong file gives too few. */
export function certificatesFromPem(text: string): X509Certificate[] {
  const certificates: X509Certificate[] = [];
  for (const [pem] of text.matchAll(block)) {
    try {
      certificates.push(new X509Certificate(pem));
    } catch {
      return certificates;
    }
  }
  return certificates;
}
