// A secret that was found in one place may stand in another where nothing gives it away: `echo VALUE | login` in a history
// line whose build argument named it. Such echoes are masked as well.
import type { SecretSpan } from "./secret-span.ts";

const shortestEcho = 8;
const maximumValues = 200;

/** The values among the spans that look like no ordinary word, each with the span that was found first. */
export function echoingValues(
  texts: readonly string[],
  spans: readonly (readonly SecretSpan[])[],
): ReadonlyMap<string, SecretSpan> {
  const values = new Map<string, SecretSpan>();
  texts.forEach((text, index) => {
    for (const span of spans[index] ?? []) {
      const value = text.slice(span.start, span.end);
      if (values.size >= maximumValues || values.has(value)) continue;
      const unusual =
        value.length >= shortestEcho && !/\s|:\/\//.test(value) && /[A-Za-z]/.test(value) && /\d/.test(value);
      if (unusual) values.set(value, span);
    }
  });
  return values;
}

/** Where one of the values stands in `text`. */
export function echoSpans(text: string, values: ReadonlyMap<string, SecretSpan>): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const [value, { kind, ground }] of values) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      spans.push({ start: at, end: at + value.length, kind, ground });
    }
  }
  return spans;
}
