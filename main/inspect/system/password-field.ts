// The password field of passwd(5), group(5) and shadow(5): what it means, and a form of it without the hash.
import type { Account } from "../../../shared/model/facts.ts";

type PasswordState = Account["password"];

/**
 * crypt(5): a hash is `$id$...`, the thirteen characters of DES or `_` and nineteen of BSDi. Whatever else stands there can
 * match no password, so the account is locked; an empty field asks for none.
 */
export function passwordState(field: string): PasswordState {
  if (field === "") return "empty";
  return /^(?:\$[^$:]+\$.+|_[./0-9A-Za-z]{19}|[./0-9A-Za-z]{13})$/.test(field) ? "hashed" : "locked";
}

/** Prefixes of crypt(5), and those that PHP and others brought along. */
const schemes: Readonly<Record<string, string>> = {
  y: "yescrypt",
  gy: "gost-yescrypt",
  "7": "scrypt",
  "2a": "bcrypt",
  "2b": "bcrypt",
  "2x": "bcrypt",
  "2y": "bcrypt",
  "6": "sha512",
  "5": "sha256",
  sha1: "sha1",
  md5: "md5",
  "1": "md5",
  "3": "nt",
  argon2i: "argon2",
  argon2d: "argon2",
  argon2id: "argon2",
};
const standIn = new RegExp(
  `^\\$masked-(${[...new Set([...Object.values(schemes), "des", "unknown"])].join("|")})\\$x$`,
);

/** How the hash in a field was made: `yescrypt`, `sha512` ...; `des` also for BSDi's form of it, `unknown` for others. */
export function hashScheme(field: string): string {
  const kept = standIn.exec(field)?.[1];
  if (kept !== undefined) return kept;
  if (!field.startsWith("$")) return "des";
  const prefix = /^\$([^$,]{1,20})[$,]/.exec(field)?.[1] ?? "";
  return Object.hasOwn(schemes, prefix) ? (schemes[prefix] ?? "unknown") : "unknown";
}

/** A hash where none belongs. */
const misplaced = /^[!*]*\$[^$]+\$./;

/**
 * The lines of an account file with every password field as one of `` (empty), `x` (see shadow), `!` (locked) and a stand-in
 * that counts as hashed and names the scheme: what they mean stays the same, also how many are malformed, and no hash is left, be it behind the
 * `!` of a locked account, in another field (which is emptied), or in a comment.
 */
export function withoutHashes(text: string): string {
  const masked = text.split(/\r?\n/).map((line) => {
    if (line === "") return line;
    if (line.startsWith("#")) return "#";
    const fields = line.split(":");
    if (fields.length === 1) return "?";
    return fields
      .map((field, at) => (at === 1 ? fieldWithoutHash(field) : misplaced.test(field) ? "" : field))
      .join(":");
  });
  return masked.join("\n");
}

function fieldWithoutHash(field: string): string {
  if (field === "" || field === "x") return field;
  return passwordState(field) === "hashed" ? `$masked-${hashScheme(field)}$x` : "!";
}
