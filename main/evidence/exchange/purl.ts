// Package URLs, `pkg:type/namespace/name@version?qualifiers`, written and read. Grammar: the purl specification
// ("rules for each purl component", "how to build" and "how to parse a purl string"), ECMA-427.

export interface Purl {
  readonly type: string;
  /** Segments with slashes between them, not encoded; empty where there are none. */
  readonly namespace: string;
  readonly name: string;
  readonly version: string | null;
  /** Not encoded, keys in lower case. */
  readonly qualifiers: ReadonlyMap<string, string>;
}

const maxLength = 4096;

/** The purl as text, qualifiers in the order of their keys; those without a value are left out. */
export function writePurl({ type, namespace, name, version, qualifiers }: Purl): string {
  const path = [type, ...namespace.split("/").filter((segment) => segment !== ""), name].map(encode).join("/");
  const pairs = [...qualifiers]
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${encode(value)}`);
  return `pkg:${path}${version === null ? "" : `@${encode(version)}`}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

/** The parts of a purl; null for what is none, or longer than any real one. A subpath is passed over. */
export function readPurl(text: string): Purl | null {
  if (text.length > maxLength) return null;
  const [withoutSubpath = ""] = text.split("#", 1);
  const question = withoutSubpath.indexOf("?");
  const head = question < 0 ? withoutSubpath : withoutSubpath.slice(0, question);
  const match = /^pkg:\/*([a-z][a-z0-9.+-]*)\/+(.+)$/i.exec(head);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  // The version begins at the last `@` of the last segment: that of an npm scope, where it is not encoded, stands before.
  const slash = match[2].replace(/\/+$/, "").lastIndexOf("/");
  const at = match[2].indexOf("@", Math.max(slash + 2, 1));
  const path = at < 0 ? match[2] : match[2].slice(0, at);
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);
  const version = at < 0 ? null : decode(match[2].slice(at + 1));
  const name = segments.pop();
  if (name === undefined || name === null || name === "" || segments.includes(null)) return null;
  return {
    type: match[1].toLowerCase(),
    namespace: segments.join("/"),
    name,
    version: version === "" ? null : version,
    qualifiers: question < 0 ? new Map() : qualifiersOf(withoutSubpath.slice(question + 1)),
  };
}

function qualifiersOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of text.split("&")) {
    const equals = pair.indexOf("=");
    const value = equals < 0 ? null : decode(pair.slice(equals + 1));
    if (value !== null && value !== "") found.set(pair.slice(0, equals).toLowerCase(), value);
  }
  return found;
}

/** All but letters, digits, `.-_~` and the colon as UTF-8 in percent signs; halves of a character become U+FFFD. */
function encode(text: string): string {
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return encodeURIComponent(whole)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%3A", ":");
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that begins no character: this is no purl, which the caller says.
    return null;
  }
}
