// What is looked for in the text of any file: the tokens of token-patterns.ts that have a fixed text, web tokens, Telegram's,
// registry log-ins, and addresses with a password. A value has to look as if it was drawn at random; manuals do not.
import { type BodyRule, type BodySecret, bytesAhead } from "./body-rule.ts";
import { credentialUrlSpans } from "./credential-url.ts";
import { encodedKeyRule, keyRules } from "./key-rules.ts";
import { looksChosen, looksDrawn } from "./real-value.ts";
import { isHarmlessValue } from "./secret-name.ts";
import { isWebToken } from "./token-checksums.ts";
import { type TokenPattern, tokenPatterns } from "./token-patterns.ts";

const usualReach = 300;

/** The rule of a pattern: it is tried at the one place where its match would begin. */
function patternRules({
  kind,
  pattern,
  anchors = [],
  back = 0,
  reach = usualReach,
  ...rest
}: TokenPattern): BodyRule[] {
  const sticky = new RegExp(pattern.source, pattern.flags.replace("g", "y"));
  const isReal = (value: string) => looksDrawn(value, rest.bits) && (rest.isReal?.(value) ?? true);
  const examine: BodyRule["examine"] = (bytes, at, isWhole) => {
    const from = at - back;
    if (from < 0) return null;
    // One character before, for what must not precede.
    const lead = from > 0 ? 1 : 0;
    const text = bytes.toString("latin1", from - lead, from + reach + 1);
    sticky.lastIndex = lead;
    const match = sticky.exec(text);
    if (match === null) return null;
    // A match that the end of the bytes cut short.
    if (reach > bytesAhead && match[0].length + lead === text.length && text.length <= reach && !isWhole) return "more";
    const [start, end] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
    if (!isReal(text.slice(start, end))) return null;
    const offset = from - lead;
    return { start: offset + start, end: offset + end, kind };
  };
  return anchors.map((anchor) => ({ anchor, examine }));
}

/** The run of token characters around `.eyJ`, the border between header and payload of a web token (RFC 7515). */
const webToken: BodyRule = {
  anchor: ".eyJ",
  examine(bytes, at, isWhole) {
    let start = at;
    while (start > 0 && at - start < 2000 && isWordByte(bytes[start - 1])) start--;
    if (at - start < 8 || bytes.toString("latin1", start, start + 3) !== "eyJ") return null;
    let end = at + 1;
    const limit = Math.min(bytes.length, at + 10_000);
    while (end < limit && isWordByte(bytes[end])) end++;
    if (end < limit && (bytes[end] !== 0x2e || end - at < 12)) return null;
    for (end = Math.min(limit, end + 1); end < limit && isWordByte(bytes[end]); ) end++;
    if (end === bytes.length && !isWhole) return "more";
    const text = bytes.toString("latin1", start, end);
    if (!/^[\w-]+\.[\w-]{11,8000}\.[\w-]{16,2000}$/.test(text) || !isWebToken(text)) return null;
    return { start, end, kind: "JSON Web Token" };
  },
};

const telegram: BodyRule = {
  anchor: ":AA",
  examine(bytes, at) {
    const text = bytes.toString("latin1", Math.max(0, at - 11), at + 37);
    const value = /(?<![A-Za-z0-9_-])\d{8,10}:AA[\w-]{33}(?![\w-])/.exec(text);
    const start = Math.max(0, at - 11) + (value?.index ?? 0);
    if (value === null || start + value[0].indexOf(":") !== at || !looksDrawn(value[0])) return null;
    return { start, end: start + value[0].length, kind: "Telegram bot token" };
  },
};

const crates: BodyRule = {
  anchor: "cio",
  examine(bytes, at) {
    if (isWordByte(bytes[at - 1])) return null;
    const value = bytes.toString("latin1", at, at + 36);
    const isToken = /^cio[A-Za-z0-9]{32}(?![A-Za-z0-9_])/.test(value) && /\d/.test(value) && /[A-Z]/.test(value);
    return isToken && looksDrawn(value) ? { start: at, end: at + 35, kind: "crates.io token" } : null;
  },
};

