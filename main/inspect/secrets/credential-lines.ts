// Secrets in files that are read line by line: settings as NAME=value in their many forms, .netrc, .pgpass, .htpasswd, the
// XML of Maven, the PHP of WordPress. Values come out as they are written; they never leave the search.
import { isHarmlessValue, kindOfName, secretWordOf } from "./secret-name.ts";

/** A value and the name before it. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
  readonly kind: string;
}

/** What a file format holds; null where the text is not of that format. */
export type ParseCredentials = (text: string) => NamedSecret[] | null;

/** More in one file tell nothing new; also what keeps a file of a million lines cheap. */
export const maximumCredentials = 100;

/** `name = value`, `export NAME=value`, `name: value`, `"name": "value",`, with # and ; as comments. */
const settingLine =
  /^[ \t]*(?:export[ \t]+|set[ \t]+|\$env:)?["']?([:/\w][\w.:/@-]{0,200}?)["']?[ \t]*(?:=>?[ \t]*|:[ \t]+)(.{1,4000})$/i;

/** Settings whose name fits `names`, with what such a value is called; null: whatever the name rule takes for a secret. */
export function settings(names: RegExp | null, kind?: string): ParseCredentials {
  return (text) =>
    firstOf(text, (line) => {
      if (/^[ \t]*[#;!]/.test(line)) return null;
      const [, name = "", rest = ""] = settingLine.exec(line) ?? [];
      const word = names === null ? secretWordOf(name) : names.test(name) ? "password" : null;
      if (word === null) return null;
      const value = unquoted(rest);
      return isHarmlessValue(value, word) ? null : { name, value, kind: kind ?? kindOfName(name) };
    });
}

/** The value without quotes, or without what follows a blank and a comment sign. */
function unquoted(rest: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(rest);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
  return rest.replace(/[ \t]+[#;].*$/, "").replace(/[,;]?[ \t\r]*$/, "");
}

/** A file that is a token and nothing else, such as the one that `vault login` leaves. */
export function bareToken(kind: string): ParseCredentials {
  return (text) => {
    const value = /^\s*([\w.+/=-]{20,2000})\s*$/.exec(text)?.[1];
    return value === undefined ? [] : [{ name: "token", value, kind }];
  };
}

/** `.netrc` (ftp's and curl's): words in pairs, in any number of lines. `.authinfo` is the same. */
export const netrc: ParseCredentials = (text) => {
  const found: NamedSecret[] = [];
  for (const { 1: value = "" } of text.matchAll(/(?<!\S)password\s+("[^"\n]{1,1000}"|\S{1,1000})/g)) {
    const bare = unquoted(value);
    if (found.length < maximumCredentials && !isHarmlessValue(bare, "password")) {
      found.push({ name: "password", value: bare, kind: "netrc password" });
    }
  }
  return found;
};

/** PostgreSQL's `.pgpass`: HOST:PORT:DATABASE:USER:PASSWORD, with backslashes before colons of a value. */
export const pgpass: ParseCredentials = (text) =>
  firstOf(text, (line) => {
    if (line.startsWith("#")) return null;
    const value = /^(?:(?:[^:\\]|\\.){1,300}:){4}(.{1,1000})$/.exec(line)?.[1]?.trim() ?? "";
    return isHarmlessValue(value, "password") ? null : { name: "password", value, kind: "PostgreSQL password" };
  });

/** `.htpasswd` (Apache, nginx): USER:HASH. A hash can be tried offline against every word of a dictionary. */
export const htpasswd: ParseCredentials = (text) =>
  firstOf(text, (line) => {
    const value =
      /^[^:#\s]{1,200}:(\$(?:apr1|2[abxy]?|1|5|6|y)\$\S{8,200}|\{S?SHA\}[A-Za-z0-9+/=]{20,200}|[A-Za-z0-9./]{13})$/.exec(
        line.trim(),
      )?.[1];
    return value === undefined ? null : { name: "password", value, kind: "password hash" };
  });

/** Maven's settings.xml; what stands in a comment of the file that Maven ships is a sample. */
export const mavenSettings: ParseCredentials = (text) => {
  const found: NamedSecret[] = [];
  const plain = withoutComments(text);
  for (const { 1: name = "", 2: value = "" } of plain.matchAll(
    /<(password|passphrase|master)>\s*([^<\s]{1,1000})\s*</g,
  )) {
    if (found.length < maximumCredentials && !isHarmlessValue(value, "password")) {
      found.push({ name, value, kind: "Maven password" });
    }
  }
  return found;
};

/** XML without its comments; an expression would look for the end of each open one anew. */
function withoutComments(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("<!--", at);
    if (open < 0) return plain + text.slice(at);
    plain += text.slice(at, open);
    const close = text.indexOf("-->", open + 4);
    if (close < 0) return plain;
    at = close + 3;
  }
  return plain;
}

/** WordPress' wp-config.php: the password of the database, and the keys that sign its cookies. */
export const wordpressConfig: ParseCredentials = (text) =>
  firstOf(text, (line) => {
    const [, name = "", value = ""] =
      /^\s*define\(\s*["'](DB_PASSWORD|[A-Z_]{3,20}_(?:KEY|SALT))["']\s*,\s*["']([^"'\n]{1,500})["']\s*\)/.exec(line) ??
      [];
    if (isHarmlessValue(value, "password") || /^(?:password|secret)_here$/.test(value)) return null;
    return { name, value, kind: name === "DB_PASSWORD" ? "WordPress database password" : "WordPress key" };
  });

/** What `read` finds line by line, up to the bound. Longer lines than any setting has are passed over. */
function firstOf(text: string, read: (line: string) => NamedSecret | null): NamedSecret[] {
  const found: NamedSecret[] = [];
  for (let at = 0; at < text.length && found.length < maximumCredentials; ) {
    const lineEnd = text.indexOf("\n", at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (end - at <= 5000) {
      const secret = read(text.slice(at, end).replace(/\r$/, ""));
      if (secret !== null) found.push(secret);
    }
    at = end + 1;
  }
  return found;
}
