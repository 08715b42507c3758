// The program headers of an ELF file (System V ABI, "object files", "program loading"), as far as they tell where a Go
// program keeps its build information: segments, and whether the Go linker left its note.

export interface Segment {
  readonly writable: boolean;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

export interface ElfHead {
  /** What is loaded, in the order of the file's headers. */
  readonly segments: readonly Segment[];
  /** The Go linker's build id lies among the notes (it can be left out when linking). */
  readonly goNote: boolean;
}

/** Bytes of a file that hold its headers and, as linkers lay files out, its notes. */
export const elfHeadSize = 4096;
const maxSegments = 100;

export function isElf(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32BE(0) === 0x7f454c46;
}

/** Reads the beginning of a file, `elfHeadSize` bytes or all of it; null when it is no ELF file or its headers lie elsewhere. */
export function readElfHead(head: Buffer): ElfHead | null {
  if (!isElf(head) || head.length < 64) return null;
  const wide = head[4] === 2;
  const big = head[5] === 2;
  const u16 = (at: number) => (big ? head.readUInt16BE(at) : head.readUInt16LE(at));
  const u32 = (at: number) => (big ? head.readUInt32BE(at) : head.readUInt32LE(at));
  const word = (at: number) => (wide ? Number(big ? head.readBigUInt64BE(at) : head.readBigUInt64LE(at)) : u32(at));
  const from = word(wide ? 32 : 28);
  const entrySize = u16(wide ? 54 : 42);
  const count = Math.min(u16(wide ? 56 : 44), maxSegments);
  if (entrySize < (wide ? 56 : 32) || from + entrySize * count > head.length) return null;
  const segments: Segment[] = [];
  let goNote = false;
  for (let number = 0; number < count; number++) {
    const at = from + number * entrySize;
    const type = u32(at);
    const flags = u32(at + (wide ? 4 : 24));
    const [offset, address] = wide ? [word(at + 8), word(at + 16)] : [word(at + 4), word(at + 8)];
    const size = word(at + (wide ? 32 : 16));
    if (type === 1) segments.push({ writable: (flags & 3) === 2, offset, address, size });
    else if (type === 4 && offset < head.length) {
      // A note: sizes of name and description, type 4, the name `Go`.
      const notes = head.subarray(offset, Math.min(offset + size, head.length));
      if (notes.includes("\x04\x00\x00\x00Go\x00\x00", 0, "latin1")) goNote = true;
      if (notes.includes("\x00\x00\x00\x04Go\x00\x00", 0, "latin1")) goNote = true;
    }
  }
  return { segments, goNote };
}
