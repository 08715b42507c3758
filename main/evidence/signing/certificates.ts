// Makes the two certificates of a key that Plimsoll makes itself: a local CA and, issued by it, the signing certificate.
// Two, because no viewer calls a self-signed signing certificate trusted even when told to. The CA's private key is
// dropped here: nothing can ever be issued under it again, and a new signing key comes with a new CA.
// Profile: RFC 5280; RFC 9336 (purpose documentSigning), beside emailProtection for the viewers that know only that.
import "reflect-metadata";
import { randomBytes, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { protectionUnits, selfMadeOrganisation } from "../self-made-names.ts";

export interface IssuedKey {
  /** PKCS#8 DER of the P-256 signing key. */
  readonly privateKey: Uint8Array;
  /** DER, leaf then CA. */
  readonly certificates: readonly [Uint8Array, Uint8Array];
}

export const validityDays = 1095;
/** Clocks differ a little; a signature made at once must not precede its certificate on another machine. */
const leadMs = 5 * 60_000;
const curve = { name: "ECDSA", namedCurve: "P-256" } as const;
const signingAlgorithm = { name: "ECDSA", hash: "SHA-256" } as const;
const purpose = { documentSigning: "1.3.6.1.5.5.7.3.36", emailProtection: "1.3.6.1.5.5.7.3.4" } as const;
/** pkijs and x509 take the browser's Crypto; Node's has the same shape under another type name, and 18 has no global. */
const provider = webcrypto as unknown as NonNullable<Parameters<typeof x509.X509CertificateGenerator.create>[1]>;

/** A fresh P-256 key and its certificates, valid from `now` for `validityDays`. `name` ends in the subject names. */
export async function issueCertificates(
  name: string,
  protection: keyof typeof protectionUnits,
  now: Date,
): Promise<IssuedKey> {
  const caKeys = await webcrypto.subtle.generateKey(curve, false, ["sign", "verify"]);
  const leafKeys = await webcrypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  const start = Math.floor((now.getTime() - leadMs) / 1000) * 1000;
  const validity = { notBefore: new Date(start), notAfter: new Date(start + validityDays * 86_400_000) };
  // The random part keeps two CAs of the same name apart in a certificate store.
  const caName = subject(`Plimsoll local CA ${name} ${randomBytes(4).toString("hex")}`, []);
  const ca = await x509.X509CertificateGenerator.create(
    {
      serialNumber: serial(),
      subject: caName,
      issuer: caName,
      ...validity,
      publicKey: caKeys.publicKey,
      signingKey: caKeys.privateKey,
      signingAlgorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
        await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey, false, provider),
      ],
    },
    provider,
  );
  const leaf = await x509.X509CertificateGenerator.create(
    {
      serialNumber: serial(),
      subject: subject(`Plimsoll signing key ${name}`, [protectionUnits[protection]]),
      issuer: ca.subject,
      ...validity,
      publicKey: leafKeys.publicKey,
      signingKey: caKeys.privateKey,
      signingAlgorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
        new x509.ExtendedKeyUsageExtension([purpose.documentSigning, purpose.emailProtection]),
        await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey, false, provider),
        await x509.AuthorityKeyIdentifierExtension.create(caKeys.publicKey, false, provider),
      ],
    },
    provider,
  );
  return {
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey("pkcs8", leafKeys.privateKey)),
    certificates: [new Uint8Array(leaf.rawData), new Uint8Array(ca.rawData)],
  };
}

function subject(commonName: string, units: readonly string[]): x509.JsonName {
  return [{ CN: [commonName] }, { O: [selfMadeOrganisation] }, ...units.map((unit) => ({ OU: [unit] }))];
}

/** Positive, 15 random bytes: RFC 5280 wants at most 20, and no two alike. */
function serial(): string {
  return `01${randomBytes(15).toString("hex")}`;
}
