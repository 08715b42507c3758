// Where a key moves the active row of a list.

/** The new index for a key, or null when the key does not move. `page` = rows that a page key jumps. */
export function movedBy(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const at = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case "ArrowDown":
      return at(active + 1);
    case "ArrowUp":
      return at(active - 1);
    case "PageDown":
      return at(active + page);
    case "PageUp":
      return at(active - page);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
