// What `plimsoll audit --from` prints: what the stored audit was judged by and what it is judged by now, then every verdict
// that changed with its causes, then the counts.
import type { RuleSet } from "../../shared/model/control.ts";
import { type Status, statuses } from "../../shared/model/finding.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { Cause, ChangeCause, RejudgedChange, Rejudgement } from "../../shared/model/rejudgement.ts";
import { plainText } from "../../shared/plain-text.ts";
import { countStatuses } from "../../shared/summary.ts";
import { lifecycleWords, statusWords } from "../../shared/wording/status.ts";
import { textTable } from "./table.ts";

const words = {
  judged: { en: "judged again", de: "neu beurteilt" },
  before: { en: "before", de: "vorher" },
  now: { en: "now", de: "jetzt" },
  day: { en: "as of", de: "Stand" },
  rules: { en: "rules", de: "Regeln" },
  data: { en: "data", de: "Daten" },
  policy: { en: "policy", de: "Richtlinie" },
  facts: { en: "facts version", de: "Faktenversion" },
  none: { en: "nothing changed", de: "nichts hat sich geändert" },
  changed: { en: "changed", de: "geändert" },
  support: { en: "support", de: "Support" },
  perhaps: { en: "perhaps because of", de: "mögliche Ursache:" },
  because: { en: "because of", de: "Ursache:" },
} as const satisfies Record<string, Record<Language, string>>;

const causeWords: Readonly<Record<ChangeCause, Record<Language, string>>> = {
  rules: { en: "the rule set", de: "Regelwerk" },
  day: { en: "the day", de: "Tag" },
  data: { en: "the data", de: "Daten" },
  policy: { en: "the policy", de: "Richtlinie" },
  entitlements: { en: "what was bought", de: "gekaufter Support" },
  waiver: { en: "a waiver", de: "Ausnahme" },
  answer: { en: "a person's answer", de: "Antwort eines Menschen" },
  "facts-version": { en: "facts too old", de: "zu alte Fakten" },
  "facts-not-kept": { en: "facts not kept", de: "nicht aufbewahrte Fakten" },
  tool: { en: "Plimsoll's version", de: "Plimsoll-Version" },
};

/** The whole answer as text for a terminal. `rules` are those judged by now. */
export function rejudgementText(answer: Rejudgement, rules: readonly RuleSet[], language: Language): string {
  const titles = new Map(rules.flatMap((set) => set.controls.map((control) => [control.id, control.title[language]])));
  const parts = [
    textTable([words.judged[language], words.before[language], words.now[language]], inputs(answer, language)),
  ];
  const names = new Map(answer.changes.map(({ subject }) => [`${subject.kind} ${subject.id}`, subject]));
  for (const [key, subject] of names) {
    const changes = answer.changes.filter((change) => `${change.subject.kind} ${change.subject.id}` === key);
    parts.push(
      [plainText(subject.name, 80), ...changes.flatMap((change) => lines(change, titles, language))].join("\n"),
    );
  }
  const support = answer.lifecycle.map(({ subject, component, before, after }) => {
    const word = (status: typeof before) => (status === null ? "–" : lifecycleWords[status][language]);
    return `${words.support[language]}  ${plainText(subject.name, 60)}, ${plainText(component, 60)}: ${word(before)} -> ${word(after)}`;
  });
  if (support.length > 0) parts.push(support.join("\n"));
  if (answer.changes.length === 0 && support.length === 0) parts.push(words.none[language]);
  const { run } = answer;
  const counts = countStatuses([...run.images, ...run.subjects].flatMap(({ findings }) => findings));
  const total = statuses.map((status) => `${counts[status]} ${statusWords[status][language]}`).join(", ");
  parts.push(`${answer.changes.length} ${words.changed[language]} · ${total}`);
  return `${parts.join("\n")}\n`;
}

function lines(change: RejudgedChange, titles: ReadonlyMap<string, string>, language: Language): string[] {
  const word = (status: Status | null) => (status === null ? "–" : statusWords[status][language]);
  const title = plainText(titles.get(change.control) ?? change.title, 80);
  return [
    `  ${change.control}  ${word(change.before)} -> ${word(change.after)}  ${title}`,
    ...change.causes.map((cause) => `    ${causeText(cause, language)}`),
  ];
}

function causeText({ kind, before, after, certain }: Cause, language: Language): string {
  const lead = (certain ? words.because : words.perhaps)[language];
  return `${lead} ${causeWords[kind][language]}: ${plainText(before, 60)} -> ${plainText(after, 60)}`;
}

function inputs({ from, run }: Rejudgement, language: Language): string[][] {
  const ids = [...new Set([...from.rules, ...run.rules].map(({ benchmark }) => benchmark))];
  const version = (sets: Rejudgement["from"]["rules"], id: string) =>
    sets.find(({ benchmark }) => benchmark === id)?.version ?? "–";
  return [
    [words.day[language], from.on, run.on],
    ...ids.map((id) => [
      `${words.rules[language]} ${plainText(id, 40)}`,
      version(from.rules, id),
      version(run.rules, id),
    ]),
    [`${words.data[language]} lifecycle`, from.data.lifecycle.date, run.data.lifecycle.date],
    [`${words.data[language]} hardened`, from.data.hardened.date, run.data.hardened.date],
    [words.policy[language], plainText(from.policy?.name ?? "–", 40), plainText(run.policy?.name ?? "–", 40)],
    ["Plimsoll", from.tool.version, run.tool.version],
    [words.facts[language], from.factsVersions.join(", "), from.factsVersions.join(", ")],
  ];
}
