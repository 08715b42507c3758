// Which known names somebody may have meant by one that is not known: those that begin with it, hold it, or are a slip away.

/** A slip: as many characters as this may be wrong, missing or too many. */
const allowed = (length: number): number => Math.max(1, Math.floor(length / 3));

/** Up to `most` of `names`, nearest first; compared without case and without `.`, `_`, `-` and spaces. */
export function nearestNames(name: string, names: readonly string[], most = 5): string[] {
  const wanted = bare(name.slice(0, 100));
  if (wanted === "") return [...new Set(names)].slice(0, most);
  const ranked = [...new Set(names)].flatMap((known) => {
    const other = bare(known);
    const isPart = wanted.length >= 3 && other.length >= 2 && (other.includes(wanted) || wanted.includes(other));
    const slips = slipsBetween(wanted, other);
    if (!isPart && slips > allowed(wanted.length)) return [];
    return [{ known, rank: slips <= allowed(wanted.length) ? slips : 100 + Math.abs(other.length - wanted.length) }];
  });
  ranked.sort((a, b) => a.rank - b.rank || (a.known < b.known ? -1 : 1));
  return ranked.slice(0, most).map(({ known }) => known);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[\s._-]/g, "");
}

/** Damerau's distance, optimal string alignment: characters put in, left out, replaced, or two swapped. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now.push(isSwap ? Math.min(cost, (before[column - 2] ?? 0) + 1) : cost);
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}
