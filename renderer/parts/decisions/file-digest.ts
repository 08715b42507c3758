// The SHA-256 of a file that a person chose, made in the window: the file itself is neither kept nor sent anywhere.

/** Web Crypto digests only what is whole in memory. */
export const largestAttachment = 256 * 1024 * 1024;

/** Hex digest; null where the file is larger than `largestAttachment`. Throws where it cannot be read. */
export async function fileDigest(file: Blob): Promise<string | null> {
  if (file.size > largestAttachment) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
