// What the head of an ELF file says of its protections (System V ABI, "program header"; elf(5)): whether its stack may be
// executed, and whether it is a program at a fixed address. Looked at while the file streams by; the rest of it is not held.
import { elfHeadSize, isElf } from "../packages/languages/elf-head.ts";

/** Bits of a file's answer; 0 = a program or library with both protections. */
export const elfFlag = { executableStack: 1, fixedAddress: 2, unread: 4 } as const;

const types = { executable: 2, shared: 3 } as const;
const gnuStack = 0x6474e551;
const executable = 1;
/** Machines on which a file that says nothing gets a stack that is not executed: AArch64, RISC-V, LoongArch. */
const safeWithoutWord: ReadonlySet<number> = new Set([183, 243, 258]);
const magicSize = 4;

/** A file that may be a program or a library: libraries often have no mode bit that lets them be executed. */
export function mayBeElf(path: string, mode: number): boolean {
  return (mode & 0o111) !== 0 || (path.includes(".so") && /\.so(?:\.[^/]*)?$/.test(path));
}

/** One file, from its first byte on. */
export class ElfProtections {
  #head: Buffer = Buffer.alloc(0);
  #over = false;

  push(piece: Buffer): void {
    if (this.#over) return;
    // Copied: a piece is only lent. Nearly all files end here with their first bytes.
    const room = (this.#head.length < magicSize ? magicSize : elfHeadSize) - this.#head.length;
    this.#head = Buffer.concat([this.#head, piece.subarray(0, room)]);
    if (this.#head.length < magicSize) return;
    if (!isElf(this.#head)) this.#over = true;
    else if (this.#head.length >= elfHeadSize) this.#over = true;
    else if (piece.length > room) this.push(piece.subarray(room));
  }

  /** The flags of the file; null where it is no program and no library. */
  end(): number | null {
    return isElf(this.#head) ? flagsOf(this.#head) : null;
  }
}

function flagsOf(head: Buffer): number | null {
  if (head.length < 52) return elfFlag.unread;
  const wide = head[4] === 2;
  const big = head[5] === 2;
  const u16 = (at: number) => (big ? head.readUInt16BE(at) : head.readUInt16LE(at));
  const u32 = (at: number) => (big ? head.readUInt32BE(at) : head.readUInt32LE(at));
  const type = u16(16);
  if (type !== types.executable && type !== types.shared) return null;
  if (wide && head.length < 64) return elfFlag.unread;
  const from = wide ? Number(big ? head.readBigUInt64BE(32) : head.readBigUInt64LE(32)) : u32(28);
  const size = u16(wide ? 54 : 42);
  const count = u16(wide ? 56 : 44);
  if (size < (wide ? 56 : 32) || from + size * count > head.length) return elfFlag.unread;
  let stack = safeWithoutWord.has(u16(18)) ? 0 : elfFlag.executableStack;
  for (let number = 0; number < count; number++) {
    const at = from + number * size;
    if (u32(at) !== gnuStack) continue;
    stack = (u32(at + (wide ? 4 : 24)) & executable) === 0 ? 0 : elfFlag.executableStack;
  }
  return stack | (type === types.executable ? elfFlag.fixedAddress : 0);
}
