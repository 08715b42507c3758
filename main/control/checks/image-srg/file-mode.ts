// Permission bits as facts have them, octal without prefix.

/** Whether a mode grants anything that `most` does not: bits, not numbers, so that 0500 is not within 0444. */
export function exceeds(mode: string, most: number): boolean {
  return (bitsOf(mode) & ~most) !== 0;
}

/** The number of an octal mode: read, write and execute of owner, group and others, and the bits above them. */
export function bitsOf(mode: string): number {
  return Number.parseInt(mode, 8);
}
