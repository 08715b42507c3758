// Tokens that prove themselves: checksums and fixed contents that their makers have published, so that a made-up sample in a
// manual is told from a real one without asking anybody.

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * GitHub (2021-04, "Behind GitHub's new authentication token formats") and npm (2021-09): four characters of prefix, 30 of
 * base62, and their CRC-32 in six more. A token of another length is not of this form and is believed.
 */
export function isChecksummed(token: string): boolean {
  if (token.length !== 40) return true;
  return token.slice(34) === toBase62(crc32(token.slice(4, 34))).padStart(6, "0");
}

/** Grafana's service account tokens: prefix and secret, then their CRC-32 as hexadecimal, lowest octet first. */
export function isGrafanaToken(token: string): boolean {
  const [, body = "", sum = ""] = /^(glsa_[A-Za-z0-9]{32})_([0-9a-f]{8})$/i.exec(token) ?? [];
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(crc32(body));
  return body !== "" && octets.toString("hex") === sum.toLowerCase();
}

/** PyPI's API tokens are macaroons (version 2, binary) that begin with the place they are for. */
export function isPypiToken(token: string): boolean {
  const bytes = Buffer.from(token.replace(/^pypi-/, ""), "base64url");
  const place = bytes.toString("latin1", 3, 3 + (bytes[2] ?? 0));
  return bytes[0] === 2 && bytes[1] === 1 && /^(?:[\w-]+\.)*pypi\.org$/.test(place);
}

/** A JSON Web Token whose header is one (RFC 7515, section 4.1.1) and which is no sample of a manual. */
export function isWebToken(token: string): boolean {
  const [header = "", payload = ""] = token.split(".").map((part) => Buffer.from(part, "base64url").toString("utf8"));
  if (/"(?:John Doe|Jane Doe|payload|bar|world)"|"sub" ?: ?"?1234567890/.test(payload)) return false;
  return isJsonObject(header, "alg") && isJsonObject(payload, null);
}

/** age's secret keys are Bech32 (BIP 173) in upper case. */
export function isAgeKey(key: string): boolean {
  const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const [prefix = "", data = ""] = key.toLowerCase().split("1");
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const values = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  for (const letter of data) values.push(alphabet.indexOf(letter));
  return !values.includes(-1) && bech32Sum(values) === 1;
}

function bech32Sum(values: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, bit) => {
      if (((top >>> bit) & 1) === 1) sum ^= generator;
    });
  }
  return sum;
}

function isJsonObject(text: string, member: string | null): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && (member === null || member in value);
  } catch {
    // Not JSON, so no such token.
    return false;
  }
}

/** CRC-32 (ISO-HDLC) of Latin-1 text; zlib.crc32 is not in every runtime that runs this. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const octet of Buffer.from(text, "latin1")) {
    crc ^= octet;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A number in base 62, highest digit first; "" for 0. */
export function toBase62(value: number): string {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = base62.charAt(rest % 62) + text;
  return text;
}
