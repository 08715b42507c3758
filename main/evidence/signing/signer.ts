// The port through which everything in evidence/ signs: one function over a private key that nobody else sees, and what
// may be said about it. Adapters: key-file (a key that Plimsoll made itself); tokens and key services fit the same shape.

export interface SignerIdentity {
  /** Name of the identity as the user knows it (`--identity NAME`). */
  readonly name: string;
  /** SHA-256 of the leaf certificate (DER), upper-case hex with colons, as `openssl x509 -fingerprint` prints it. */
  readonly fingerprint: string;
  /** The same of the certificate that issued the leaf. */
  readonly caFingerprint: string;
  /** `unprotected`: whoever can read the key file can sign. */
  readonly protection: "passphrase" | "unprotected";
  readonly origin: "made-by-plimsoll";
  /** RFC 3339, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
}

export interface Signer {
  /** ECDSA over P-256 with SHA-256 of `bytes`, DER encoded (two integers), not raw r||s. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** DER, leaf first, then its issuers. */
  readonly certificates: readonly Uint8Array[];
  readonly identity: SignerIdentity;
}
