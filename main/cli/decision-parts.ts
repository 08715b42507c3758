// What the table of `plimsoll audit` says of people's decisions: waived and answered controls with their severity and
// status, and which waivers and answers were not in effect, and why.
import type { AuditRun } from "../../shared/model/audit.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import {
  answerStateWords,
  answerText,
  waivedWord,
  waiverStateWords,
  waiverText,
} from "../../shared/wording/decisions.ts";
import { say } from "../../shared/wording/say.ts";
import { severityWords, statusWords, subjectWords } from "../../shared/wording/status.ts";
import { textTable } from "./table.ts";

const words = {
  waived: { en: "Waived", de: "Ausgenommen" },
  answered: { en: "Answered by people", de: "Von Personen beantwortet" },
  idle: { en: "Waivers and answers without effect", de: "Ausnahmen und Antworten ohne Wirkung" },
  policy: { en: "policy", de: "Richtlinie" },
  waiver: { en: "waiver", de: "Ausnahme" },
  answer: { en: "answer", de: "Antwort" },
} as const satisfies Record<string, Record<Language, string>>;

/** The parts that there is something to say in, each with its heading. */
export function decisionParts(run: AuditRun, language: Language): string[] {
  const all: (readonly [string, Finding])[] = [
    ...run.images.flatMap(({ image, findings }) => findings.map((one) => [displayName(image), one] as const)),
    ...run.subjects.flatMap(({ subject, findings }) =>
      findings.map((one) => [`${subjectWords[subject.kind][language]} ${subject.name}`, one] as const),
    ),
  ];
  const waived = all.flatMap(([name, { control, severity, waiver }]) =>
    waiver === undefined
      ? []
      : [
          [
            plainText(name, 60),
            control,
            severityWords[severity][language],
            waivedWord(waiver, language),
            waiverText(waiver, language),
          ],
        ],
  );
  const answered = all.flatMap(([name, { control, status, answer }]) =>
    answer === undefined
      ? []
      : [[plainText(name, 60), control, statusWords[status][language], answerText(answer, language)]],
  );
  return [
    part(words.waived[language], waived),
    part(words.answered[language], answered),
    part(words.idle[language], idleRows(run, language)),
  ].flat();
}

/** The policy of the run, for the line that says what was judged by; empty where there is none. */
export function policyText({ policy }: AuditRun, language: Language): string {
  return policy === undefined
    ? ""
    : ` · ${words.policy[language]} ${plainText(policy.name, 60)} (${policy.digest.slice(7, 19)})`;
}

function idleRows({ waivers, answers }: AuditRun, language: Language): string[][] {
  const row = (kind: "waiver" | "answer", { id, control, phrase }: Use, state: string): string[] => [
    words[kind][language],
    plainText(id.slice(0, 13)),
    control,
    state,
    phrase === undefined ? "" : say(phrase, language),
  ];
  return [
    ...(waivers?.uses ?? [])
      .filter(({ state }) => state !== "applies")
      .map((use) => row("waiver", use, waiverStateWords[use.state][language])),
    ...(waivers?.hygiene ?? []).flatMap(({ kind, waivers: ids, phrase }) =>
      kind === "matches-nothing"
        ? ids.map((id) =>
            row("waiver", { id, control: controlOf(waivers, id), phrase }, waiverStateWords.applies[language]),
          )
        : [],
    ),
    ...(answers?.uses ?? [])
      .filter(({ state }) => state !== "applied")
      .map((use) => row("answer", use, answerStateWords[use.state][language])),
  ];
}
type Use = Pick<NonNullable<AuditRun["waivers"]>["uses"][number], "id" | "control" | "phrase">;

function controlOf(waivers: AuditRun["waivers"], id: string): string {
  return waivers?.uses.find((use) => use.id === id)?.control ?? "";
}

function part(title: string, rows: readonly (readonly string[])[]): string[] {
  const head = rows[0]?.map(() => "") ?? [];
  return rows.length === 0 ? [] : [`${title}\n${textTable(head, rows).replace(/^\s*\n/, "")}`];
}
