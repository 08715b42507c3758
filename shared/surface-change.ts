// Two attack surfaces side by side: what a move to another image brings, in rows and in one sentence ("94 % smaller, no shell,
// 3 instead of 212 packages"). What one side does not know is not compared, and that is said.
import type { Surface } from "./model/hardened.ts";
import type { Language, Phrase } from "./model/phrase.ts";
import type { surfacePhrases } from "./wording/phrases/surface.ts";
import { phrase, say } from "./wording/say.ts";

export type SurfaceMeasure =
  | "size"
  | "shells"
  | "packageManagers"
  | "interpreters"
  | "packages"
  | "files"
  | "setuid"
  | "writable"
  | "root"
  | "ports";

/** As an image shows it, or as far as a source states it; what is left out is unknown. */
export type SurfaceProfile = { readonly [Part in keyof Surface]?: Surface[Part] | undefined };

export interface SurfaceRow {
  readonly measure: SurfaceMeasure;
  /** A count, bytes, whether it is root, or the names themselves; null = not known. */
  readonly before: number | boolean | readonly string[] | null;
  readonly after: number | boolean | readonly string[] | null;
  /** `smaller` = less to attack. Other ports than before are `other`. */
  readonly change: "smaller" | "larger" | "same" | "other" | "unknown";
  /** The piece of the sentence; absent where nothing changed or nothing is known. */
  readonly phrase?: Phrase;
}

export interface SurfaceChange {
  /** Each measure once, the telling ones first. */
  readonly rows: readonly SurfaceRow[];
  /** What changed, in the order of the rows; last what cannot be compared. One phrase at least. */
  readonly summary: readonly Phrase[];
}

type Key = keyof typeof surfacePhrases;
const words = (key: Key, params?: Phrase["params"]): Phrase => phrase(key, params);

/** From `before` to `after`. Pure; the same surfaces give the same rows in the same order. */
export function compareSurfaces(before: SurfaceProfile, after: SurfaceProfile): SurfaceChange {
  const rows: readonly SurfaceRow[] = [
    sizeRow(sizeOf(before), sizeOf(after)),
    ...programs.map(({ measure, none, added, other }) => {
      const [from, to] = [programsOf(before, measure), programsOf(after, measure)];
      return row(measure, from, to, () => {
        if (to?.length === 0) return words(none);
        if (from?.length === 0) return words(added, { names: short(to ?? []) });
        return words(other, { before: from?.length ?? 0, after: to?.length ?? 0 });
      });
    }),
    countRow("packages", packagesOf(before), packagesOf(after), "surface.packages", "surface.no-packages"),
    countRow("files", filesOf(before, "files"), filesOf(after, "files"), "surface.files", null),
    countRow("setuid", filesOf(before, "setuid"), filesOf(after, "setuid"), "surface.setuid", "surface.no-setuid"),
    countRow("writable", writableOf(before), writableOf(after), "surface.writable", "surface.no-writable"),
    row("root", before.root ?? null, after.root ?? null, () =>
      words(after.root === true ? "surface.now-root" : "surface.not-root"),
    ),
    portsRow(before.ports ?? null, after.ports ?? null),
  ];
  // The number of files says little beside the size.
  const said = rows.flatMap(({ measure, phrase: said }) => (said === undefined || measure === "files" ? [] : [said]));
  const unknown = rows.filter(({ change }) => change === "unknown").map(({ measure }) => names[measure]);
  const all = [...said, ...(unknown.length === 0 ? [] : [unknownPhrase(unknown)])];
  return { rows, summary: all.length === 0 ? [words("surface.same")] : all };
}

function unknownPhrase(unknown: readonly (typeof names)[SurfaceMeasure][]): Phrase {
  const of = (key: "what.en" | "what.de") => unknown.map((each) => each[key]).join(", ");
  return words("surface.unknown", { "what.en": of("what.en"), "what.de": of("what.de") });
}

/** The summary as one sentence without a full stop. */
export function saySurfaceChange({ summary }: SurfaceChange, language: Language): string {
  return summary.map((each) => say(each, language)).join(", ");
}

const programs = [
  {
    measure: "shells",
    none: "surface.no-shell",
    added: "surface.new-shell",
    other: "surface.shells",
  },
  {
    measure: "packageManagers",
    none: "surface.no-package-manager",
    added: "surface.new-package-manager",
    other: "surface.package-managers",
  },
  {
    measure: "interpreters",
    none: "surface.no-interpreter",
    added: "surface.new-interpreter",
    other: "surface.interpreters",
  },
] as const;

