// What is done where a fixed text was met in the body of a file.

/** A secret between two offsets of the bytes that were shown. */
export interface BodySecret {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export interface BodyRule {
  /** Fixed text (Latin-1) that leads to the rule. */
  readonly anchor: string;
  /**
   * Looks at the place `at` where the anchor begins. Shown are `bytesAhead` bytes from there, or all there are; `isWhole`: the
   * body ends with them. Null: nothing there. "more": that many do not tell; 32 KiB have to.
   */
  examine(bytes: Buffer, at: number, isWhole: boolean): BodySecret | "more" | null;
}

/** So much before an anchor is shown to every rule. */
export const bytesBack = 2048;
/** So much from an anchor on is shown to every rule at once. */
export const bytesAhead = 640;
