// Names a report by what it is made from: a version 5 UUID, so the same input has the same name. See RFC 9562, 5.5.
import { createHash } from "node:crypto";

/** A namespace of our own, drawn at random once. */
const namespace = Buffer.from("6b9c1d1e0b5f4f0e9a3d52c7d1a4e870", "hex");

/** The id of the report over the audit data with this SHA-256, in this language, made at this instant. */
export function reportIdOf(auditSha256: string, language: string, createdAt: Date): string {
  const name = `${auditSha256} ${language} ${createdAt.toISOString()}`;
  const hash = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
