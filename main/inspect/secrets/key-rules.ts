// Private keys in the bodies of files, also within binary ones: blocks of PEM, OpenPGP and PuTTY as key-block.ts knows them.
import type { BodyRule } from "./body-rule.ts";
import {
  encodedHeader,
  encodedKeyAt,
  headerReach,
  keyBlockAt,
  maximumBlock,
  maximumEncoded,
  mayBeginKey,
  pemHeader,
  puttyHeader,
} from "./key-block.ts";

const examineBlock: BodyRule["examine"] = (bytes, at, isWhole) => {
  const head = bytes.toString("latin1", at, at + 2 * headerReach);
  // A header right behind a header leaves no room for a key; without this, a body of headers alone would take long.
  if (!mayBeginKey(head) || head.includes(pemHeader, 1)) return null;
  if (bytes.length - at < maximumBlock && !isWhole && !hasFooter(bytes, at)) return "more";
  const block = keyBlockAt(bytes.toString("latin1", at, at + maximumBlock));
  return block === null ? null : { start: at, end: at + block.length, kind: block.kind };
};

/** Whether the end of a PEM block is in sight; PuTTY's blocks have none. */
function hasFooter(bytes: Buffer, at: number): boolean {
  if (bytes.toString("latin1", at, at + pemHeader.length) !== pemHeader) return false;
  const footer = bytes.indexOf("-----END ", at, "latin1");
  return footer >= 0 && bytes.indexOf("-----", footer + 9, "latin1") >= 0;
}

/** Headers of private keys in any file. */
export const keyRules: readonly BodyRule[] = [pemHeader, puttyHeader].map((anchor) => ({
  anchor,
  examine: examineBlock,
}));

/** The same as base64, for texts. */
export const encodedKeyRule: BodyRule = {
  anchor: encodedHeader,
  examine(bytes, at, isWhole) {
    const text = bytes.toString("latin1", at, at + maximumEncoded);
    const key = encodedKeyAt(text);
    if (key === null) return null;
    if (at + key.length === bytes.length && !isWhole) return "more";
    return { start: at, end: at + key.length, kind: key.kind };
  },
};
