// The one cryptographic question of verify/: did the key of this certificate sign these bytes? ECDSA, P-256, SHA-256.
import { verify, type X509Certificate } from "node:crypto";

/** `signature` is DER. Keys of another kind, and signatures of another form, are answered with false. */
export function isSignedBy(certificate: X509Certificate, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = certificate.publicKey;
    if (key.asymmetricKeyType !== "ec" || key.asymmetricKeyDetails?.namedCurve !== "prime256v1") return false;
    return verify("sha256", bytes, { key, dsaEncoding: "der" }, signature);
  } catch {
    // The runtime refuses the key itself: then nothing is proven.
    return false;
  }
}
