// Keeps the SHA-256 of a body in its place, in hexadecimal, whatever its size.
import { createHash } from "node:crypto";

export function digestSink(): {
  push(piece: Buffer): void;
  end(): { readonly kind: "text"; readonly text: Buffer };
} {
  const hash = createHash("sha256");
  return {
    push: (piece) => void hash.update(piece),
    end: () => ({ kind: "text", text: Buffer.from(hash.digest("hex")) }),
  };
}
