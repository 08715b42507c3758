// Until when everything inside the images is supported: the time axis, then every component with its dates and cover.
import type { CalendarDay } from "../../../../shared/calendar-day.ts";
import { isCoveredOn, lastCoveredDay } from "../../../../shared/cover.ts";
import type { LifecycleEntry, SourceDate } from "../../../../shared/model/lifecycle.ts";
import { windowReason } from "../../../../shared/window-reason.ts";
import { fill } from "../../../../shared/wording/report/fill.ts";
import { coverWords, lifecycleWords } from "../../../../shared/wording/status.ts";
import { distance } from "../figures.ts";
import { heading, openSection, paragraph } from "../flow.ts";
import { imageName } from "../image-name.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import { type Cell, type CellText, drawTable, type Row } from "../table.ts";
import { drawTimeAxis } from "../time-axis.ts";

export function drawSupport(context: ReportContext): void {
  const { sheet, words, run } = context;
  const { support } = words;
  const section = openSection(sheet, support.title, run.images.length === 0);
  if (run.images.length === 0) {
    paragraph(sheet, section, support.none);
    return;
  }
  paragraph(sheet, section, support.intro);
  drawTimeAxis(context, section);
  heading(sheet, section, 2, support.table, 60);
  const rows = run.images.flatMap((audit): Row[] => [
    { group: imageName(audit.image) },
    ...(audit.lifecycle.length === 0
      ? [[support.noComponents]]
      : audit.lifecycle.map((entry) => rowOf(context, entry))),
  ]);
  drawTable(sheet, section, {
    columns: [
      { title: support.component, share: 2.4 },
      { title: support.status, share: 2 },
      { title: support.eoas, share: 1.25 },
      { title: support.eol, share: 1.25 },
      { title: support.eoes, share: 1.25 },
      { title: support.next, share: 1.25 },
      { title: support.cover, share: 1.5 },
    ],
    names: [0],
    rows,
  });
}

function rowOf({ words, run, language, text }: ReportContext, entry: LifecycleEntry): Row {
  const { support } = words;
  const { component, dates, next } = entry;
  const isPackaged = component.distroPackaged === true;
  const notes: CellText[] = [
    ...(component.version === null || component.label.includes(component.version)
      ? []
      : [{ text: component.version, style: styles.cellSoft }]),
    { text: fill(support.evidence, { evidence: component.evidence }), style: styles.cellSoft },
    ...(component.conflicts ?? []).map((conflict) => ({
      text: fill(support.conflict, { evidence: conflict.evidence, version: conflict.version }),
      style: styles.cellSoft,
    })),
  ];
  const reason = isPackaged
    ? support.packaged
    : entry.phrase === undefined && entry.reason === undefined
      ? null
      : text.sentence(entry.phrase, entry.reason ?? "");
  const extended = entry.coverage.find((window) => window.until !== null && window.until === dates.eoes);
  return [
    { texts: [{ text: component.label, style: styles.cellBold }, ...notes] },
    {
      texts: [
        ...(isPackaged ? [] : [{ text: lifecycleWords[entry.status][language] }]),
        ...(reason === null ? [] : [{ text: reason, style: styles.cellSoft }]),
      ],
    },
    dateCell(dates.eoas),
    dateCell(dates.eol),
    dateCell(dates.eoes, extended?.provider),
    {
      texts:
        next === null
          ? [{ text: "–" }]
          : [{ text: next.date }, { text: distance(run.on, next.date, language), style: styles.cellSoft }],
    },
    isPackaged || entry.coverage.length === 0 ? "–" : coverCell(run.on),
  ];

  function dateCell(date: SourceDate | null, provider?: string): Cell {
    if (date === null) return "–";
    const word = typeof date === "string" ? date : date ? support.over : support.open;
    return { texts: [{ text: word }, ...(provider === undefined ? [] : [{ text: provider, style: styles.cellSoft }])] };
  }

  /** Covered on the day judged, and for how long without a gap: the provider is the one that comes last. */
  function coverCell(on: CalendarDay): Cell {
    if (!isCoveredOn(entry, on)) return coverWords["not-covered"][language];
    const until = lastCoveredDay(entry, on);
    const undated = entry.coverage.find((window) => windowReason(window, entry) === "in-use");
    if (until === null && undated !== undefined) {
      const note = fill(support.coverUndated, { provider: undated.provider });
      return { texts: [{ text: coverWords.covered[language] }, { text: note, style: styles.cellSoft }] };
    }
    const counted = entry.coverage.filter(({ entitled, estimate }) => entitled && estimate !== true);
    const { provider = "" } = counted.find((window) => window.until === until) ?? counted[0] ?? {};
    const note =
      until === null ? fill(support.coverOpen, { provider }) : fill(support.coverUntil, { day: until, provider });
    return { texts: [{ text: coverWords.covered[language] }, { text: note, style: styles.cellSoft }] };
  }
}
