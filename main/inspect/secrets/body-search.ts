// Runs the rules of body-rule.ts over a body that streams by in pieces. Pieces are looked at where they lie: a copy is made of
// the border between two of them only, and of what follows a place that cannot be told yet.
import { type AnchorTable, anchorTable } from "./anchor-table.ts";
import { type BodyRule, type BodySecret, bytesAhead, bytesBack } from "./body-rule.ts";
import { findAnchors, type MeetAnchor } from "./find-anchors.ts";
import { findLongAnchors, type LongAnchors, longAnchors } from "./find-long-anchors.ts";

/** Rules with the tables that lead to them. */
export interface RuleBook {
  /** By number of the anchor. */
  readonly rules: readonly (readonly BodyRule[])[];
  find(bytes: Buffer, from: number, to: number, meet: MeetAnchor): void;
}

/** Rules whose anchors have three characters or more. */
export function ruleBook(rules: readonly BodyRule[]): RuleBook {
  const { anchors, grouped } = byAnchor(rules);
  const table: AnchorTable = anchorTable(anchors);
  return { rules: grouped, find: (bytes, from, to, meet) => findAnchors(bytes, table, from, to, meet) };
}

/** Rules whose anchors have eleven characters or more: far faster. */
export function longRuleBook(rules: readonly BodyRule[]): RuleBook {
  const { anchors, grouped } = byAnchor(rules);
  const table: LongAnchors = longAnchors(anchors);
  return { rules: grouped, find: (bytes, from, to, meet) => findLongAnchors(bytes, table, from, to, meet) };
}

function byAnchor(rules: readonly BodyRule[]): { anchors: string[]; grouped: BodyRule[][] } {
  const anchors = [...new Set(rules.map(({ anchor }) => anchor))];
  return { anchors, grouped: anchors.map((anchor) => rules.filter((rule) => rule.anchor === anchor)) };
}

/** What a secret in a body is known by: its value never leaves the search. */
export interface BodyHit {
  readonly kind: string;
  /** In bytes. */
  readonly length: number;
}

/** More secrets than this in one file tell nothing new. */
export const maximumHits = 100;

/** The search of one body of `size` bytes. */
export class BodySearch {
  readonly hits: BodyHit[] = [];
  readonly #book: RuleBook;
  #left: number;
  /** The end of what was seen, to be looked at with what comes, and where in it anchors are to be met next. */
  #kept: Buffer | null = null;
  #resume = 0;
  /** Whether a place in `#kept` waits for more bytes. */
  #isOpen = false;

  constructor(book: RuleBook, size: number) {
    this.#book = book;
    this.#left = size;
  }

  /** The next bytes, in order. They are not kept. */
  push(piece: Buffer): void {
    this.#left -= piece.length;
    if (this.hits.length >= maximumHits || piece.length === 0) return;
    const isWhole = this.#left <= 0;
    const kept = this.#kept;
    const border = bytesBack + bytesAhead;
    if (kept === null) this.#scan(piece, 0, isWhole);
    else if (this.#isOpen || piece.length < 2 * border) {
      this.#scan(Buffer.concat([kept, piece]), this.#resume, isWhole);
    } else {
      const bridge = Buffer.concat([kept, piece.subarray(0, border)]);
      const { next, open } = this.#meet(bridge, this.#resume, kept.length + bytesBack, false);
      if (open === null) this.#scan(piece, Math.max(bytesBack, next - kept.length), isWhole);
      else this.#scan(Buffer.concat([kept, piece]), open, isWhole);
    }
  }

  /** After the last piece. */
  end(): readonly BodyHit[] {
    // Bytes that were promised and never came: what waits is looked at as it is.
    if (this.#kept !== null && this.#left > 0) this.#scan(this.#kept, this.#resume, true);
    return this.hits;
  }

  #scan(bytes: Buffer, from: number, isWhole: boolean): void {
    const to = isWhole ? bytes.length : Math.max(from, bytes.length - bytesAhead);
    const { next, open } = this.#meet(bytes, from, to, isWhole);
    this.#isOpen = open !== null;
    const goOn = open ?? Math.max(to, next);
    const keepFrom = Math.min(bytes.length, Math.max(0, goOn - bytesBack));
    this.#kept = isWhole ? null : Buffer.from(bytes.subarray(keepFrom));
    this.#resume = goOn - keepFrom;
  }

  /** `next`: behind the last secret; `open`: an anchor that needs more bytes than are there. */
  #meet(bytes: Buffer, from: number, to: number, isWhole: boolean): { next: number; open: number | null } {
    let next = from;
    let open: number | null = null;
    this.#book.find(bytes, from, to, (anchor, at) => {
      const found = this.#examine(anchor, bytes, at, isWhole);
      if (found === null) return next;
      if (found === "more") {
        open = at;
        return null;
      }
      this.hits.push({ kind: found.kind, length: found.end - found.start });
      next = Math.max(next, found.end);
      return this.hits.length >= maximumHits ? null : found.end;
    });
    return { next, open };
  }

  #examine(anchor: number, bytes: Buffer, at: number, isWhole: boolean): BodySecret | "more" | null {
    for (const rule of this.#book.rules[anchor] ?? []) {
      const found = rule.examine(bytes, at, isWhole);
      if (found !== null) return found;
    }
    return null;
  }
}
