// Keeps what people wrote as they wrote it: a YAML document that is printed anew loses folds, quotes and padding. Entries that
// a change did not touch get their own text back, and so does everything above the list.
import { isNode, isSeq, parseDocument } from "yaml";
import { canonicalJson } from "../../shared/canonical-json.ts";

interface Entry {
  readonly start: number;
  readonly end: number;
  /** Characters before it on its line. */
  readonly column: number;
  readonly value: string;
}

/** How far the entries of a file's list are set in; null where it has none. */
export function indentOf(text: string, list: string): number | null {
  return entriesOf(text, list)[0]?.column ?? null;
}

/**
 * `after`, the printed document, with the text of `before` for all that says the same; where that would say anything else
 * than `after`, `after` as it is. Entries are compared by their place: `list` only grows.
 */
export function keepSource(before: string, after: string, list: string): string {
  const old = entriesOf(before, list);
  const printed = entriesOf(after, list);
  let text = after;
  for (const [index, entry] of [...printed.entries()].reverse()) {
    const own = old[index];
    if (own === undefined || own.value !== entry.value || own.column !== entry.column) continue;
    text = text.slice(0, entry.start) + before.slice(own.start, own.end) + text.slice(entry.end);
  }
  const [first] = printed;
  const [own] = old;
  if (first !== undefined && own?.column === first.column) text = before.slice(0, own.start) + text.slice(first.start);
  return saysTheSame(text, after) ? text : after;
}

function entriesOf(text: string, list: string): Entry[] {
  const document = parseDocument(text, { version: "1.2", schema: "core" });
  const items = document.get(list, true);
  if (!isSeq(items)) return [];
  return items.items.flatMap((item): Entry[] => {
    if (!isNode(item) || !item.range) return [];
    const [start, stop] = item.range;
    const end = start + text.slice(start, stop).trimEnd().length;
    return [
      {
        start,
        end,
        column: start - (text.lastIndexOf("\n", start - 1) + 1),
        value: canonicalJson(item.toJS(document)),
      },
    ];
  });
}

function saysTheSame(text: string, other: string): boolean {
  const [a, b] = [text, other].map((one) => parseDocument(one, { version: "1.2", schema: "core" }));
  return (
    a !== undefined && b !== undefined && a.errors.length === 0 && canonicalJson(a.toJS()) === canonicalJson(b.toJS())
  );
}
