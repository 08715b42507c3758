// The table that `plimsoll audit` prints: an image a row with all six counts, then what failed, then what to know.

import type { Audit, AuditedSubject, AuditRun, StatusCounts } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import { type Evidence, type Finding, statuses } from "../../shared/model/finding.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import { countStatuses } from "../../shared/summary.ts";
import { isWaived } from "../../shared/waived.ts";
import { layerText } from "../../shared/wording/layer-owner.ts";
import { say } from "../../shared/wording/say.ts";
import { lifecycleWords, severityWords, statusWords, subjectWords } from "../../shared/wording/status.ts";
import { decisionParts, policyText } from "./decision-parts.ts";
import { sizeText } from "./format.ts";
import { textTable } from "./table.ts";
import { vulnerabilityParts } from "./vulnerability-text.ts";

const words = {
  image: { en: "image", de: "Image" },
  around: { en: "around them", de: "darum herum" },
  system: { en: "system", de: "System" },
  support: { en: "support", de: "Support" },
  until: { en: "supported until", de: "unterstützt bis" },
  size: { en: "size", de: "Größe" },
  failed: { en: "Failed controls", de: "Nicht erfüllte Regeln" },
  leftOut: { en: "Left out", de: "Ausgelassen" },
  of: { en: "audited, of", de: "geprüft, von" },
  found: { en: "found", de: "gefundenen" },
  unreadable: { en: "could not be read", de: "nicht lesbar" },
  asOf: { en: "As of", de: "Stand" },
  rules: { en: "rules", de: "Regeln" },
  dates: { en: "lifecycle data", de: "Lebenszyklusdaten" },
  waived: { en: "waived", de: "ausgenommen" },
} as const satisfies Record<string, Record<Language, string>>;

/** The whole answer as text for a terminal. */
export function auditTable(run: AuditRun, rules: readonly RuleSet[], language: Language): string {
  const titles = new Map(rules.flatMap((set) => set.controls.map((control) => [control.id, control.title[language]])));
  const head = [
    words.image[language],
    words.system[language],
    ...statuses.map((status) => statusWords[status][language]),
    words.support[language],
    words.until[language],
    words.size[language],
  ];
  const parts: string[] = [];
  // Where only the surroundings were asked for there is no image, and no empty table.
  if (run.images.length > 0 || run.subjects.length === 0) {
    parts.push(
      textTable(
        head,
        run.images.map((audit) => imageRow(audit, language)),
      ),
    );
  }
  if (run.subjects.length > 0) {
    const rows = run.subjects.map((one) => subjectRow(one, language));
    parts.push(
      textTable([words.around[language], "", ...statuses.map((status) => statusWords[status][language])], rows),
    );
  }
  const failed = failedRows(run, titles, language);
  if (failed.length > 0)
    parts.push(`${words.failed[language]}\n${textTable(["", "", "", "", ""], failed).replace(/^\s*\n/, "")}`);
  parts.push(...vulnerabilityParts(run.images, language), ...decisionParts(run, language));
  if (run.population.excluded.length > 0) {
    const rows = run.population.excluded.map((one) => [plainText(one.reference, 70), plainText(one.reason, 110)]);
    parts.push(`${words.leftOut[language]}\n${textTable(["", ""], rows).replace(/^\s*\n/, "")}`);
  }
  parts.push(footer(run, language));
  return parts.join("\n");
}

/** What failed and is not waived, of every image and then of what lies around them: whose, which control, how bad, what was seen. */
function failedRows(run: AuditRun, titles: ReadonlyMap<string, string>, language: Language): string[][] {
  const rowsOf = (name: string, findings: readonly Finding[], base: Audit["image"]["base"]): string[][] =>
    findings
      .filter((finding) => finding.status === "fail" && !isWaived(finding))
      .map((finding) => [
        plainText(name, 60),
        finding.control,
        severityWords[finding.severity][language],
        plainText(titles.get(finding.control) ?? finding.title, 70),
        evidenceText(base, finding.evidence, language),
      ]);
  return [
    ...run.images.flatMap(({ image, findings }) => rowsOf(displayName(image), findings, image.base)),
    ...run.subjects.flatMap((one) => rowsOf(subjectName(one, language), one.findings, undefined)),
  ];
}

function subjectRow(one: AuditedSubject, language: Language): string[] {
  const counts = countStatuses(one.findings);
  return [
    subjectWords[one.subject.kind][language],
    plainText(one.facts === null ? "–" : one.subject.name, 60),
    ...countCells(counts, one.findings.filter(isWaived).length, language),
  ];
}

/** The six counts; the fails say how many of them are waived. */
function countCells(counts: StatusCounts, waived: number, language: Language): string[] {
  return statuses.map((status) =>
    status === "fail" && waived > 0 ? `${counts.fail} (${waived} ${words.waived[language]})` : String(counts[status]),
  );
}

function subjectName({ subject }: AuditedSubject, language: Language): string {
  return `${subjectWords[subject.kind][language]} ${subject.name}`;
}

function imageRow(audit: Audit, language: Language): string[] {
  const { summary, facts, image } = audit;
  return [
    plainText(displayName(image), 60),
    plainText(facts.os?.prettyName ?? facts.os?.id ?? "–", 32),
    ...countCells(summary.byStatus, summary.waived, language),
    lifecycleWords[summary.lifecycle][language],
    summary.supportedUntil === null
      ? "–"
      : `${summary.supportedUntil.date} ${plainText(summary.supportedUntil.component, 24)}`,
    sizeText(image.size),
  ];
}

function evidenceText(base: Audit["image"]["base"], evidence: readonly Evidence[], language: Language): string {
  // What failed before what stands beside it.
  const [first, ...others] = [...evidence].sort((a, b) => Number(a.beside === true) - Number(b.beside === true));
  if (first === undefined) return "";
  const detail = first.phrase === undefined ? plainText(first.detail, 90) : say(first.phrase, language);
  const layer = first.layer === undefined ? "" : `, ${layerText(first.layer, base, language)}`;
  const more = others.length > 0 ? ` (+${others.length})` : "";
  return `${plainText(first.where, 60)}: ${plainText(detail, 90)}${layer}${more}`;
}

function footer(run: AuditRun, language: Language): string {
  const editions = run.rules.map((rule) => `${rule.benchmark} ${rule.version}`).join(", ");
  const unreadable = run.errors.length > 0 ? `, ${run.errors.length} ${words.unreadable[language]}` : "";
  const lines = [
    `${run.population.audited} ${words.of[language]} ${run.population.found} ${words.found[language]}${unreadable}`,
    `${words.asOf[language]} ${run.on} (${run.timeZone}) · ${words.rules[language]} ${editions} · ${words.dates[language]} ${run.data.lifecycle.date}${policyText(run, language)}`,
  ];
  for (const warning of run.source.warnings ?? []) lines.push(plainText(warning));
  return `${lines.join("\n")}\n`;
}
