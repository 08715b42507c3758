// The private key at rest: one JSON text, `plimsoll/private-key@1`. With a passphrase: scrypt (N 2^17, r 8, p 1), then
// AES-256-GCM over the PKCS#8; without one the PKCS#8 itself, and then the key is called unprotected everywhere. Node's
// own encrypted PKCS#8 is not used: it derives the key with 2,048 rounds of PBKDF2 only.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from "node:crypto";
import { z } from "zod";

const format = "plimsoll/private-key@1";
const bytes = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .max(4096);

const PrivateKeyFile = z.discriminatedUnion("protection", [
  z.strictObject({ format: z.literal(format), protection: z.literal("unprotected"), pkcs8: bytes }),
  z.strictObject({
    format: z.literal(format),
    protection: z.literal("passphrase"),
    // Fixed, not read: a file cannot ask for less work, nor for all the memory.
    scrypt: z.strictObject({ N: z.literal(131_072), r: z.literal(8), p: z.literal(1), salt: bytes }),
    aes256gcm: z.strictObject({ iv: bytes, tag: bytes }),
    pkcs8: bytes,
  }),
]);
type PrivateKeyFile = z.infer<typeof PrivateKeyFile>;

export type KeyProtection = PrivateKeyFile["protection"];
export type KeyAnswer =
  | { readonly ok: true; readonly key: KeyObject; readonly protection: KeyProtection }
  | { readonly ok: false; readonly why: "unreadable" | "needs-passphrase" | "wrong-passphrase" };

/** The text of a key file for a PKCS#8 DER; `passphrase` null leaves it unprotected. */
export async function sealKey(pkcs8: Uint8Array, passphrase: string | null): Promise<string> {
  return `${JSON.stringify(passphrase === null ? open(pkcs8) : await sealed(pkcs8, passphrase), null, 2)}\n`;
}

/** The private key in the text of a key file, or why it stays closed. A passphrase that is not needed is ignored. */
export async function openKey(text: string, passphrase: string | null): Promise<KeyAnswer> {
  const file = parse(text);
  if (file === null) return { ok: false, why: "unreadable" };
  if (file.protection === "unprotected") return keyFrom(Buffer.from(file.pkcs8, "base64"), file.protection);
  if (passphrase === null) return { ok: false, why: "needs-passphrase" };
  const iv = Buffer.from(file.aes256gcm.iv, "base64");
  const tag = Buffer.from(file.aes256gcm.tag, "base64");
  if (iv.length !== 12 || tag.length !== 16) return { ok: false, why: "unreadable" };
  const secret = await derive(passphrase, Buffer.from(file.scrypt.salt, "base64"));
  const decipher = createDecipheriv("aes-256-gcm", secret, iv, { authTagLength: 16 }).setAuthTag(tag);
  decipher.setAAD(Buffer.from(format));
  try {
    const pkcs8 = Buffer.concat([decipher.update(Buffer.from(file.pkcs8, "base64")), decipher.final()]);
    return keyFrom(pkcs8, file.protection);
  } catch {
    // The tag does not fit: GCM cannot tell another passphrase from a changed file, and neither can we.
    return { ok: false, why: "wrong-passphrase" };
  }
}

/** Whether a key file wants a passphrase; null where it is no key file. */
export function protectionOf(text: string): KeyProtection | null {
  return parse(text)?.protection ?? null;
}

function open(pkcs8: Uint8Array): PrivateKeyFile {
  return { format, protection: "unprotected", pkcs8: Buffer.from(pkcs8).toString("base64") };
}

async function sealed(pkcs8: Uint8Array, passphrase: string): Promise<PrivateKeyFile> {
  const salt = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await derive(passphrase, salt), iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(format));
  const data = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  return {
    format,
    protection: "passphrase",
    scrypt: { N: 131_072, r: 8, p: 1, salt: salt.toString("base64") },
    aes256gcm: { iv: iv.toString("base64"), tag: cipher.getAuthTag().toString("base64") },
    pkcs8: data.toString("base64"),
  };
}

function derive(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  // N * r * 128 bytes are 128 MiB; Node's limit is 32 MiB unless told.
  const options: ScryptOptions = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function keyFrom(pkcs8: Buffer, protection: KeyProtection): KeyAnswer {
  try {
    const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
    const isP256 = key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
    return isP256 ? { ok: true, key, protection } : { ok: false, why: "unreadable" };
  } catch {
    return { ok: false, why: "unreadable" };
  }
}

function parse(text: string): PrivateKeyFile | null {
  try {
    return PrivateKeyFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