/** npm's setting, wherever it is written: `//HOST/:_authToken=VALUE`. */
const npmSetting: BodyRule = {
  anchor: ":_authToken",
  examine: (bytes, at) =>
    valueBehind(
      bytes,
      at,
      /^:_authToken\s{0,9}=\s{0,9}["']?((?=[^\s\d]*\d)[^\s"'$<>{}]{16,300})/,
      "npm registry token",
    ),
};

/** A log-in of a registry, as docker and podman keep it: base64 of USER:PASSWORD. */
const registryLogin: BodyRule = {
  anchor: '"auth":',
  examine(bytes, at) {
    const found = valueBehind(bytes, at, /^"auth":\s{0,9}"([A-Za-z0-9+/]{8,280}={0,2})"/, "registry credentials");
    if (found === null) return null;
    const login = Buffer.from(bytes.toString("latin1", found.start, found.end), "base64").toString("latin1");
    const password = /^[\x20-\x7e]+?:([\x20-\x7e]{4,})$/.exec(login)?.[1];
    return password !== undefined && looksChosen(password) ? found : null;
  },
};

function valueBehind(bytes: Buffer, at: number, pattern: RegExp, kind: string): BodySecret | null {
  const match = pattern.exec(bytes.toString("latin1", at, at + usualReach + 30));
  const value = match?.[1];
  if (match === null || value === undefined || isHarmlessValue(value, "password") || !looksDrawn(value, 2.6))
    return null;
  const start = at + match[0].lastIndexOf(value);
  return { start, end: start + value.length, kind };
}

/** Longest user and password; the host behind them is still within `bytesAhead`. */
const longestUserInfo = 500;
/** Hosts that manuals name. RFC 2606, RFC 6761. */
const sampleHost =
  /^(?:(?:[\w.-]+\.)?(?:example|test|invalid|localhost)(?:\.(?:com|org|net|edu))?|(?:my|your|the|some|db|proxy|ftp|sql|mail|smtp|remote|git)?[-_.]?(?:host|hostname|server|domain|site|machine|proxy|address|foo|bar|box|netloc)(?:\.(?:com|org|net|tld|name|dom))?|host\d?\..*|127\.\d+\.\d+\.\d+|\[?::1\]?|1\.2\.3\.4)$/i;

const address: BodyRule = {
  anchor: "://",
  examine(bytes, at) {
    const sign = userInfoEnd(bytes, at + 3);
    if (sign === null) return null;
    const from = Math.max(0, at - 31);
    const text = bytes.toString("latin1", from, sign + 100);
    const host = /^[\w.-]+|^\[[0-9a-f:]+\]/i.exec(text.slice(sign + 1 - from))?.[0] ?? "";
    if (host === "" || sampleHost.test(host)) return null;
    for (const { start, end, kind } of credentialUrlSpans(text)) {
      if (from + start < at || from + end > sign) continue;
      const value = text.slice(start, end);
      const user = text.slice(at + 3 - from, start - 1);
      const isToken = kind.startsWith("token");
      if (isToken ? !looksDrawn(value) || !/\d/.test(value) : !isPassword(value, user)) return null;
      return { start: from + start, end: from + end, kind };
    }
    return null;
  },
};

/** What a manual writes has neither a digit nor a mark, or repeats the user. */
function isPassword(value: string, user: string): boolean {
  return value !== user && looksChosen(value) && /[^A-Za-z_-]/.test(value) && !/[\\%{}()|*^,;]/.test(value);
}

/** Offset of the `@` of an address whose part behind `://` begins at `from`; null when it has none. */
function userInfoEnd(bytes: Buffer, from: number): number | null {
  const limit = Math.min(bytes.length, from + longestUserInfo);
  for (let at = from; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x40) return at;
    // Blank, quotes, slash, angle brackets, backslash and everything that is not ASCII end it.
    if (
      byte <= 0x22 ||
      byte === 0x27 ||
      byte === 0x2f ||
      byte === 0x3c ||
      byte === 0x3e ||
      byte === 0x5c ||
      byte > 0x7e
    ) {
      return null;
    }
  }
  return null;
}

function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || byte === 0x2d;
}

/** Every rule for the text of a file. */
export const textRules: readonly BodyRule[] = [
  ...keyRules,
  encodedKeyRule,
  webToken,
  telegram,
  crates,
  npmSetting,
  registryLogin,
  address,
  ...tokenPatterns.flatMap(patternRules),
];
