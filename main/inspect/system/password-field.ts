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

/** A hash where none belongs. */
const misplaced = /^[!*]*\$[^$]+\$./;

/**
 * The lines of an account file with every password field as one of `` (empty), `x` (see shadow), `!` (locked) and a stand-in
 * that counts as hashed: what they mean stays the same, also how many are malformed, and no hash is left, be it behind the
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
  return passwordState(field) === "hashed" ? "$masked$x" : "!";
}
