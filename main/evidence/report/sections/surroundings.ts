// What lies around the images: engine, host and containers, each with its verdicts. Left out where nobody asked for it.
import type { AuditedSubject } from "../../../../shared/model/audit.ts";
import type { EngineFacts } from "../../../../shared/model/surroundings.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { countStatuses } from "../../../../shared/summary.ts";
import { fill } from "../../../../shared/wording/report/fill.ts";
import { subjectWords } from "../../../../shared/wording/status.ts";
import { drawCounts } from "../counts.ts";
import { drawFacts, type Fact } from "../fact-list.ts";
import { heading, openSection, paragraph } from "../flow.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import type { Element } from "../sheet.ts";
import { drawVerdicts } from "../verdicts.ts";

const nameLength = 100;

export function drawSurroundings(context: ReportContext): void {
  const { sheet, words, run } = context;
  if (run.subjects.length === 0) return;
  const section = openSection(sheet, words.surroundings.title);
  paragraph(sheet, section, words.surroundings.intro);
  for (const [index, subject] of run.subjects.entries()) {
    if (index > 0) sheet.newPage();
    drawSubject(context, section, subject);
  }
}

function drawSubject(context: ReportContext, parent: Element, subject: AuditedSubject): void {
  const { sheet, language } = context;
  const section = sheet.element("Sect", parent);
  heading(sheet, section, 2, nameOf(context, subject), 120);
  drawFacts(sheet, section, factsOf(context, subject));
  drawCounts(sheet, section, countStatuses(subject.findings), { language, size: "small" });
  sheet.y += 6;
  drawVerdicts(context, section, subject.findings, undefined);
  section.end();
}

function nameOf({ language, words }: ReportContext, { subject, facts }: AuditedSubject): string {
  const name = facts === null ? words.surroundings.notReached : plainText(subject.name, nameLength);
  return `${subjectWords[subject.kind][language]} · ${name}`;
}

function factsOf({ words }: ReportContext, { subject, facts }: AuditedSubject): Fact[] {
  const { surroundings } = words;
  const mono = (text: string) => [{ text: plainText(text, nameLength), style: styles.mono }];
  const id: Fact = { name: surroundings.id, value: mono(subject.id) };
  if (facts === null) return [];
  if ("engineVersion" in facts) return [id, ...engineFacts(surroundings, facts)];
  if ("image" in facts) {
    const { image, state } = facts;
    return [
      id,
      { name: surroundings.image, value: mono(image.reference) },
      { name: surroundings.state, value: state.status },
    ];
  }
  return [id, { name: surroundings.kernel, value: facts.kernel.release }];
}

function engineFacts(words: ReportContext["words"]["surroundings"], facts: EngineFacts): Fact[] {
  const { engineVersion, apiVersion, operatingSystem, kernelVersion } = facts;
  const release = facts.support;
  const until =
    release === undefined
      ? words.supportUnknown
      : release.eol === null
        ? fill(words.supportOpen, { cycle: release.cycle })
        : fill(words.supportUntil, { cycle: release.cycle, day: release.eol });
  return [
    { name: words.version, value: fill(words.versionValue, { version: engineVersion, api: apiVersion }) },
    { name: words.system, value: operatingSystem },
    { name: words.kernel, value: kernelVersion },
    { name: words.support, value: until },
  ];
}
