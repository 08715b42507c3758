// The order of texts that never depends on a language or a machine: by code unit.

/** Below 0, 0 or above, as `Array.sort` wants it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
