// The image's accounts and groups: passwd(5), group(5), shadow(5). What a password field means is kept, never the field.
import type { Account, Group } from "../../../shared/model/facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { passwordState } from "./password-field.ts";

type PasswordState = Account["password"];

const maxAccounts = 10_000;
const maxField = 1000;

export interface Accounts {
  readonly accounts: Account[];
  readonly groups: Group[];
}

/** Accounts and groups in the order of the files. Lines that are none are counted into a limit. */
export function accountsOf(files: ImageFiles): Accounts {
  const passwd = files.text("/etc/passwd", "accounts", "accounts");
  const group = files.text("/etc/group", "accounts", "accounts");
  const shadow = files.text("/etc/shadow", "accounts", "accounts");
  const states = new Map<string, PasswordState>();
  if (shadow !== null) {
    const lines = readLines(files, "/etc/shadow", shadow.content, (fields) =>
      fields.length < 2 || fields[0] === "" ? null : { name: fields[0] ?? "", state: passwordState(fields[1] ?? "") },
    );
    // The first line of a name is the one that counts, as for getpwnam(3).
    for (const { name, state } of lines) if (!states.has(name)) states.set(name, state);
  }
  const accounts =
    passwd === null ? [] : readLines(files, "/etc/passwd", passwd.content, (fields) => accountOf(fields, states));
  const groups = group === null ? [] : readLines(files, "/etc/group", group.content, groupOf);
  return { accounts, groups };
}

function readLines<T>(files: ImageFiles, path: string, text: string, parse: (fields: string[]) => T | null): T[] {
  const found: T[] = [];
  let malformed = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line === "" || line.startsWith("#")) continue;
    const parsed = parse(line.split(":"));
    if (parsed === null) malformed++;
    else if (found.length < maxAccounts) found.push(parsed);
    else {
      files.limits.add("gap", "accounts", path, "inspect.too-many", { path, limit: maxAccounts });
      break;
    }
  }
  if (malformed > 0) {
    files.limits.add("note", "accounts", path, "inspect.malformed-lines", { path, count: malformed });
  }
  return found;
}

function accountOf(fields: readonly string[], states: ReadonlyMap<string, PasswordState>): Account | null {
  const [name = "", password = "", uid = "", gid = "", , home = "", shell = ""] = fields;
  const numbers = [accountNumber(uid), accountNumber(gid)] as const;
  if (fields.length !== 7 || !isName(name) || numbers[0] === null || numbers[1] === null) return null;
  return {
    name,
    uid: numbers[0],
    gid: numbers[1],
    home: home.slice(0, maxField),
    shell: shell.slice(0, maxField),
    password: password === "x" ? (states.get(name) ?? "none") : passwordState(password),
  };
}

function groupOf(fields: readonly string[]): Group | null {
  const [name = "", , gid = "", members = ""] = fields;
  const number = accountNumber(gid);
  if (fields.length !== 4 || !isName(name) || number === null) return null;
  return { name, gid: number, members: members.split(",", 1000).filter((member) => member !== "") };
}

/** Lines of the form `+name` and `-name` ask a directory service and are no accounts of the image. */
function isName(name: string): boolean {
  return name !== "" && name.length <= 256 && !/^[+-]/.test(name);
}

function accountNumber(text: string): number | null {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number <= 0xffff_ffff ? number : null;
}
