// Looks into JSON that others wrote: every part may be missing or of another kind, and is then absent rather than wrong.

/** Own members of an object; none for everything else. */
export function memberOf(value: unknown, name: string): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const maxText = 4096;

/** A text with something in it, blanks around it taken off; null for all else, and for what is longer than any real one. */
export function textOf(value: unknown): string | null {
  if (typeof value !== "string" || value.length > maxText) return null;
  const text = value.trim();
  return text === "" ? null : text;
}
