// A unified diff as patch(1) and git apply read it: three lines of context, `a/` and `b/` before the name.
// Format: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html; names quoted as git does.
import type { Change } from "./edit.ts";

const context = 3;

/** The diff of the file `name` (no folders) for `changes` in its order; "" where there are none. */
export function unifiedDiff(name: string, lines: readonly string[], changes: readonly Change[]): string {
  if (changes.length === 0) return "";
  const out = [`--- ${quoted(`a/${name}`)}\n`, `+++ ${quoted(`b/${name}`)}\n`];
  let shift = 0;
  for (const group of grouped(changes)) {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    const start = Math.max(0, first.at - context);
    const end = Math.min(lines.length, last.at + last.before.length + context);
    const body: string[] = [];
    let next = start;
    for (const { at, before, after } of group) {
      body.push(...lines.slice(next, at).map((line) => marked(" ", line)));
      body.push(...before.map((line) => marked("-", line)), ...after.map((line) => marked("+", line)));
      next = at + before.length;
    }
    body.push(...lines.slice(next, end).map((line) => marked(" ", line)));
    const grown = group.reduce((sum, { before, after }) => sum + after.length - before.length, 0);
    const length = end - start;
    out.push(`@@ -${span(start, length)} +${span(start + shift, length + grown)} @@\n`, ...body);
    shift += grown;
  }
  return out.join("");
}

/** Changes whose contexts touch share a hunk. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (change.at - end <= 2 * context) groups.at(-1)?.push(change);
    else groups.push([change]);
    end = change.at + change.before.length;
  }
  return groups;
}

/** An empty span is named by the line before it. */
function span(start: number, length: number): string {
  const line = length === 0 ? start : start + 1;
  return length === 1 ? String(line) : `${line},${length}`;
}

function marked(mark: string, line: string): string {
  return line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Names with quotes, backslashes or control characters in C quotes; one with a space gets a tab at its end. */
function quoted(name: string): string {
  if (!/["\\\u0000-\u001f\u007f]/.test(name)) return name.includes(" ") ? `${name}\t` : name;
  const inside = name.replace(/["\\\u0000-\u001f\u007f]/g, (one) =>
    one === '"' || one === "\\" ? `\\${one}` : `\\${one.charCodeAt(0).toString(8).padStart(3, "0")}`,
  );
  return `"${inside}"`;
}
