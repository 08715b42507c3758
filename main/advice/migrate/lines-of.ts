// The lines of an instruction as the file has them, and the comment that stands right above it.
import type { DockerfileText, Instruction } from "./read-dockerfile.ts";

/** Without line ends. */
export function linesOf({ lines }: DockerfileText, { first, last }: Instruction): string[] {
  return lines.slice(first, last + 1).map((line) => line.replace(/\r?\n$/, ""));
}

/** The first line of the comment block directly above, the instruction's own first line where there is none. */
export function commentAbove({ lines, stages }: DockerfileText, { first }: Instruction): number {
  const floor = (stages[0]?.from.last ?? 0) + 1;
  let at = first;
  while (at - 1 >= floor && /^\s*#/.test(lines[at - 1] ?? "")) at--;
  return at;
}
