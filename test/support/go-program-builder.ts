// Lays out what of a Go program its readers look at: an ELF file of two segments, the linker's note, the block of build
// information in both of its forms, and other bytes in between.

export interface GoProgramForm {
  /** `go1.22.3` */
  readonly version: string;
  /** Lines as the go command writes them; null = built without modules. */
  readonly modules: string | null;
  /** `pointer`: as before Go 1.18. */
  readonly layout?: "inline" | "pointer";
  /** Linked without a build id. */
  readonly withoutNote?: true;
  readonly bits?: 32 | 64;
  readonly bigEndian?: true;
  /** Bytes of other data before the block. */
  readonly before?: number;
}

const textFrom = 0x1000;
const textSize = 0x20000;
const textAddress = 0x401000;
const dataFrom = textFrom + textSize;
const dataAddress = 0x500000;
const start = Buffer.from("3077af0c9274080241e1c107e6d618e6", "hex");
const end = Buffer.from("f932433186182072008242104116d8f2", "hex");

/** The bytes of such a program. */
export function goProgram(form: GoProgramForm): Buffer {
  const before = form.before ?? 0x40;
  const modules = form.modules === null ? Buffer.alloc(0) : Buffer.concat([start, Buffer.from(form.modules), end]);
  const version = Buffer.from(form.version);
  const text = Buffer.alloc(textSize, 0xc3);
  // Strings lie one behind the other without anything between.
  const strings = Buffer.concat([Buffer.from("gopackages of go1.99other"), version, Buffer.from("go1.4hint"), modules]);
  const pointer = form.layout === "pointer";
  if (pointer) strings.copy(text, 0x800);
  const block = pointer
    ? Buffer.concat([header(form, 0), word(form, dataAddress + before + 0x200), word(form, 0), Buffer.alloc(0x200)])
    : Buffer.concat([header(form, 2), Buffer.alloc(16), counted(version), counted(modules)]);
  const stringHeader = Buffer.concat([word(form, textAddress + 0x800 + 25), word(form, version.length)]);
  const data = Buffer.concat([Buffer.alloc(before), block, Buffer.alloc(0x1000)]);
  if (pointer) stringHeader.copy(data, before + 0x200);
  return Buffer.concat([elfHead(form, data.length), text, data]);
}

/** The head of an ELF program with these segments; also of one that is no Go program. */
export function elfHead(form: Pick<GoProgramForm, "bits" | "bigEndian" | "withoutNote">, dataSize: number): Buffer {
  const head = Buffer.alloc(textFrom);
  const wide = form.bits !== 32;
  const big = form.bigEndian === true;
  const u16 = (value: number, at: number) => (big ? head.writeUInt16BE(value, at) : head.writeUInt16LE(value, at));
  const u32 = (value: number, at: number) => (big ? head.writeUInt32BE(value, at) : head.writeUInt32LE(value, at));
  head.write("\x7fELF", 0, "latin1");
  head[4] = wide ? 2 : 1;
  head[5] = big ? 2 : 1;
  const [from, size] = wide ? [64, 56] : [52, 32];
  word(form, from).copy(head, wide ? 32 : 28);
  u16(size, wide ? 54 : 42);
  u16(3, wide ? 56 : 44);
  const segments = [
    { type: form.withoutNote === true ? 6 : 4, flags: 4, offset: 0xf00, address: 0x400f00, size: 16 },
    { type: 1, flags: 5, offset: textFrom, address: textAddress, size: textSize },
    { type: 1, flags: 6, offset: dataFrom, address: dataAddress, size: dataSize },
  ];
  for (const [number, segment] of segments.entries()) {
    const at = from + number * size;
    u32(segment.type, at);
    u32(segment.flags, at + (wide ? 4 : 24));
    word(form, segment.offset).copy(head, at + (wide ? 8 : 4));
    word(form, segment.address).copy(head, at + (wide ? 16 : 8));
    word(form, segment.size).copy(head, at + (wide ? 32 : 16));
  }
  u32(4, 0xf00);
  u32(83, 0xf04);
  u32(4, 0xf08);
  head.write("Go\0\0", 0xf0c, "latin1");
  return head;
}

function header(form: GoProgramForm, flags: number): Buffer {
  const magic = Buffer.from("\xff Go buildinf:", "latin1");
  return Buffer.concat([magic, Buffer.from([form.bits === 32 ? 4 : 8, flags | (form.bigEndian === true ? 1 : 0)])]);
}

function word(form: Pick<GoProgramForm, "bits" | "bigEndian">, value: number): Buffer {
  const bytes = Buffer.alloc(form.bits === 32 ? 4 : 8);
  if (form.bigEndian === true) bytes.writeUInt32BE(value, bytes.length - 4);
  else bytes.writeUInt32LE(value, 0);
  return bytes;
}

/** A string behind its length in groups of seven bits. */
function counted(bytes: Buffer): Buffer {
  const length: number[] = [];
  let rest = bytes.length;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) length.push((rest & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...length, rest]), bytes]);
}
