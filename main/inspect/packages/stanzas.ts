// Paragraphs of `Key: value` lines, apart by empty lines, continued by lines that begin with a blank (Debian policy,
// chapter 5, "control files"). Field names do not depend on case; lines that begin with `#` are comments.

/** The paragraphs of a text, each as lower-case field name -> value; continuation lines are joined by a line feed. */
export function* stanzas(text: string): Generator<ReadonlyMap<string, string>> {
  let fields = new Map<string, string>();
  let last: string | null = null;
  for (let from = 0; from <= text.length; ) {
    const feed = text.indexOf("\n", from);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(from, text[end - 1] === "\r" && end > from ? end - 1 : end);
    from = end + 1;
    if (line.trim() === "") {
      if (fields.size > 0) yield fields;
      fields = new Map();
      last = null;
    } else if (line.startsWith(" ") || line.startsWith("\t")) {
      if (last !== null) fields.set(last, `${fields.get(last) ?? ""}\n${line.trim()}`);
    } else if (!line.startsWith("#")) {
      const colon = line.indexOf(":");
      last = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : null;
      // Also a line that is no field must make a paragraph, so that it is counted and not lost.
      if (last === null) fields.set("", line);
      else fields.set(last, line.slice(colon + 1).trim());
    }
  }
  if (fields.size > 0) yield fields;
}
