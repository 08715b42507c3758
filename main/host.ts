// Who and where: what a report says of the machine and the person. Called by composition roots alone.
import { hostname, release, type, userInfo } from "node:os";
import type { Language } from "../shared/model/phrase.ts";

export interface Host {
  readonly name: string;
  readonly os: string;
  /** The account that ran it. */
  readonly user: string;
}

export function thisHost(): Host {
  return { name: hostname(), os: `${type()} ${release()}`, user: userName() };
}

/** The account's name, or its number where none has it (a container without passwd entry). */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}

/** German for a German locale in the POSIX order of variables, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^de(_|$|\.|-)/i.test(locale) ? "de" : "en";
}
