// Writes small tars, the same bytes for the same members: ustar headers (POSIX.1-1988) with pax extended headers
// (POSIX.1-2001, "pax Interchange Format") where a name, an id or an attribute does not fit.

export type NewMemberType = "file" | "hardlink" | "symlink" | "directory" | "character" | "block" | "fifo";

export interface NewMember {
  /** Written as it is, also when it is absolute or climbs: readers are tested with such names. */
  readonly path: string;
  readonly type: NewMemberType;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** Body of a file. */
  readonly content?: Uint8Array;
  /** Where a hard link or symbolic link points. */
  readonly linkPath?: string;
  readonly device?: { readonly major: number; readonly minor: number };
  /** Extended attributes by name, such as `security.capability`. */
  readonly xattrs?: Readonly<Record<string, Uint8Array>>;
}

const blockSize = 512;
const typeFlags: Readonly<Record<NewMemberType, string>> = {
  file: "0",
  hardlink: "1",
  symlink: "2",
  character: "3",
  block: "4",
  directory: "5",
  fifo: "6",
};
const largestOctal7 = 0o7777777;

/** A whole tar of these members in their order, with its two closing zero blocks. Throws for a body on a non-file. */
export function writeTar(members: readonly NewMember[]): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const member of members) blocks.push(...memberBlocks(member));
  blocks.push(new Uint8Array(2 * blockSize));
  return Buffer.concat(blocks);
}

function memberBlocks(member: NewMember): Uint8Array[] {
  const content = member.content ?? new Uint8Array();
  if (content.length > 0 && member.type !== "file") throw new Error(`${member.path}: only a file has a body`);
  const records = paxRecords(member);
  const header = encodeHeader(member, typeFlags[member.type], content.length);
  if (records.length === 0) return [header, ...padded(content)];
  const body = Buffer.concat(records);
  const pax: NewMember = { path: "PaxHeaders.0/member", type: "file", mode: 0o644, uid: 0, gid: 0, mtime: 0 };
  return [encodeHeader(pax, "x", body.length), ...padded(body), header, ...padded(content)];
}

function paxRecords(member: NewMember): Uint8Array[] {
  const records: Uint8Array[] = [];
  if (!fitsName(member.path)) records.push(paxRecord("path", Buffer.from(member.path)));
  if (member.linkPath !== undefined && !fitsName(member.linkPath)) {
    records.push(paxRecord("linkpath", Buffer.from(member.linkPath)));
  }
  if (member.uid > largestOctal7) records.push(paxRecord("uid", Buffer.from(String(member.uid))));
  if (member.gid > largestOctal7) records.push(paxRecord("gid", Buffer.from(String(member.gid))));
  for (const [name, value] of Object.entries(member.xattrs ?? {})) {
    records.push(paxRecord(`SCHILY.xattr.${name}`, value));
  }
  return records;
}

/** `LENGTH KEY=VALUE\n`, where LENGTH counts its own digits. */
function paxRecord(key: string, value: Uint8Array): Uint8Array {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from("\n")]);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

function fitsName(name: string): boolean {
  return Buffer.byteLength(name) <= 100 && /^[\x20-\x7e]*$/.test(name);
}

function encodeHeader(member: NewMember, typeFlag: string, size: number): Uint8Array {
  const header = Buffer.alloc(blockSize);
  const octal = (value: number, at: number, width: number) =>
    header.write(
      `${Math.min(value, 8 ** (width - 1) - 1)
        .toString(8)
        .padStart(width - 1, "0")}\0`,
      at,
      "latin1",
    );
  Buffer.from(member.path).copy(header, 0, 0, 100);
  octal(member.mode, 100, 8);
  octal(member.uid, 108, 8);
  octal(member.gid, 116, 8);
  octal(size, 124, 12);
  octal(member.mtime, 136, 12);
  header.write(typeFlag, 156, "latin1");
  if (member.linkPath !== undefined) Buffer.from(member.linkPath).copy(header, 157, 0, 100);
  header.write("ustar\x0000", 257, "latin1");
  octal(member.device?.major ?? 0, 329, 8);
  octal(member.device?.minor ?? 0, 337, 8);
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

function padded(content: Uint8Array): Uint8Array[] {
  const over = content.length % blockSize;
  return over === 0 ? [content] : [content, new Uint8Array(blockSize - over)];
}
