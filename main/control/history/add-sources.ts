// Where the sources of an ADD step come from. Forms: BuildKit keeps the Dockerfile line, the classic builder writes
// `file:HEX in PATH` or `multi:HEX in PATH` for local sources and the bare digest of what it fetched from an address.
import type { BuildStep } from "./build-step.ts";

export interface AddSource {
  /** `address`: fetched, unbound; `remote`: fetched, address not recorded; `bound`: a checksum or Git; `local`: the context. */
  readonly kind: "address" | "remote" | "bound" | "local";
  readonly source: string;
}

/** The sources of one ADD step, flags and target left out. */
export function addSources({ text, classic }: Pick<BuildStep, "text" | "classic">): AddSource[] {
  const line = text.trim();
  if (classic && /^[0-9a-f]{64} in /.test(line)) return [{ kind: "remote", source: line.slice(0, 12) }];
  if (classic) {
    const [source = ""] = line.split(" in ");
    return wordsOf(source).map((word) => ({ kind: kindOf(word, false), source: shown(word) }));
  }
  const words = wordsOf(line);
  const flags = words.filter((word) => word.startsWith("--"));
  const bound = flags.some((flag) => /^--checksum=\S/.test(flag));
  const places = words.filter((word) => !word.startsWith("--"));
  const sources = places.length > 1 ? places.slice(0, -1) : places;
  return sources.map((source) => ({ kind: kindOf(source, bound), source: shown(source) }));
}

function kindOf(source: string, bound: boolean): AddSource["kind"] {
  if (/^(?:git@|git:\/\/|ssh:\/\/)/i.test(source) || /^https?:\/\/[^?]*\.git(?:[#?]|$)/i.test(source)) return "bound";
  if (/^(?:https?|ftp):\/\//i.test(source)) return bound ? "bound" : "address";
  return "local";
}

/** The words of a shell-form line, or the strings of the JSON form behind its flags. */
function wordsOf(line: string): string[] {
  const [, flags = "", rest = ""] = /^((?:--\S+\s+)*)([\s\S]*)$/.exec(line) ?? [];
  const before = flags.split(/\s+/).filter(Boolean);
  if (rest.startsWith("[")) {
    try {
      const parsed: unknown = JSON.parse(rest);
      if (Array.isArray(parsed)) return [...before, ...parsed.map(String)];
    } catch {
      // A path may begin with a bracket: then it is the shell form.
    }
  }
  return [...before, ...rest.split(/\s+/).filter(Boolean)];
}

function shown(source: string): string {
  return source.length > 160 ? `${source.slice(0, 160)}…` : source;
}
