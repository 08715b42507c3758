// Names in archives are bytes. Valid UTF-8 becomes text; every other byte is kept as a lone surrogate U+DC80..U+DCFF, so
// that two different names never become one. The same convention as Python's "surrogateescape" (PEP 383).
import { isUtf8 } from "node:buffer";

/** Bytes as text, one to one. */
export function decodeName(bytes: Buffer): string {
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] as number) >= 0x80) return isUtf8(bytes) ? bytes.toString("utf8") : escapeInvalid(bytes);
  }
  return bytes.toString("latin1");
}

function escapeInvalid(bytes: Buffer): string {
  let text = "";
  let from = 0;
  while (from < bytes.length) {
    const length = sequenceLength(bytes, from);
    if (length > 0) text += bytes.toString("utf8", from, from + length);
    else text += String.fromCharCode(0xdc00 + (bytes[from] as number));
    from += Math.max(1, length);
  }
  return text;
}

/** Length of the valid UTF-8 sequence at `from`, 0 when there is none. */
function sequenceLength(bytes: Buffer, from: number): number {
  const first = bytes[from] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return isUtf8(bytes.subarray(from, from + length)) && from + length <= bytes.length ? length : 0;
}
