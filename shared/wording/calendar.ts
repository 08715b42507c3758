// What the calendar of support dates says of an event, in both languages. Labels and names come from images: they are made
// plain and short here, so that nothing of them reaches the file's own grammar.
import { addDays } from "../calendar-day.ts";
import type { CalendarEvent, CalendarPhase } from "../model/calendar.ts";
import type { Language } from "../model/phrase.ts";
import { plainText } from "../plain-text.ts";

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

/** What ends: as the object of "leaves" and "last day of", and in German in the cases that its sentences need. */
const subject: Words<CalendarPhase> = {
  eol: { en: "security support", de: "Sicherheitssupport" },
  eoes: { en: "extended support", de: "Erweiterter Support" },
  cover: { en: "extended cover", de: "Erweiterte Abdeckung" },
  stated: { en: "support stated by the image", de: "Im Image angegebener Support" },
};
const ending: Words<CalendarPhase> = {
  eol: { en: "security support", de: "der Sicherheitssupport" },
  eoes: { en: "extended support", de: "der erweiterte Support" },
  cover: { en: "extended cover", de: "die erweiterte Abdeckung" },
  stated: { en: "support stated by the image", de: "der im Image angegebene Support" },
};
const lastDayOf: Words<CalendarPhase> = {
  eol: { en: "security support", de: "des Sicherheitssupports" },
  eoes: { en: "extended support", de: "des erweiterten Supports" },
  cover: { en: "extended cover", de: "der erweiterten Abdeckung" },
  stated: { en: "support stated by the image", de: "des im Image angegebenen Supports" },
};

const titles = {
  end: { en: "{label}: last day of {lastDayOf}", de: "{label}: letzter Tag {lastDayOf}" },
  lead: { en: "In {days} days: {label} leaves {ending}", de: "In {days} Tagen endet {ending}: {label}" },
  tomorrow: { en: "Tomorrow: {label} leaves {ending}", de: "Morgen endet {ending}: {label}" },
  estimate: { en: "Estimate: {title}", de: "Schätzung: {title}" },
  cancelled: { en: "Called off: {title}", de: "Entfallen: {title}" },
} as const satisfies Words<string>;

const lines = {
  lastDay: {
    en: "{label}: {what} lasts up to and including {end}. From {after} on it has ended.",
    de: "{label}: {what} gilt bis einschließlich {end}, ab {after} nicht mehr.",
  },
  by: { en: "By: {provider} ({phase})", de: "Von: {provider} ({phase})" },
  byWithout: { en: "By: {provider}", de: "Von: {provider}" },
  estimate: {
    en: "This day is an estimate, an upper bound: nobody has published a day for these images.",
    de: "Dieser Tag ist geschätzt, eine Obergrenze: Für diese Images hat niemand einen Tag veröffentlicht.",
  },
  notCounted: {
    en: "Not counted as cover: neither do the images prove it, nor is a contract recorded.",
    de: "Zählt nicht als Abdeckung: Weder belegen die Images sie, noch ist ein Vertrag erfasst.",
  },
  contract: { en: "Contract: {contract}", de: "Vertrag: {contract}" },
  other: { en: "Another source, {source}: {until}", de: "Andere Quelle, {source}: {until}" },
  images: { en: "{count} images: {names}", de: "{count} Images: {names}" },
  image: { en: "Image: {names}", de: "Image: {names}" },
  more: { en: "and {count} more", de: "und {count} weitere" },
  source: { en: "Source: {source}", de: "Quelle: {source}" },
  sourceOf: { en: "Source: {source}, as of {asOf}", de: "Quelle: {source}, Stand {asOf}" },
  gone: {
    en: "No image of yours has this end any longer, or its day no longer stands.",
    de: "Kein eigenes Image hat dieses Ende noch, oder der Tag gilt nicht mehr.",
  },
} as const satisfies Words<string>;

export const calendarNames: Words<"name" | "category"> = {
  name: { en: "Plimsoll: support dates", de: "Plimsoll: Supporttermine" },
  category: { en: "Support dates", de: "Supporttermine" },
};

/** The event's title: one line of at most about 180 characters. */
export function calendarTitle(event: CalendarEvent, cancelled: boolean, language: Language): string {
  const template = event.lead === 0 ? titles.end : event.lead === 1 ? titles.tomorrow : titles.lead;
  const said = fill(template[language], {
    lastDayOf: lastDayOf[event.phase][language],
    ending: ending[event.phase][language],
    label: short(event.label, 100),
    days: String(event.lead),
  });
  const sure = event.estimate ? fill(titles.estimate[language], { title: said }) : said;
  return cancelled ? fill(titles.cancelled[language], { title: sure }) : sure;
}

/** What the event's text says, a line each: the days, by whom, what it is worth, which images, the source and its age. */
export function calendarText(event: CalendarEvent, cancelled: boolean, language: Language): string {
  const { label, phase, phaseName, provider, end, estimate, counts, contract, others, asOf } = event;
  const line = (name: keyof typeof lines, values: Readonly<Record<string, string>> = {}) =>
    fill(lines[name][language], values);
  const by = { provider: short(provider, 80), phase: short(phaseName, 80) };
  const source = short(event.source, 120);
  const says = { label: short(label, 100), what: subject[phase][language], end, after: addDays(end, 1) };
  return [
    ...(cancelled ? [line("gone")] : []),
    line("lastDay", says),
    ...(provider === "" ? [] : [line(phaseName === "" ? "byWithout" : "by", by)]),
    ...(estimate ? [line("estimate")] : []),
    ...(counts || phase === "stated" || estimate ? [] : [line("notCounted")]),
    ...(contract === undefined ? [] : [line("contract", { contract: short(contract, 100) })]),
    ...others.slice(0, 5).map((other) => line("other", { source: short(other.source, 120), until: other.until })),
    imagesLine(event, language),
    // Some sources carry their day in their name.
    asOf === undefined || source.includes(asOf) ? line("source", { source }) : line("sourceOf", { source, asOf }),
  ].join("\n");
}

function imagesLine({ images, imageCount }: CalendarEvent, language: Language): string {
  const names = images.map((name) => short(name, 120));
  const rest = imageCount - names.length;
  if (rest > 0) names.push(fill(lines.more[language], { count: String(rest) }));
  const template = imageCount === 1 ? lines.image : lines.images;
  return fill(template[language], { count: String(imageCount), names: names.join(", ") });
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Text of an image without control and direction characters, cut between characters. */
function short(text: string, most: number): string {
  const plain = [...plainText(text.slice(0, 4 * most), 50 * most)];
  return plain.length > most ? `${plain.slice(0, most - 1).join("")}…` : plain.join("");
}
