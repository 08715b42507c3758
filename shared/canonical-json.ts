// JSON with keys in order, so that the same value is always the same bytes.

/** Compact JSON, keys sorted by code unit; the shape RFC 8785 gives for values without odd numbers. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The same order, two spaces and a final newline: for files that people read. */
export function readableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
