// Build arguments in an image's name: the defaults of the ARGs before the first FROM, and the three forms of a variable
// that a FROM knows. https://docs.docker.com/reference/dockerfile/#environment-replacement

/** null = declared without a default. */
export type ArgDefaults = Map<string, string | null>;

const variable = /\$(?:\{([A-Za-z_]\w*)(?:(:?[-+])([^{}$]*))?\}|([A-Za-z_]\w*))/g;
const longest = 4096;

/** `text` with the defaults filled in; null where one is missing, or where a variable is written in another form. */
export function expandArgs(text: string, defaults: ArgDefaults): string | null {
  let missing = false;
  const filled = text.replace(variable, (_whole, braced?: string, mark?: string, word = "", bare?: string) => {
    const value = defaults.get(braced ?? bare ?? "") ?? null;
    const empty = value === null || (mark?.startsWith(":") === true && value === "");
    if (mark?.endsWith("-")) return empty ? word : (value ?? "");
    if (mark?.endsWith("+")) return empty ? "" : word;
    if (value === null) missing = true;
    return value ?? "";
  });
  return missing || /[$`]/.test(filled) || filled.length > longest ? null : filled;
}

/** The names of the variables in `text`. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(variable)].map((match) => match[1] ?? match[4] ?? "");
}
