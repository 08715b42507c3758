// The table of technologies as CSV (RFC 4180) in UTF-8, for those who work on in a spreadsheet. Column names are English in
// every language: other programs read them.
import type { ReviewedTechnology, TechnologyReview } from "../../../shared/model/technology.ts";

const columns: readonly (readonly [
  string,
  (technology: ReviewedTechnology, names: ReadonlyMap<string, string>) => string,
])[] = [
  ["technology", ({ label }) => label],
  ["kind", ({ kind }) => kind],
  ["product", ({ product }) => product ?? ""],
  ["cycle", ({ cycle }) => cycle ?? ""],
  ["versions", ({ versions }) => versions.join(" ")],
  ["image_count", ({ images }) => String(images.length)],
  ["group", ({ group }) => group],
  ["status", ({ status }) => status ?? "stated"],
  ["security_until", ({ security }) => security],
  ["cover_until", ({ cover }) => cover.until],
  ["cover_by", ({ cover }) => cover.by.join("; ")],
  ["contracts", ({ cover }) => cover.contracts.join("; ")],
  ["sources", ({ sources }) => sources.map(({ source, asOf }) => [source, asOf].filter(Boolean).join(" ")).join("; ")],
  ["owner", ({ entry }) => entry?.owner ?? ""],
  ["plan", ({ entry }) => entry?.plan?.action ?? ""],
  ["plan_text", ({ entry }) => entry?.plan?.text ?? ""],
  ["target", ({ entry }) => entry?.plan?.target ?? ""],
  ["approver", ({ entry }) => entry?.approver ?? ""],
  ["approved", ({ entry }) => entry?.approved ?? ""],
  ["reviewed", ({ entry }) => entry?.reviewed ?? ""],
  ["reviewer", ({ entry }) => entry?.reviewer ?? ""],
  ["review_holds_until", ({ reviewHolds }) => reviewHolds ?? ""],
  ["fixes_prompt", ({ entry }) => (entry?.fixes === undefined ? "" : entry.fixes.prompt ? "yes" : "no")],
  ["missing", ({ gaps }) => gaps.join(" ")],
  ["images", ({ images }, names) => images.map((id) => names.get(id) ?? id).join("; ")],
];

/** One line a technology, in the order of the form. */
export function reviewCsv({ technologies, population }: TechnologyReview): string {
  const names = new Map(population.images.map(({ id, name }) => [id, name]));
  const lines = [
    columns.map(([name]) => name),
    ...technologies.map((technology) => columns.map(([, value]) => value(technology, names))),
  ];
  return lines.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}

/** Quoted where it must be. A text that a spreadsheet would take for a formula is shown as text: names come from images. */
function cellText(value: string): string {
  const plain = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd");
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
