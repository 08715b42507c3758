// The key that Plimsoll makes itself: made at first use, opened by both faces from the same folder, checked each time.
// It never proves who someone is: its name is self-asserted until a verifying person pins the fingerprint.
import { createPublicKey, type KeyObject, sign, type X509Certificate } from "node:crypto";
import { basename } from "node:path";
import { FailureError } from "../../../shared/model/failure.ts";
import { certificatesFromPem, pemOf } from "../pem.ts";
import { protectionUnits } from "../self-made-names.ts";
import { issueCertificates } from "./certificates.ts";
import { keyPath, readCertificates, readIdentityFiles, unusable, writeIdentityFiles } from "./identity-folder.ts";
import { type KeyProtection, openKey, sealKey } from "./key-file.ts";
import type { Signer, SignerIdentity } from "./signer.ts";

export interface IdentityRequest {
  /** The identity's own folder, `keys/NAME` of the state home. */
  readonly folder: string;
  readonly name: string;
  /** Null: the key is, or is made, without protection. */
  readonly passphrase: string | null;
  readonly now: Date;
  /** Whether a key that is not there yet is made. */
  readonly create: boolean;
}

const newKeyHint = "set the folder aside and a new key is made at the next report";

/**
 * Opens the identity, or makes it where `create` says so. Throws FailureError `key-unusable` (not there, passphrase
 * missing or wrong, readable by others, expired, certificate of another key), `not-writable`, `usage` (name, empty
 * passphrase).
 */
export async function openIdentity(request: IdentityRequest): Promise<Signer> {
  checkIdentityName(request.name);
  if (request.passphrase === "") throw new FailureError({ kind: "usage", cause: "the passphrase is empty" });
  const kept = await openKept(request);
  if (kept !== null) return kept;
  if (!request.create)
    throw unusable(keyPath(request.folder), "there is none; it is made when the first report is signed");
  await makeIdentity(request);
  const made = await openKept(request);
  if (made === null) throw unusable(keyPath(request.folder), "it was made and is gone again");
  return made;
}

/** Throws `usage` for a name that could not be a folder's on every platform, or would leave the folder of keys. */
export function checkIdentityName(name: string): void {
  if (/^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9_-])?$/i.test(name)) return;
  throw new FailureError({
    kind: "usage",
    cause: "an identity is named by up to 64 letters, digits, dots, dashes and underscores",
  });
}

/** Whether opening asks for a passphrase. False where there is no key yet. Throws `key-unusable`. */
export async function needsPassphrase(folder: string): Promise<boolean> {
  return (await describeIdentity(folder))?.protection === "passphrase";
}

/** What may be said about an identity, from its certificates alone; null where there is none. Throws `key-unusable`. */
export async function describeIdentity(folder: string): Promise<SignerIdentity | null> {
  const pem = await readCertificates(folder);
  if (pem === null) return null;
  const [leaf, ca] = readPair(folder, pem);
  return identityOf(basename(folder), leaf, ca, protectionOf(leaf));
}

async function makeIdentity(request: IdentityRequest): Promise<void> {
  const protection = request.passphrase === null ? "unprotected" : "passphrase";
  const issued = await issueCertificates(request.name, protection, request.now);
  // Where another process was first, its identity stands and this key is forgotten.
  await writeIdentityFiles(request.folder, {
    privateKey: await sealKey(issued.privateKey, request.passphrase),
    certificates: pemOf(issued.certificates),
  });
}

async function openKept(request: IdentityRequest): Promise<Signer | null> {
  const path = keyPath(request.folder);
  const files = await readIdentityFiles(request.folder);
  if (files === null) return null;
  const [leaf, ca] = readPair(request.folder, files.certificates);
  const answer = await openKey(files.privateKey, request.passphrase);
  if (!answer.ok) throw unusable(path, closedBecause[answer.why]);
  if (!spki(createPublicKey(answer.key)).equals(spki(leaf.publicKey)) || !leaf.verify(ca.publicKey)) {
    throw unusable(path, `key and certificate do not belong together; ${newKeyHint}`);
  }
  const identity = identityOf(request.name, leaf, ca, answer.protection);
  const at = request.now.getTime();
  if (at > Date.parse(identity.notAfter))
    throw unusable(path, `it expired on ${identity.notAfter.slice(0, 10)}; ${newKeyHint}`);
  if (at < Date.parse(identity.notBefore)) {
    throw unusable(
      path,
      `it is valid from ${identity.notBefore} on, and the clock of this machine is before that; set the clock`,
    );
  }
  return signerOf(answer.key, [leaf, ca], identity);
}

const closedBecause = {
  unreadable: "it is no key file of Plimsoll, or it was changed; put back a copy or set the folder aside",
  "needs-passphrase": "it needs its passphrase; use --passphrase-file or PLIMSOLL_PASSPHRASE_FILE",
  "wrong-passphrase": "the passphrase does not open it, or the file was changed",
} as const;

function signerOf(key: KeyObject, certificates: readonly X509Certificate[], identity: SignerIdentity): Signer {
  return {
    sign: async (bytes) => new Uint8Array(sign("sha256", bytes, { key, dsaEncoding: "der" })),
    certificates: certificates.map(({ raw }) => new Uint8Array(raw)),
    identity,
  };
}

function readPair(folder: string, pem: string): [X509Certificate, X509Certificate] {
  const [leaf, ca] = certificatesFromPem(pem);
  if (leaf === undefined || ca === undefined) {
    throw unusable(folder, `certificates.pem in it does not hold the two certificates of the key; ${newKeyHint}`);
  }
  return [leaf, ca];
}

function identityOf(
  name: string,
  leaf: X509Certificate,
  ca: X509Certificate,
  protection: KeyProtection,
): SignerIdentity {
  return {
    name,
    fingerprint: leaf.fingerprint256,
    caFingerprint: ca.fingerprint256,
    protection,
    origin: "made-by-plimsoll",
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
  };
}

function protectionOf(leaf: X509Certificate): KeyProtection {
  return leaf.subject.split("\n").includes(`OU=${protectionUnits.passphrase}`) ? "passphrase" : "unprotected";
}

function spki(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" });
}
