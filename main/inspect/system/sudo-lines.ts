// Which lines of sudoers excuse from the password: sudoers(5). Files that it includes are read as well, each once, inside the
// image alone.
import type { SettingLine } from "../../../shared/model/system-facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { childPath } from "../layer/view-node.ts";
import { inOrder, settingLine } from "./setting-lines.ts";

/** Where sudo of the distributions looks, whether or not the main file names the folder. */
const mainFile = "/etc/sudoers";
const mainFolder = "/etc/sudoers.d";
const maxFiles = 500;

/** `NOPASSWD` as a tag, `!authenticate` as an option, each a word of its own. */
const excuses = /(?:^|[^A-Za-z_])NOPASSWD\s*:|!\s*authenticate(?![A-Za-z_])/;
const include = /^[@#](include|includedir)\s+("[^"]+"|\S+)/;

/** Logical lines by path and number of their first line. Files that are not followed become notes on `system`. */
export function sudoWithoutPassword(files: ImageFiles): SettingLine[] {
  const found: SettingLine[] = [];
  const seen = new Set<string>();
  const pending = [...partsOf(files, mainFolder), mainFile];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    if (seen.size === maxFiles) {
      files.limits.add("gap", "system", path, "inspect.too-many", { path: mainFolder, limit: maxFiles });
      break;
    }
    seen.add(path);
    const file = files.text(path, "system", "settings");
    if (file === null) continue;
    for (const { number, text } of logicalLines(file.content)) {
      const [, kind, quoted = ""] = include.exec(text) ?? [];
      const target = quoted.replaceAll('"', "");
      const place = target.startsWith("/") ? target : childPath(folderOf(path), target);
      if (kind === undefined) {
        if (excuses.test(ruleOf(text))) found.push(settingLine(path, number, text, file.layer));
      } else if (target.includes("%")) {
        // `%h` is the name of the host that the file is read on.
        files.limits.add("note", "system", path, "inspect.include-not-read", { path, target: target.slice(0, 200) });
      } else pending.push(...(kind === "includedir" ? partsOf(files, place) : [place]));
    }
  }
  return inOrder(found, files, mainFile);
}

/** sudo passes over names with a dot and over backups of editors. */
function partsOf(files: ImageFiles, folder: string): string[] {
  return files.list(folder, "system").filter((path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return !name.includes(".") && !name.endsWith("~");
  });
}

/** The line without its comment: `#` begins one, but for `#1000`, which is a user's number. */
function ruleOf(text: string): string {
  const at = /(?:^|\s)#(?!\d)/.exec(text)?.index;
  return at === undefined ? text : text.slice(0, at);
}

/** Lines with those that a backslash continues. */
function logicalLines(content: string): { number: number; text: string }[] {
  const lines: { number: number; text: string }[] = [];
  let parts: string[] = [];
  let number = 1;
  for (const [at, line] of content.split(/\r?\n/).entries()) {
    if (parts.length === 0) number = at + 1;
    const isContinued = line.endsWith("\\");
    parts.push(isContinued ? line.slice(0, -1) : line);
    if (isContinued) continue;
    lines.push({ number, text: parts.join(" ").trim() });
    parts = [];
  }
  if (parts.length > 0) lines.push({ number, text: parts.join(" ").trim() });
  return lines;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}
