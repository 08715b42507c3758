// Reads the CMS SignedData of a PAdES signature, and refuses all that our signatures do not have: other algorithms,
// several signers, unsigned attributes, revocation lists. See RFC 5652, 5.1 and 5.3; RFC 5035, 5.4 (signing certificate).
import { DerError, type DerNode, derChildren, derContent, derOid, derTags, readDerElement } from "./der.ts";

export interface CmsSignature {
  /** DER of every certificate carried along. */
  readonly certificates: readonly Uint8Array[];
  /** DER of issuer and serial number that point to the signer's certificate. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  /** What the signature covers: the attributes as a DER set. */
  readonly signedBytes: Uint8Array;
  readonly messageDigest: Uint8Array;
  /** SHA-256 of the certificates that the signer names, its own first. */
  readonly namedCertificates: readonly Uint8Array[];
  readonly signature: Uint8Array;
}

const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;

/** `bytes` is one ContentInfo and nothing else. Throws DerError with what is wrong. */
export function readCms(bytes: Uint8Array): CmsSignature {
  const info = readDerElement(bytes);
  if (info.raw.length !== bytes.length) throw new DerError("something follows the signature");
  const [type, wrapped] = exactly(2, derChildren(info, derTags.sequence));
  expect(derOid(type) === oid.signedData, "it is no signed data");
  const [inner] = exactly(1, derChildren(wrapped, 0xa0));
  const [version, digests, content, certificates, signers] = exactly(5, derChildren(inner, derTags.sequence));
  expect(isOne(version), "it has another version");
  const [digest] = exactly(1, derChildren(digests, derTags.set));
  expect(algorithm(digest) === oid.sha256, "it does not use SHA-256");
  const [contentType] = exactly(1, derChildren(content, derTags.sequence));
  expect(derOid(contentType) === oid.data, "it is not detached");
  const [signer] = exactly(1, derChildren(signers, derTags.set));
  return { certificates: derChildren(certificates, 0xa0).map(({ raw }) => raw), ...readSigner(signer) };
}

function readSigner(signer: DerNode | undefined): Omit<CmsSignature, "certificates"> {
  const [version, id, digest, attributes, scheme, signature] = exactly(6, derChildren(signer, derTags.sequence));
  expect(isOne(version), "its signer has another version");
  const [issuer, serial] = exactly(2, derChildren(id, derTags.sequence));
  expect(algorithm(digest) === oid.sha256, "its digest is not SHA-256");
  expect(algorithm(scheme) === oid.ecdsaWithSha256, "its signature is not ECDSA with SHA-256");
  if (attributes?.tag !== 0xa0) throw new DerError("it has no signed attributes");
  // RFC 5652, 5.4: signed is the set itself, not the implicit tag it is carried under.
  const signedBytes = Uint8Array.from(attributes.raw);
  signedBytes[0] = derTags.set;
  const values = readAttributes(readDerElement(signedBytes));
  expect(derOid(values.get(oid.contentType)) === oid.data, "its content type is another");
  return {
    issuer: issuer?.raw ?? new Uint8Array(),
    serial: derContent(serial, derTags.integer),
    signedBytes,
    messageDigest: derContent(values.get(oid.messageDigest), derTags.octets),
    namedCertificates: readNames(values.get(oid.signingCertificateV2)),
    signature: derContent(signature, derTags.octets),
  };
}

/** The one value of each attribute; sorted as DER wants it, so no attribute can stand there twice. */
function readAttributes(set: DerNode): Map<string, DerNode> {
  const values = new Map<string, DerNode>();
  let previous: Uint8Array | null = null;
  for (const attribute of derChildren(set, derTags.set)) {
    expect(previous === null || Buffer.compare(previous, attribute.raw) < 0, "its attributes are not in DER order");
    previous = attribute.raw;
    const [type, setOfOne] = exactly(2, derChildren(attribute, derTags.sequence));
    const [value] = exactly(1, derChildren(setOfOne, derTags.set));
    const name = derOid(type);
    if (value === undefined || values.has(name)) throw new DerError("it has an attribute twice");
    values.set(name, value);
  }
  return values;
}

function readNames(attribute: DerNode | undefined): Uint8Array[] {
  if (attribute === undefined) throw new DerError("it does not name its certificate");
  const [list] = derChildren(attribute, derTags.sequence);
  const names = derChildren(list, derTags.sequence).map((name) => {
    // A first element that is a sequence would name another digest than the default, SHA-256.
    const [hash] = derChildren(name, derTags.sequence);
    return derContent(hash, derTags.octets);
  });
  expect(names.length > 0, "it does not name its certificate");
  return names;
}

function algorithm(node: DerNode | undefined): string {
  const [identifier, ...parameters] = derChildren(node, derTags.sequence);
  expect(parameters.length === 0, "an algorithm has parameters");
  return derOid(identifier);
}

function isOne(node: DerNode | undefined): boolean {
  const content = derContent(node, derTags.integer);
  return content.length === 1 && content[0] === 1;
}

function exactly(count: number, nodes: readonly DerNode[]): readonly DerNode[] {
  if (nodes.length !== count) throw new DerError(`it has ${nodes.length} parts where ${count} belong`);
  return nodes;
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new DerError(otherwise);
}
