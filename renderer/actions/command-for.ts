// The command line that does what the window is about to do.
import type { SourceSpec } from "../../shared/model/source-spec.ts";

/** `plimsoll audit …` for these images of a source (null = all). Names that a shell could misread are left to the id. */
export function commandFor(
  source: SourceSpec,
  images: readonly { readonly id: string; readonly references: readonly string[] }[] | null,
): string {
  const names = (images ?? []).map(({ id, references }) => references.find((name) => isPlain(name)) ?? quoted(id));
  return ["plimsoll", "audit", ...names, ...sourceOptions(source)].join(" ");
}

function isPlain(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._:/@+-]*$/.test(name);
}

/** Single quotes keep everything but themselves. */
function quoted(text: string): string {
  return isPlain(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function sourceOptions(source: SourceSpec): string[] {
  switch (source.kind) {
    case "engine":
      return [
        ...(source.context === undefined ? [] : ["--context", quoted(source.context)]),
        ...(source.url === undefined ? [] : ["--engine", quoted(source.url)]),
        ...(source.insecure === true ? ["--insecure"] : []),
      ];
    case "archive":
      return ["--archive", quoted(source.path)];
    case "layout":
      return ["--layout", quoted(source.path)];
    case "sample":
      return ["--sample"];
  }
}
