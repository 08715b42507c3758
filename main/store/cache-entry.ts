// The form of one file of the byte cache: a header that says length and digest, then the body. The digest covers the key as
// well, so that a file under another's name is as invalid as a damaged one.
//
//   8 bytes  magic "PLIMFC01"
//   8 bytes  length of the body, big endian
//  32 bytes  SHA-256 of key, a zero byte and the body
import { createHash } from "node:crypto";

const magic = Buffer.from("PLIMFC01", "latin1");
export const headerLength = magic.length + 8 + 32;

/** The header of an entry that holds `body` under `key`. */
export function entryHeader(key: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(body.length));
  return Buffer.concat([magic, length, digestOf(key, body)]);
}

/** The body of a whole file (a view into it), or null when it is not what was written under `key`. */
export function entryBody(key: string, file: Buffer): Buffer | null {
  if (file.length < headerLength || !file.subarray(0, magic.length).equals(magic)) return null;
  const body = file.subarray(headerLength);
  if (file.readBigUInt64BE(magic.length) !== BigInt(body.length)) return null;
  return file.subarray(magic.length + 8, headerLength).equals(digestOf(key, body)) ? body : null;
}

function digestOf(key: string, body: Uint8Array): Buffer {
  return createHash("sha256").update(key).update("\0").update(body).digest();
}
