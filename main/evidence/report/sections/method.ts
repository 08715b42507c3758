// How the result came about, who held it, and how anyone can check it without Plimsoll.
import type { RuleSet } from "../../../../shared/model/control.ts";
import { type Status, statuses } from "../../../../shared/model/finding.ts";
import type { Language } from "../../../../shared/model/phrase.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { fill } from "../../../../shared/wording/report/fill.ts";
import { statusWords } from "../../../../shared/wording/status.ts";
import { drawFacts } from "../fact-list.ts";
import { instantText, longDay } from "../figures.ts";
import { bullets, commands, heading, openSection, paragraph } from "../flow.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import type { Element } from "../sheet.ts";
import { drawTable } from "../table.ts";

const mostContracts = 12;

export function drawMethod(context: ReportContext): void {
  const { sheet, words, run, options, language } = context;
  const { method } = words;
  const section = openSection(sheet, method.title);
  heading(sheet, section, 2, method.how);
  bullets(sheet, section, [...method.howItems, ...boughtItem(context)]);
  heading(sheet, section, 2, method.meaning, 90);
  drawMeanings(context, section);
  const notices = options.rules.filter((set) => run.rules.some((rule) => rule.digest === set.digest));
  if (notices.length > 0) {
    heading(sheet, section, 2, method.notices);
    for (const set of notices) {
      paragraph(
        sheet,
        section,
        `${fill(words.cover.ruleAligned, { title: set.title, edition: set.edition })}: ${set.notice[language]} (${sourceOf(set, language)})`,
      );
      if (set.supersededBy !== undefined) paragraph(sheet, section, set.supersededBy[language]);
    }
  }
  heading(sheet, section, 2, method.custody, 90);
  drawCustody(context, section);
  // Whole on one page: it is followed with the page in hand.
  heading(sheet, section, 2, method.verify, 210);
  paragraph(sheet, section, method.verifyIntro);
  paragraph(sheet, section, method.verifyPdf);
  commands(sheet, section, ["pdfsig -nocert report.pdf"]);
  paragraph(sheet, section, method.verifyKey);
  commands(sheet, section, ["openssl x509 -in certificates.pem -noout -fingerprint -sha256"]);
  paragraph(sheet, section, method.verifyData);
  commands(sheet, section, ["pdfdetach -save 1 -o attached.json report.pdf && sha256sum attached.json audit.json"]);
  paragraph(sheet, section, method.verifyRead);
}

/** Which contracts made extended support count; nothing where the run was judged without such a file. */
function boughtItem({ run, words: { method } }: ReportContext): string[] {
  if (run.entitlements === undefined) return [];
  const { digest, used } = run.entitlements;
  const names = used.slice(0, mostContracts).map(({ contract }) => plainText(contract, 60));
  const more = used.length > mostContracts ? ` … (${used.length})` : "";
  const contracts = names.length === 0 ? method.boughtNone : `${names.join(", ")}${more}`;
  return [fill(method.bought, { digest: digest.slice(0, 19), contracts })];
}

/** Source, day and digest of a rule set. */
function sourceOf({ source, date, digest }: RuleSet, language: Language): string {
  return [source, ...(date === undefined ? [] : [longDay(date, language)]), digest.slice(0, 19)].join("; ");
}

function drawMeanings({ sheet, words, language }: ReportContext, section: Element): void {
  const { method } = words;
  const meanings: Readonly<Record<Status, string>> = {
    pass: method.meansPass,
    fail: method.meansFail,
    manual: method.meansManual,
    "not-assessed": method.meansNotAssessed,
    "not-applicable": method.meansNotApplicable,
    error: method.meansError,
  };
  drawTable(sheet, section, {
    columns: [
      { title: method.verdict, share: 1.3 },
      { title: "", share: 4.4 },
    ],
    names: [0],
    headless: true,
    rows: statuses.map((status) => [
      { mark: status, texts: [{ text: statusWords[status][language], style: styles.cellBold }] },
      meanings[status],
    ]),
  });
}

function drawCustody({ sheet, words, run, options }: ReportContext, section: Element): void {
  const { method, cover } = words;
  const mono = (text: string) => ({ texts: [{ text, style: styles.mono }] });
  drawFacts(sheet, section, [
    {
      name: method.collected,
      value: fill(method.collectedValue, {
        from: instantText(run.startedAt),
        to: instantText(run.finishedAt),
        source: run.source.name,
      }),
    },
    {
      name: method.composed,
      value: fill(method.composedValue, {
        created: instantText(options.createdAt),
        host: options.host.name,
        operator: options.operator ?? cover.notStated,
      }),
    },
  ]);
  drawTable(sheet, section, {
    columns: [
      { title: method.artefact, share: 1.5 },
      { title: method.digest, share: 2.2 },
      { title: method.bound, share: 2.6 },
    ],
    names: [0],
    rows: [
      [mono(method.auditFile), mono(options.auditSha256), method.auditBound],
      [mono(method.reportFile), method.reportDigest, method.reportBound],
      [mono(method.certificateFile), mono(options.signer.fingerprint), method.certificateBound],
    ],
  });
}
