// Names that follow from what they name: UUID version 5, RFC 9562 section 5.5.
import { createHash } from "node:crypto";

/** Namespace of everything that Plimsoll names so; drawn once, at random. */
const namespace = "5f0d2f6a-8a3b-4c1e-9d57-1b6f0c3e7a94";

/** The UUID of a text, always the same for the same text. */
export function uuid5(text: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(text, "utf8")
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
