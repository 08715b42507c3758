// JSON of files that may be cut or written by anyone: what does not parse is no value, and the schema says the rest.

/** The value of a JSON text; null where it does not parse. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
