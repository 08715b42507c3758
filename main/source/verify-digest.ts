// A stream that fails at its end when it is not what its digest says. OCI image specification, "descriptor", verification.
import { createHash } from "node:crypto";
import { BrokenStream } from "../tar/broken-stream.ts";

/** Passes the bytes on; throws BrokenStream after the last when their SHA-256 is not `digest` (`sha256:HEX`). */
export async function* verifyDigest(bytes: AsyncIterable<Uint8Array>, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
  const actual = `sha256:${hash.digest("hex")}`;
  if (actual !== digest)
    throw new BrokenStream(`the stored bytes are not what their digest says (${shortened(digest)})`);
}

/** `sha256:HEX` of a small blob. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Enough of a digest to find it by. */
export function shortened(digest: string): string {
  return digest.slice(0, "sha256:".length + 12);
}
