// Private keys in binary form (DER): PKCS#1 (RFC 8017), PKCS#8 (RFC 5958), SEC 1 (RFC 5915). Too little to be told by its
// octets alone, so the file's name has to say key as well.

const keyName = /\.(?:der|key|p8|pk8)$/i;

/** Whether a file of this name may hold such a key. */
export function mayHoldBinaryKey(path: string): boolean {
  return keyName.test(path);
}

/** Whether these are the first octets of a sequence that begins with the version numbers that private keys have. */
export function isBinaryKey(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30 || bytes.length < 48) return false;
  const lengthOctets = (bytes[1] ?? 0) < 0x80 ? 0 : (bytes[1] ?? 0) & 0x7f;
  if (lengthOctets > 3) return false;
  const at = 2 + lengthOctets;
  if (bytes[at] !== 0x02 || bytes[at + 1] !== 0x01) return false;
  const version = bytes[at + 2] ?? -1;
  const next = bytes[at + 3];
  // PKCS#8 goes on with an algorithm, PKCS#1 with the modulus, SEC 1 (version 1) with the octets of the key.
  return (version === 0 && (next === 0x30 || next === 0x02)) || (version === 1 && next === 0x04);
}
