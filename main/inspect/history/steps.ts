// Which build step made which layer. The history names all steps from the first on; those without `empty_layer` made one
// layer each, in order (OCI image specification, "config", history).
import type { HistoryEntry } from "../../../shared/model/facts.ts";
import type { Limits } from "../limit.ts";

export interface Steps {
  /** The history, each entry that made a layer with its number. */
  readonly history: HistoryEntry[];
  /** By layer: the step as a person would write it; null where that is not known. */
  readonly stepOfLayer: readonly (string | null)[];
}

const maxStep = 2000;
const buildkitMark = "# buildkit";

/** Matches history and layers by count alone, the only thing there is; where it differs, no layer gets a step. */
export function stepsOf(history: readonly HistoryEntry[], layers: number, limits: Limits): Steps {
  const steps = history.filter((entry) => !entry.emptyLayer).length;
  if (steps !== layers) {
    if (history.length === 0) limits.add("note", "history", "history", "inspect.no-history");
    else limits.add("note", "history", "history", "inspect.history-mismatch", { steps, layers });
    return { history: [...history], stepOfLayer: Array.from({ length: layers }, () => null) };
  }
  const stepOfLayer: string[] = [];
  const numbered = history.map((entry) => {
    if (entry.emptyLayer) return entry;
    const layer = stepOfLayer.length;
    stepOfLayer.push(stepText(entry));
    return { ...entry, layer };
  });
  return { history: numbered, stepOfLayer };
}

/** Instructions that make a layer, in whatever case the Dockerfile had them: builders keep its lines. */
const making = /^(?:add|copy|run|workdir)(?=\s)/i;

/**
 * The instruction in capitals and without the builders' wrapping: `/bin/sh -c #(nop) ` of the classic builder before what is no RUN,
 * `/bin/sh -c ` before what is one, `# buildkit` at the end, `|2 A=1 B=2 ` for build arguments.
 */
export function stepText(entry: Pick<HistoryEntry, "createdBy" | "comment">): string {
  const raw = entry.createdBy.trim();
  const text = withoutMark(raw)
    .replace(making, (word) => word.toUpperCase())
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, "")
    // Values may hold blanks, masked ones always do: where a shell follows, it says where they end.
    .replace(/^(?:RUN )?\|\d+ [\s\S]*? (?=\/\S*sh )/, "RUN ")
    .replace(/^(?:RUN )?\|\d+ (?:[A-Za-z_][A-Za-z0-9_]*=(?:<secret: [^<>]*>|\S)* )*/, "RUN ")
    .replace(/^(?:RUN )?\/bin\/sh -c /, "RUN ")
    .trim();
  const said = text === "" ? (entry.comment ?? "").trim() : text;
  return said.length > maxStep ? `${said.slice(0, maxStep)}…` : said;
}

/** By hand: an expression for "blanks, then the mark, then the end" tries every blank of a long run of them. */
function withoutMark(text: string): string {
  if (!text.endsWith(buildkitMark)) return text;
  const before = text.slice(0, -buildkitMark.length);
  const bare = before.trimEnd();
  return bare === before ? text : bare;
}
