// What sample credentials are made of: characters drawn by code from a fixed seed, and checksums as the makers of tokens have
// published them, written anew here so that they are held against those of the product.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

export const digits = "0123456789";
const lower = "abcdefghijklmnopqrstuvwxyz";
export const upper = lower.toUpperCase();
const hexDigits = "0123456789abcdef";
export const base62 = digits + upper + lower;

/** `length` characters of an alphabet, the same for the same seed. */
export function drawn(length: number, seed: string, alphabet = base62): string {
  let text = "";
  for (let block = 0; text.length < length; block++) {
    for (const octet of createHash("sha512").update(`${seed} ${block}`).digest()) {
      if (octet < alphabet.length * Math.floor(256 / alphabet.length)) text += alphabet.charAt(octet % alphabet.length);
    }
  }
  return text.slice(0, length);
}
/** The same in hexadecimal digits. */
export const hex = (length: number, seed: string) => drawn(length, seed, hexDigits);
/** Puts a prefix together, so that no scanner finds it in a file of tests. */
export const join = (...pieces: readonly string[]) => pieces.join("");
export const base64 = (text: string) => Buffer.from(text).toString("base64");
/** A part of a web token. */
export const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** GitHub's and npm's form: the prefix, 30 characters and their CRC-32 in base 62. */
export function summed(prefix: string): string {
  const body = drawn(30, prefix);
  let sum = "";
  for (let rest = crc32(body); rest > 0; rest = Math.floor(rest / 62)) sum = base62.charAt(rest % 62) + sum;
  return `${prefix}${body}${sum.padStart(6, "0")}`;
}

/** A service account token of Grafana: its CRC-32 is in hexadecimal digits, lowest octet first. */
export function grafana(): string {
  const key = join("gl", "sa_", drawn(32, "grafana"));
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(key));
  return `${key}_${sum.toString("hex")}`;
}

/** A secret key of age: Bech32 (BIP 173) in upper case. */
export function age(): string {
  const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const prefix = "age-secret-key-";
  const data = [...drawn(52, "age", alphabet)].map((letter) => alphabet.indexOf(letter));
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const sum = polymod([
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...data,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const check = [25, 20, 15, 10, 5, 0].map((shift) => ((sum ^ 1) >>> shift) & 31);
  return `${prefix}1${[...data, ...check].map((value) => alphabet.charAt(value)).join("")}`.toUpperCase();
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, bit) => {
      if (((top >>> bit) & 1) === 1) sum ^= generator;
    });
  }
  return sum;
}
