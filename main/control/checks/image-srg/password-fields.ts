// The password fields of an image: passwd(5), which should hold `x` alone, and shadow(5). Hashes are not among the facts.
import type { Account } from "../../../../shared/model/facts.ts";
import type { SystemFacts } from "../../../../shared/model/system-facts.ts";

export interface PasswordField {
  readonly name: string;
  readonly password: Account["password"];
  readonly scheme?: string | undefined;
  readonly file: "/etc/shadow" | "/etc/passwd";
}

/**
 * Every field that says something: the lines of shadow, and of passwd those that hold more than a pointer to shadow. An
 * account's state is that of its shadow line where passwd has `x`, so a state which that line does not have is passwd's own.
 */
export function passwordFields(accounts: readonly Account[], shadow: SystemFacts["shadow"]): PasswordField[] {
  const lines = (shadow ?? []).map(({ name, password, scheme }) => ({
    name,
    password,
    scheme,
    file: "/etc/shadow" as const,
  }));
  const stated = new Map<string, PasswordField["password"]>();
  for (const { name, password } of lines) if (!stated.has(name)) stated.set(name, password);
  const own = accounts
    .filter(({ name, password }) => password !== "none" && password !== stated.get(name))
    .map(({ name, password }) => ({ name, password, file: "/etc/passwd" as const }));
  return [...lines, ...own];
}

/** Fields with which someone can log in: a hash to match, or nothing to match at all. */
export function activeFields(fields: readonly PasswordField[]): PasswordField[] {
  return fields.filter(({ password }) => password === "hashed" || password === "empty");
}

/** Whether the image has an account file at all. */
export function hasAccounts(accounts: readonly Account[], shadow: SystemFacts["shadow"]): boolean {
  return accounts.length > 0 || shadow !== null;
}
