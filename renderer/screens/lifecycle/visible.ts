// Which items of a tall list stand in view: only those are drawn.

/** Indexes of items that touch the stretch from `top` to `top + height`, a little before and after it included. */
export function itemsInView(
  items: readonly { readonly y: number; readonly height: number }[],
  top: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const margin = 240;
  const from = firstBelow(items, top - margin);
  const to = firstBelow(items, top + height + margin);
  return { from, to: Math.min(items.length, to + 1) };
}

/** The first item whose lower edge lies below `y`; items are in order. */
function firstBelow(items: readonly { readonly y: number; readonly height: number }[], y: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && item.y + item.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
