// Lines of settings files that a rule asks for: `umask` of log-in shells (login.defs(5), bash(1)). The texts have lost their
// secrets when they were read.
import type { SettingLine } from "../../../shared/model/system-facts.ts";
import type { ImageFile, ImageFiles } from "../layer/image-files.ts";

const maxLength = 300;
/** Lines of one kind. */
export const maxLines = 500;

const shells = ["/etc/profile", "/etc/bash.bashrc", "/etc/bashrc"];
/** `UMASK 022`. */
const setting = /^\s*UMASK\s+\S/;
/** The command, at the beginning or behind another one, with a mode. */
const command = /(?:^|[;&|({]|\b(?:then|else|do))\s*umask\s+(?!-S\s*$)[^#\s]/;

/** Lines that set a umask, by path and number. */
export function umaskLines(files: ImageFiles): SettingLine[] {
  const found: SettingLine[] = [];
  const read = (path: string, pattern: RegExp) => {
    const file = files.text(path, "system", "settings");
    if (file !== null) found.push(...matchingLines(path, file, pattern));
  };
  read("/etc/login.defs", setting);
  const parts = files.list("/etc/profile.d", "system").filter((path) => path.endsWith(".sh"));
  for (const path of [...shells, ...parts]) read(path, command);
  return inOrder(found, files, "umask");
}

function matchingLines(path: string, { content, layer }: ImageFile<string>, pattern: RegExp): SettingLine[] {
  return content.split(/\r?\n/).flatMap((text, at) =>
    // Longer lines are no settings, and would make an expression slow.
    text.length <= 4096 && !text.trimStart().startsWith("#") && pattern.test(text)
      ? [settingLine(path, at + 1, text, layer)]
      : [],
  );
}

/** A line in the form of the facts, `number` from 1. */
export function settingLine(path: string, number: number, text: string, layer: number): SettingLine {
  return { path, line: number, text: text.trim().slice(0, maxLength), layer };
}

/** By path and number; more than a bound is a note, since those that are listed say enough. */
export function inOrder(lines: SettingLine[], files: ImageFiles, what: string): SettingLine[] {
  lines.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  if (lines.length > maxLines) {
    files.limits.add("note", "system", what, "inspect.too-many", { path: what, limit: maxLines });
  }
  return lines.slice(0, maxLines);
}
