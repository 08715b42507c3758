// The table that `plimsoll audit` prints: an image a row with all six counts, then what failed, then what to know.

import type { Audit, AuditRun } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import { type Evidence, statuses } from "../../shared/model/finding.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import { layerText } from "../../shared/wording/layer-owner.ts";
import { say } from "../../shared/wording/say.ts";
import { lifecycleWords, severityWords, statusWords } from "../../shared/wording/status.ts";
import { sizeText } from "./format.ts";
import { textTable } from "./table.ts";

const words = {
  image: { en: "image", de: "Image" },
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
  const parts = [
    textTable(
      head,
      run.images.map((audit) => imageRow(audit, language)),
    ),
  ];
  const failed = run.images.flatMap((audit) =>
    audit.findings
      .filter((finding) => finding.status === "fail")
      .map((finding) => [
        plainText(displayName(audit.image), 60),
        finding.control,
        severityWords[finding.severity][language],
        plainText(titles.get(finding.control) ?? finding.title, 70),
        evidenceText(audit, finding.evidence, language),
      ]),
  );
  if (failed.length > 0)
    parts.push(`${words.failed[language]}\n${textTable(["", "", "", "", ""], failed).replace(/^\s*\n/, "")}`);
  if (run.population.excluded.length > 0) {
    const rows = run.population.excluded.map((one) => [plainText(one.reference, 70), plainText(one.reason, 110)]);
    parts.push(`${words.leftOut[language]}\n${textTable(["", ""], rows).replace(/^\s*\n/, "")}`);
  }
  parts.push(footer(run, language));
  return parts.join("\n");
}

function imageRow(audit: Audit, language: Language): string[] {
  const { summary, facts, image } = audit;
  return [
    plainText(displayName(image), 60),
    plainText(facts.os?.prettyName ?? facts.os?.id ?? "–", 32),
    ...statuses.map((status) => String(summary.byStatus[status])),
    lifecycleWords[summary.lifecycle][language],
    summary.supportedUntil === null
      ? "–"
      : `${summary.supportedUntil.date} ${plainText(summary.supportedUntil.component, 24)}`,
    sizeText(image.size),
  ];
}

function evidenceText({ image }: Audit, evidence: readonly Evidence[], language: Language): string {
  const [first, ...others] = evidence;
  if (first === undefined) return "";
  const detail = first.phrase === undefined ? plainText(first.detail, 90) : say(first.phrase, language);
  const layer = first.layer === undefined ? "" : `, ${layerText(first.layer, image.base, language)}`;
  const more = others.length > 0 ? ` (+${others.length})` : "";
  return `${plainText(first.where, 60)}: ${plainText(detail, 90)}${layer}${more}`;
}

function footer(run: AuditRun, language: Language): string {
  const editions = run.rules.map((rule) => `${rule.benchmark} ${rule.version}`).join(", ");
  const unreadable = run.errors.length > 0 ? `, ${run.errors.length} ${words.unreadable[language]}` : "";
  const lines = [
    `${run.population.audited} ${words.of[language]} ${run.population.found} ${words.found[language]}${unreadable}`,
    `${words.asOf[language]} ${run.on} (${run.timeZone}) · ${words.rules[language]} ${editions} · ${words.dates[language]} ${run.data.lifecycle.date}`,
  ];
  for (const warning of run.source.warnings ?? []) lines.push(plainText(warning));
  return `${lines.join("\n")}\n`;
}
