// What people recorded beside the plans: announcements, how promptly vendors bring fixes, bought cover, and entries that no
// image shows.
import type { Technology, TechnologyReview } from "../../../../shared/model/technology.ts";
import { heading, openSection, paragraph } from "../../report/flow.ts";
import type { Element } from "../../report/sheet.ts";
import { type Column, drawTable, type Row } from "../../report/table.ts";
import type { FormContext } from "../form-context.ts";

interface Part {
  readonly title: string;
  readonly none: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export function drawRecords(context: FormContext): void {
  const { sheet, words } = context;
  const parts = [announcementPart(context), fixesPart(context), entitlementPart(context), notSeenPart(context)];
  const section = openSection(sheet, words.announcements.title, true);
  for (const [index, part] of parts.entries()) drawPart(context, section, part, index > 0);
}

function drawPart({ sheet }: FormContext, section: Element, part: Part, isTitled: boolean): void {
  if (isTitled) heading(sheet, section, 2, part.title, 60);
  if (part.rows.length === 0) paragraph(sheet, section, part.none);
  else drawTable(sheet, section, { columns: part.columns, rows: part.rows, names: [0] });
}

/** Every entry that speaks of a technology once, with the names of all that it speaks of. */
function recorded({ technologies }: TechnologyReview): { label: string; entry: Technology }[] {
  const found = new Map<string, { labels: Set<string>; entry: Technology }>();
  for (const { label, entry } of technologies) {
    if (entry === undefined) continue;
    const known = found.get(entry.id) ?? { labels: new Set<string>(), entry };
    known.labels.add(label);
    found.set(entry.id, known);
  }
  return [...found.values()].map(({ labels, entry }) => ({ label: [...labels].join(", "), entry }));
}

function announcementPart({ words, review }: FormContext): Part {
  const { announcements } = words;
  const rows = recorded(review)
    .flatMap(({ label, entry }) => (entry.announcements ?? []).map((each) => ({ label, ...each })))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ on, label, text, source }): Row => [on, label, text, source]);
  const columns = [
    { title: announcements.day, share: 1 },
    { title: announcements.technology, share: 1.6 },
    { title: announcements.text, share: 3.4 },
    { title: announcements.source, share: 2.2 },
  ];
  return { title: announcements.title, none: announcements.none, columns, rows };
}

function fixesPart({ words, review }: FormContext): Part {
  const { fixes } = words;
  const rows = recorded(review).flatMap(({ label, entry: { fixes: said } }): Row[] =>
    said === undefined ? [] : [[label, said.prompt ? fixes.yes : fixes.no, said.note ?? "–"]],
  );
  const columns = [
    { title: fixes.technology, share: 2 },
    { title: fixes.answer, share: 0.9 },
    { title: fixes.note, share: 5 },
  ];
  return { title: fixes.title, none: fixes.none, columns, rows };
}

function entitlementPart({ words, review }: FormContext): Part {
  const { entitlements } = words;
  const columns = [
    { title: entitlements.contract, share: 2 },
    { title: entitlements.provider, share: 1.6 },
    { title: entitlements.until, share: 1.2 },
    { title: entitlements.technologies, share: 3.4 },
  ];
  const rows = review.entitlements.map(
    ({ contract, provider, until, technologies }): Row => [
      contract,
      provider,
      until ?? words.table.words.open,
      technologies.join(", "),
    ],
  );
  return { title: entitlements.title, none: entitlements.none, columns, rows };
}

function notSeenPart({ words, review }: FormContext): Part {
  const { notSeen, actions } = words;
  const planOf = ({ plan }: Technology): string => (plan === undefined ? "–" : actions[plan.action]);
  const columns = [
    { title: notSeen.product, share: 2 },
    { title: notSeen.owner, share: 2 },
    { title: notSeen.plan, share: 4 },
  ];
  const rows = review.notSeen.map(
    (entry): Row => [
      [entry.product, entry.cycle].filter((part) => part !== undefined).join(" "),
      entry.owner ?? "–",
      planOf(entry),
    ],
  );
  return { title: notSeen.title, none: notSeen.none, columns, rows };
}
