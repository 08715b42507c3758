// A strict reader for DER (ITU-T X.690, 8 and 10): definite and shortest lengths only, nothing left over. Strict, since a
// signature that could be written in two ways could be changed without breaking.

export interface DerNode {
  /** Identifier octet: class, constructed bit and tag number below 31. */
  readonly tag: number;
  /** Everything, header included. */
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
}

export class DerError extends Error {
  override readonly name = "DerError";
}

export const derTags = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30, set: 0x31 } as const;

/** The element at the start of `bytes`, whatever follows it. Throws DerError. */
export function readDerElement(bytes: Uint8Array): DerNode {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError("no element");
  let length = first;
  let header = 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count < 1 || count > 4 || bytes.length < 2 + count) throw new DerError("a length that DER does not allow");
    length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
    header += count;
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError("a length that is not the shortest");
  }
  if (header + length > bytes.length) throw new DerError("an element that is cut short");
  const raw = bytes.subarray(0, header + length);
  return { tag, raw, content: raw.subarray(header) };
}

/** The elements inside a constructed one of the given tag. Throws DerError for another tag, or bytes left over. */
export function derChildren(node: DerNode | undefined, tag: number): DerNode[] {
  if (node?.tag !== tag) throw new DerError("an element of another kind");
  const children: DerNode[] = [];
  let rest = node.content;
  while (rest.length > 0) {
    const child = readDerElement(rest);
    children.push(child);
    rest = rest.subarray(child.raw.length);
  }
  return children;
}

/** The content of a primitive element of the given tag. Throws DerError for another one. */
export function derContent(node: DerNode | undefined, tag: number): Uint8Array {
  if (node?.tag !== tag) throw new DerError("an element of another kind");
  return node.content;
}

/** An object identifier in dots. Throws DerError. */
export function derOid(node: DerNode | undefined): string {
  const content = derContent(node, derTags.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const [index, byte] of content.entries()) {
    if (arc === 0 && byte === 0x80) throw new DerError("an identifier that is not the shortest");
    arc = arc * 128 + (byte & 0x7f);
    if (arc > 0xffff_ffff) throw new DerError("an identifier that is too long");
    if (byte >= 0x80) {
      if (index === content.length - 1) throw new DerError("an identifier that is cut short");
      continue;
    }
    arcs.push(arc);
    arc = 0;
  }
  const [first] = arcs;
  if (first === undefined) throw new DerError("an empty identifier");
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join(".");
}
