// The head of an ELF file as linkers write it (elf(5)), with nothing behind it that runs.

export interface ElfParts {
  readonly type?: "executable" | "shared" | "relocatable";
  /** `none`: no header says anything about the stack. */
  readonly stack?: "plain" | "executable" | "none";
  /** x86-64 where it is not given. */
  readonly machine?: number;
  readonly bits?: 32 | 64;
  readonly big?: boolean;
  /** Where the program headers stand; right behind the file's own where it is not given. */
  readonly headersAt?: number;
}

const types = { relocatable: 1, executable: 2, shared: 3 } as const;

export function elfFile(parts: ElfParts = {}): Buffer {
  const { type = "shared", stack = "plain", machine = 62, bits = 64, big = false } = parts;
  const wide = bits === 64;
  const headerSize = wide ? 64 : 52;
  const entrySize = wide ? 56 : 32;
  const at = parts.headersAt ?? headerSize;
  const count = stack === "none" ? 1 : 2;
  const bytes = Buffer.alloc(at + count * entrySize + 200, 0x90);
  bytes.fill(0, 0, headerSize);
  bytes.fill(0, at, at + count * entrySize);
  const u16 = (value: number, to: number) => (big ? bytes.writeUInt16BE(value, to) : bytes.writeUInt16LE(value, to));
  const u32 = (value: number, to: number) => (big ? bytes.writeUInt32BE(value, to) : bytes.writeUInt32LE(value, to));
  bytes.write("\x7fELF", 0, "latin1");
  bytes[4] = wide ? 2 : 1;
  bytes[5] = big ? 2 : 1;
  u16(types[type], 16);
  u16(machine, 18);
  if (wide) u32(at, big ? 36 : 32);
  else u32(at, 28);
  u16(entrySize, wide ? 54 : 42);
  u16(count, wide ? 56 : 44);
  u32(1, at);
  if (stack !== "none") {
    u32(0x6474e551, at + entrySize);
    u32(stack === "executable" ? 7 : 6, at + entrySize + (wide ? 4 : 24));
  }
  return bytes;
}
