// A stretch of text that is a secret: where it stands, what it is, and on what ground it is taken for one.

export interface SecretSpan {
  /** Offsets of the value in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  /** `pattern`: the value has the form of a secret; `name`: only the name before it says so. */
  readonly ground: "pattern" | "name";
  /** The name before it, where it has one. */
  readonly name?: string;
}

/** Kind and length, which is all that is ever kept: `AWS access key id, 20 characters`. */
export function previewOf(kind: string, length: number): string {
  return `${kind}, ${length} ${length === 1 ? "character" : "characters"}`;
}

/** What stands in the place of a value. */
export function placeholderOf(kind: string, length: number): string {
  return `<secret: ${previewOf(kind, length)}>`;
}

/**
 * Ordered spans without overlap: spans that touch become one that covers both, so that no end of a value stays visible.
 * Of two grounds the stronger counts, of two kinds of the same ground the one that was found first.
 */
export function joinSpans(spans: readonly SecretSpan[]): SecretSpan[] {
  const ordered = spans
    .map((span, found) => ({ span, found }))
    .filter(({ span }) => span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.found - b.found);
  const joined: { span: SecretSpan; found: number }[] = [];
  for (const next of ordered) {
    const last = joined.at(-1);
    if (last === undefined || next.span.start >= last.span.end) {
      joined.push(next);
      continue;
    }
    const better = isBetter(next, last) ? next : last;
    const name = better.span.name ?? last.span.name ?? next.span.name;
    joined[joined.length - 1] = {
      found: better.found,
      span: {
        start: last.span.start,
        end: Math.max(last.span.end, next.span.end),
        kind: better.span.kind,
        ground: better.span.ground,
        ...(name === undefined ? {} : { name }),
      },
    };
  }
  return joined.map(({ span }) => span);
}

function isBetter(a: { span: SecretSpan; found: number }, b: { span: SecretSpan; found: number }): boolean {
  if (a.span.ground !== b.span.ground) return a.span.ground === "pattern";
  return a.found < b.found;
}

/** The text with every span replaced by its kind and length; `spans` as `joinSpans` gives them. */
export function replaceSpans(text: string, spans: readonly SecretSpan[]): string {
  let out = "";
  let at = 0;
  for (const { start, end, kind } of spans) {
    out += text.slice(at, start) + placeholderOf(kind, end - start);
    at = end;
  }
  return out + text.slice(at);
}
