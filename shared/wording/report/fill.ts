// Puts values into the report's sentences.

/** Replaces `{name}` by its value; a name without a value stays visible. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** The form for `n` of a template `one|many`, with `{n}` and further values filled in. */
export function countOf(template: string, n: number, values: Readonly<Record<string, string | number>> = {}): string {
  const [one = "", many = one] = template.split("|");
  return fill(n === 1 ? one : many, { ...values, n });
}
