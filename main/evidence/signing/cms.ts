// The signature itself: CMS SignedData, detached, as PAdES baseline B-B wants it. See RFC 5652, RFC 5035 (the attribute
// signing-certificate-v2 binds the certificate, so that it cannot be swapped) and ETSI EN 319 142-1, table 1.
import { createHash } from "node:crypto";
import { Set as DerSet, fromBER, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import type { Signer } from "./signer.ts";

const oid = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;

/**
 * Signs content that is known by its SHA-256 only. Gives the DER of a ContentInfo with all certificates of the signer.
 * There is no signing-time attribute: PAdES forbids it, the claimed time stands in the PDF.
 */
export async function signDetached(contentSha256: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const leaf = signer.certificates[0];
  if (leaf === undefined) throw new Error("the signer has no certificate");
  const attributes = signedAttributes(contentSha256, signer.certificates);
  const toSign = new DerSet({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER();
  const signature = await signer.sign(new Uint8Array(toSign));
  const certificate = certificateOf(leaf);
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: signer.certificates.map(certificateOf),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 }),
        signature: new OctetString({ valueHex: bufferOf(signature) }),
      }),
    ],
  });
  const info = new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

/** In the order of their encodings: the digest is taken over a DER set, and pkijs writes them as they come. */
function signedAttributes(contentSha256: Uint8Array, certificates: readonly Uint8Array[]): Attribute[] {
  // Every certificate is named, the leaf first: then none of those carried along can be exchanged.
  const names = certificates.map(
    (der) => new Sequence({ value: [new OctetString({ valueHex: bufferOf(sha256(der)) })] }),
  );
  const attributes = [
    attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new OctetString({ valueHex: bufferOf(contentSha256) })),
    attribute(oid.signingCertificateV2, new Sequence({ value: [new Sequence({ value: names })] })),
  ];
  const encoded = attributes.map((value) => ({ value, bytes: Buffer.from(value.toSchema().toBER()) }));
  return encoded.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ value }) => value);
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute {
  return new Attribute({ type, values: [value] });
}

function certificateOf(der: Uint8Array): Certificate {
  return new Certificate({ schema: fromBER(bufferOf(der)).result });
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** A copy as ArrayBuffer: the libraries take the whole buffer behind a view, and Node's are shared pools. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
