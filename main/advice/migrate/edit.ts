// A change of whole lines, and how changes become the new file. The parts of migration only say edits; nothing is written
// in place.
import type { Phrase } from "../../../shared/model/phrase.ts";

export interface Edit {
  /** From 0: `remove` lines go from here, `add` come in (without line ends). */
  readonly at: number;
  readonly remove: number;
  readonly add: readonly string[];
  readonly reason: Phrase;
  /** What a person must look at. */
  readonly check?: Phrase | undefined;
}

/** Edits of the same lines in one piece, in the order of the file. */
export interface Change {
  readonly at: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly reasons: readonly Phrase[];
  readonly checks: readonly Phrase[];
}

/**
 * The edits as changes with lines that carry their ends, in the order of the file. No two edits may remove the same line:
 * that is a mistake of ours and throws. What changes nothing is left out.
 */
export function changesOf(lines: readonly string[], eol: string, edits: readonly Edit[]): Change[] {
  const ordered = [...edits].sort((a, b) => a.at - b.at || a.remove - b.remove);
  const last = lines.at(-1) ?? "";
  // Something follows a last line that had no end: it gets one.
  let endMissing = !last.endsWith("\n") && ordered.some(({ at, add }) => at === lines.length && add.length > 0);
  const cut = !last.endsWith("\n") && !endMissing;
  const changes: Change[] = [];
  let free = 0;
  for (const { at, remove, add, reason, check } of ordered) {
    if (at < free) throw new Error(`two edits of line ${at + 1}`);
    free = at + remove;
    const before = lines.slice(at, at + remove);
    const after = add.map((line) => `${line}${eol}`);
    const atEnd = at + remove === lines.length;
    if (cut && atEnd && remove > 0 && after.length > 0) after[after.length - 1] = add.at(-1) ?? "";
    const own = { reasons: [reason], checks: check === undefined ? [] : [check] };
    if (endMissing && at === lines.length) {
      endMissing = false;
      changes.push({ at: at - 1, before: [last], after: [`${last}${eol}`, ...after], ...own });
      continue;
    }
    if (atEnd && remove > 0) endMissing = false;
    if (before.join("") === after.join("")) continue;
    const next = trimmed({ at, before, after });
    const open = changes.at(-1);
    if (open !== undefined && together(open, next)) {
      const { reasons, checks } = open;
      changes[changes.length - 1] = {
        at: open.at,
        before: [...open.before, ...next.before],
        after: [...open.after, ...next.after],
        reasons: [...reasons, ...own.reasons],
        checks: [...checks, ...own.checks],
      };
    } else changes.push({ ...next, ...own });
  }
  return changes;
}

type Lines = Pick<Change, "at" | "before" | "after">;

/** Without the lines that are the same at the beginning and at the end. */
function trimmed({ at, before, after }: Lines): Lines {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    at: at + head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

/** Lines that come in at one place, or go from one run of lines, are one change. */
function together(open: Change, next: Lines): boolean {
  if (open.at + open.before.length !== next.at) return false;
  // The first insertion at the end may carry the last line, which gets its line end.
  if (next.before.length === 0) return open.before.length === 0 || open.after.length > open.before.length;
  return next.after.length === 0 && open.after.length === 0;
}

/** Edits that leave their lines as they are: something to look at, without a change. */
export function notesOf(lines: readonly string[], edits: readonly Edit[]): Edit[] {
  const same = ({ at, remove, add }: Edit): boolean =>
    remove === add.length && add.every((line, index) => (lines[at + index] ?? "").replace(/\r?\n$/, "") === line);
  return edits.filter((edit) => same(edit) && edit.check !== undefined).sort((a, b) => a.at - b.at);
}

/** The new file. */
export function applied(lines: readonly string[], changes: readonly Change[]): string {
  const out: string[] = [];
  let next = 0;
  for (const { at, before, after } of changes) {
    out.push(...lines.slice(next, at), ...after);
    next = at + before.length;
  }
  return [...out, ...lines.slice(next)].join("");
}
