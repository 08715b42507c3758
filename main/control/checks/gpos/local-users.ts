// Who could log in by the account files of an image. The profile asks that no line of /etc/shadow follows that of `nobody`;
// where a distribution puts its system accounts behind it, these are told apart by their UID (login.defs(5), UID_MIN).
import type { Account } from "../../../../shared/model/facts.ts";
import type { ShadowEntry } from "../../../../shared/model/system-facts.ts";

/** UIDs from here on belong to people on Debian, Alpine and the rpm distributions; `nobody` is the exception. */
const firstPersonalUid = 1000;
const nobodyUid = 65_534;

export interface LocalUser {
  readonly name: string;
  /** Null where only /etc/shadow names it. */
  readonly uid: number | null;
  readonly why: "second-root" | "password" | "personal" | "unknown";
}

/**
 * Accounts that are local users: another one with UID 0, any with a usable password, those in the range of people that stand
 * in /etc/shadow, and lines of /etc/shadow behind `nobody` that have no account. `root`, system accounts without a password,
 * and service identities without a line in /etc/shadow (such as `nonroot`) are none.
 */
export function localUsers(accounts: readonly Account[], shadow: readonly ShadowEntry[] | null): LocalUser[] {
  const lines = shadow ?? [];
  const listed = new Set(lines.map(({ name }) => name));
  const named = new Set(accounts.map(({ name }) => name));
  const nobody = lines.findIndex(({ name }) => name === "nobody");
  const users = accounts.flatMap((account): LocalUser[] => {
    const why = account.name === "root" ? null : reasonFor(account, listed.has(account.name));
    return why === null ? [] : [{ name: account.name, uid: account.uid, why }];
  });
  const unknown = lines
    .filter(({ name }, index) => nobody >= 0 && index > nobody && !named.has(name))
    .map(({ name }): LocalUser => ({ name, uid: null, why: "unknown" }));
  return [...users, ...unknown];
}

function reasonFor({ uid, password }: Account, isListed: boolean): LocalUser["why"] | null {
  if (uid === 0) return "second-root";
  if (password === "hashed" || password === "empty") return "password";
  return uid >= firstPersonalUid && uid !== nobodyUid && isListed ? "personal" : null;
}

export interface UsablePassword {
  readonly name: string;
  readonly file: "/etc/shadow" | "/etc/passwd";
  readonly kind: "hashed" | "empty";
  /** How the hash was made, where that is known. */
  readonly scheme?: string;
}

/** Every account that a password, or none at all, lets in: by its line in /etc/shadow, else by its field in /etc/passwd. */
export function usablePasswords(accounts: readonly Account[], shadow: readonly ShadowEntry[] | null): UsablePassword[] {
  const inShadow = (shadow ?? []).flatMap(({ name, password, scheme }): UsablePassword[] => {
    if (password !== "hashed" && password !== "empty") return [];
    const known = scheme === undefined ? {} : { scheme };
    return [{ name, file: "/etc/shadow", kind: password, ...known }];
  });
  const listed = new Set((shadow ?? []).map(({ name }) => name));
  const inPasswd = accounts.flatMap(({ name, password }): UsablePassword[] =>
    !listed.has(name) && (password === "hashed" || password === "empty")
      ? [{ name, file: "/etc/passwd", kind: password }]
      : [],
  );
  return [...inShadow, ...inPasswd];
}
