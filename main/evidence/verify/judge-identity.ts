// Who signed, as far as that can be known. Only a pin of the verifying person makes a name more than a claim; the pin of
// an issuer counts where a chain of valid signatures leads to it and the certificate is meant for documents.
import type { X509Certificate } from "node:crypto";
import type { IdentityAnswer, VerifiedSigner } from "../../../shared/model/verification.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { protectionUnits, selfMadeOrganisation } from "../self-made-names.ts";
import type { TrustPins } from "./trust.ts";

const documentPurposes = new Set([
  "1.3.6.1.5.5.7.3.36", // documentSigning, RFC 9336
  "1.3.6.1.5.5.7.3.4", // emailProtection
  "1.3.6.1.4.1.311.10.3.12", // Microsoft's document signing
  "2.5.29.37.0", // any
]);
const maxChain = 6;

/** The signer's certificate and those carried along, judged by `pins` (null: none were given). */
export function judgeIdentity(
  leaf: X509Certificate,
  carried: readonly X509Certificate[],
  pins: TrustPins | null,
): IdentityAnswer {
  const chain = chainOf(leaf, [...carried, ...(pins?.certificates ?? [])]);
  const signer = describeSigner(leaf, chain[1]);
  const remarks = signer.protection === "unprotected" ? [phrase("verify.key-unprotected")] : [];
  const answer = (value: IdentityAnswer["answer"], key: string, fingerprint: string): IdentityAnswer => ({
    answer: value,
    reasons: [phrase(key, { name: signer.name, fingerprint }), ...remarks],
    signer,
  });
  if (leaf.ca || !isForDocuments(leaf)) return answer("untrusted", "verify.wrong-purpose", leaf.fingerprint256);
  if (pins === null) return answer("self-asserted", "verify.self-asserted", leaf.fingerprint256);
  const pinned = chain.find(({ fingerprint256 }) => pins.fingerprints.has(fingerprint256));
  if (pinned === undefined) return answer("untrusted", "verify.not-pinned", leaf.fingerprint256);
  return answer("trusted", pinned === leaf ? "verify.pinned" : "verify.pinned-issuer", pinned.fingerprint256);
}

/** Leaf first, then each issuer whose key really signed the one before and who may issue. */
function chainOf(leaf: X509Certificate, candidates: readonly X509Certificate[]): X509Certificate[] {
  const chain = [leaf];
  let current = leaf;
  while (chain.length < maxChain) {
    const issuer = candidates.find((candidate) => isIssuerOf(candidate, current) && !chain.includes(candidate));
    if (issuer === undefined) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

function isIssuerOf(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that this runtime does not know: it confirms nothing.
    return false;
  }
}

function isForDocuments(leaf: X509Certificate): boolean {
  // Node's `keyUsage` is the extended key usage; absent means that the issuer set no limit.
  const purposes: readonly string[] | undefined = leaf.keyUsage;
  return purposes === undefined || purposes.some((purpose) => documentPurposes.has(purpose));
}

function describeSigner(leaf: X509Certificate, issuer: X509Certificate | undefined): VerifiedSigner {
  const subject = namesOf(leaf.subject);
  const organisation = subject.get("O")?.[0];
  const isSelfMade = organisation === selfMadeOrganisation;
  const units = subject.get("OU") ?? [];
  return {
    name: subject.get("CN")?.[0] ?? leaf.subject.replaceAll("\n", ", "),
    ...(organisation === undefined ? {} : { organisation }),
    fingerprint: leaf.fingerprint256,
    issuer: namesOf(leaf.issuer).get("CN")?.[0] ?? leaf.issuer.replaceAll("\n", ", "),
    ...(issuer === undefined ? {} : { issuerFingerprint: issuer.fingerprint256 }),
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
    origin: isSelfMade ? "made-by-plimsoll" : "other",
    protection: !isSelfMade ? "unknown" : units.includes(protectionUnits.passphrase) ? "passphrase" : "unprotected",
  };
}

/** Node gives a name as one `KEY=value` a line. */
function namesOf(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const at = line.indexOf("=");
    const key = line.slice(0, at);
    names.set(key, [...(names.get(key) ?? []), line.slice(at + 1)]);
  }
  return names;
}
