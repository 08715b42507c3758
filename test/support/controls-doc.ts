// The parts of docs/CONTROLS.md that are told from the catalogue, the checks and the tables of cases; the rest of it is written
// by hand. A part stands between `<!-- begin NAME -->` and `<!-- end NAME -->`.
import { readdirSync } from "node:fs";
import { checks } from "../../main/control/checks/index.ts";
import { surroundingChecks } from "../../main/control/checks/surroundings.ts";
import type { Control, RuleSet } from "../../shared/model/control.ts";
import { comparedControls, type PeerRow, plainRows } from "./peer-image.ts";
import { peerImages } from "./peer-images.ts";

export type Part = "counts" | "rules" | "exceptions" | "peers";

/** How a rule is answered, in the words of the document. */
const answers = {
  decided: "decided",
  outside: "decided with evidence from outside",
  excluded: "shown not to apply, else manual",
  manual: "manual",
  "not-applicable": "not applicable",
} as const;
type Answer = keyof typeof answers;

interface Told {
  readonly control: Control;
  readonly answer: Answer;
  readonly from: string;
}

/** The facts that each decided control reads. */
function needsByControl(): ReadonlyMap<string, readonly string[]> {
  const all = [...checks, ...surroundingChecks];
  return new Map(all.flatMap(({ decides, needs }) => decides.map((id) => [id, needs] as const)));
}

function told(control: Control, needs: readonly string[] | undefined, { statuses, exceptions }: CaseTables): Told {
  if (needs === undefined) {
    const { status, reason } = control.unchecked ?? { status: "manual", reason: { en: "" } };
    return { control, answer: status, from: reason.en };
  }
  const seen = statuses[control.id];
  const facts = needs.join(", ");
  // A check that no case shows to pass or to fail has evidence for a person, and no verdict of its own.
  if (seen !== undefined && !seen.includes("pass") && !seen.includes("fail")) {
    const why = exceptions[control.id];
    const from = why === undefined ? facts : `${facts}; ${why}`;
    return { control, answer: seen.includes("not-applicable") ? "excluded" : "manual", from };
  }
  return { control, answer: needs.includes("external") ? "outside" : "decided", from: facts };
}

/** The text of every part. */
export function partsOf(rules: readonly RuleSet[], tables: CaseTables): Readonly<Record<Part, string>> {
  const needs = needsByControl();
  const all = rules.map((set) => ({
    set,
    rows: set.controls.map((control) => told(control, needs.get(control.id), tables)),
  }));
  return {
    counts: countsTable(all),
    rules: all.map(({ set, rows }) => rulesTable(set, rows)).join("\n\n"),
    exceptions: table(
      ["control", "why"],
      Object.entries(tables.exceptions).map(([id, why]) => [`\`${id}\``, why]),
    ),
    peers: peersTable(),
  };
}

function countsTable(all: readonly { readonly set: RuleSet; readonly rows: readonly Told[] }[]): string {
  const kinds = Object.keys(answers) as Answer[];
  const count = (rows: readonly Told[], kind: Answer) => String(rows.filter(({ answer }) => answer === kind).length);
  const lines = all.map(({ set, rows }) => [
    `\`${set.id}\` ${set.version}, edition ${set.edition}`,
    String(rows.length),
    ...kinds.map((kind) => count(rows, kind)),
  ]);
  const whole = all.flatMap(({ rows }) => rows);
  const total = ["all", String(whole.length), ...kinds.map((kind) => count(whole, kind))];
  return table(["benchmark", "rules", ...kinds.map((kind) => answers[kind])], [...lines, total]);
}

function rulesTable({ id, title }: RuleSet, rows: readonly Told[]): string {
  const lines = rows.map(({ control, answer, from }) => [
    `\`${control.id.slice(id.length + 1)}\``,
    control.title.en,
    control.scope,
    answers[answer],
    from,
  ]);
  return `### ${title} (\`${id}\`)\n\n${table(["rule", "title", "lies in", "answer", "from what, or why not"], lines)}`;
}

function peersTable(): string {
  const lines = peerImages.flatMap(({ name, rows }) =>
    comparedControls
      .filter((control) => rows[control] !== undefined || Object.keys(rows).length === 0)
      .map((control) => {
        const { bench, dockle, trivy, ours, because }: PeerRow = rows[control] ?? plainRows[control];
        return [name, control, bench, dockle, trivy, ours, because ?? ""];
      }),
  );
  return table(["image", "CIS", "docker-bench", "dockle", "trivy", "Plimsoll", "why another"], lines);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", "\\|").trim()).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What the tables of cases tell of controls. */
export interface CaseTables {
  /** The statuses that the cases of a control expect. */
  readonly statuses: Readonly<Record<string, readonly string[]>>;
  /** Why a control has no passing, failing or unassessed case. */
  readonly exceptions: Readonly<Record<string, string>>;
}

interface CaseModule {
  readonly cases?: Readonly<Record<string, readonly { readonly expect: unknown }[]>>;
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** The tables in test/cases/control/*.ts. */
export async function caseTables(): Promise<CaseTables> {
  const statuses: [string, string[]][] = [];
  const exceptions: [string, string][] = [];
  const names = readdirSync("test/cases/control").filter((file) => file.endsWith(".ts"));
  for (const name of names.map((file) => file.replace(/\.ts$/, "")).sort()) {
    const module = (await import(`../cases/control/${name}.ts`)) as CaseModule;
    for (const [id, cases] of Object.entries(module.cases ?? {}))
      statuses.push([id, [...new Set(cases.map(({ expect }) => String(expect)))]]);
    exceptions.push(...Object.entries(module.exceptions ?? {}));
  }
  return { statuses: Object.fromEntries(statuses), exceptions: Object.fromEntries(exceptions.sort()) };
}

/** The document with the text of a part in its place. Throws where it has no such place. */
export function withPart(document: string, name: Part, text: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/CONTROLS.md has no part ${name}`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}