/** An empty list of a surface that does not say what was read may be one that nobody filled: unknown. */
function programsOf(surface: SurfaceProfile, measure: (typeof programs)[number]["measure"]): readonly string[] | null {
  const list = surface[measure];
  if (list === undefined || surface.unread?.includes("programs") === true) return null;
  return list.length === 0 && surface.unread === undefined ? null : list;
}

function packagesOf({ packages, unread }: SurfaceProfile): number | null {
  return packages === undefined || unread?.includes("packages") === true ? null : packages;
}

function filesOf(surface: SurfaceProfile, measure: "files" | "setuid"): number | null {
  const count = surface[measure];
  return count === undefined || surface.unread?.includes("files") === true ? null : count;
}

function sizeOf({ size, unread }: SurfaceProfile): number | null {
  return size === undefined || unread?.includes("files") === true ? null : size;
}

function writableOf({ writable }: SurfaceProfile): number | null {
  return writable?.everyone ?? null;
}

type Value = number | boolean | readonly string[];

function row(measure: SurfaceMeasure, before: Value | null, after: Value | null, changed: () => Phrase): SurfaceRow {
  if (before === null || after === null) {
    return { measure, before, after, change: "unknown" };
  }
  const difference = amount(after) - amount(before);
  if (difference === 0) return { measure, before, after, change: "same" };
  return { measure, before, after, change: difference < 0 ? "smaller" : "larger", phrase: changed() };
}

function countRow(
  measure: SurfaceMeasure,
  before: number | null,
  after: number | null,
  other: Key,
  none: Key | null,
): SurfaceRow {
  return row(measure, before, after, () =>
    after === 0 && none !== null ? words(none) : words(other, { before: before ?? 0, after: after ?? 0 }),
  );
}

/** In whole percent, less than half of one being the same; what is not empty never becomes "100 % smaller". */
function sizeRow(before: number | null, after: number | null): SurfaceRow {
  if (before === null || after === null) return { measure: "size", before, after, change: "unknown" };
  const difference = Math.abs(after - before);
  if (difference * 200 < Math.max(before, after) || difference === 0) {
    return { measure: "size", before, after, change: "same" };
  }
  const change = after > before ? "larger" : "smaller";
  // Of nothing there is no percentage.
  if (before === 0) return { measure: "size", before, after, change };
  const percent = Math.max(1, Math.round((difference / before) * 100));
  const said =
    change === "larger"
      ? words("surface.larger", { percent })
      : words("surface.smaller", { percent: after > 0 ? Math.min(percent, 99) : percent });
  return { measure: "size", before, after, change, phrase: said };
}

/** Ports differ by name: as many others are no sameness. */
function portsRow(before: readonly string[] | null, after: readonly string[] | null): SurfaceRow {
  if (before === null || after === null) return row("ports", before, after, () => words("surface.same"));
  const opened = after.filter((port) => !before.includes(port));
  const closed = before.filter((port) => !after.includes(port));
  if (opened.length + closed.length === 0) return { measure: "ports", before, after, change: "same" };
  if (opened.length === 0) {
    return {
      measure: "ports",
      before,
      after,
      change: "smaller",
      phrase: words("surface.ports-closed", listed(closed)),
    };
  }
  const change = closed.length === 0 ? "larger" : "other";
  return { measure: "ports", before, after, change, phrase: words("surface.ports-opened", listed(opened)) };
}

function amount(value: Value): number {
  return typeof value === "object" ? value.length : Number(value);
}

function listed(list: readonly string[]): { readonly names: string } {
  return { names: short(list) };
}

/** The first few, and how many more there are. */
function short(list: readonly string[]): string {
  const first = list.slice(0, 3).join(", ");
  return list.length > 3 ? `${first}, +${list.length - 3}` : first;
}

/** What a measure is called where it cannot be compared. */
const names: Readonly<Record<SurfaceMeasure, { readonly "what.en": string; readonly "what.de": string }>> = {
  size: { "what.en": "size", "what.de": "Größe" },
  shells: { "what.en": "shells", "what.de": "Shells" },
  packageManagers: { "what.en": "package managers", "what.de": "Paketmanager" },
  interpreters: { "what.en": "interpreters", "what.de": "Interpreter" },
  packages: { "what.en": "packages", "what.de": "Pakete" },
  files: { "what.en": "number of files", "what.de": "Zahl der Dateien" },
  setuid: { "what.en": "setuid files", "what.de": "setuid-Dateien" },
  writable: { "what.en": "writable paths", "what.de": "beschreibbare Pfade" },
  root: { "what.en": "user", "what.de": "Benutzer" },
  ports: { "what.en": "ports", "what.de": "Ports" },
};
