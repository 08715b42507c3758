// The dated line of a Docker Hardened Image, from its labels com.docker.dhi.*. Labels are claims: the line ends when they
// say, but never prolongs what the catalogue says of the software in it.
import { addDays, type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { nextDate } from "./next-date.ts";
import { statusOn } from "./status.ts";

const endLabel = "com.docker.dhi.date.end-of-life";

/** Docker names "up to five years" for its Extended Lifecycle Support and publishes no end: an upper bound. */
function elsBound(end: CalendarDay): CalendarDay | null {
  const year = String(Number(end.slice(0, 4)) + 5).padStart(4, "0");
  return parseDay(`${year}${end.slice(4)}`) ?? parseDay(`${year}-02-28`);
}

/** The line of the image's labels on a day; null where the labels name no end. */
export function hardenedLine(labels: Readonly<Record<string, string>>, on: CalendarDay): LifecycleEntry | null {
  const text = labels[endLabel];
  const name = labels["com.docker.dhi.name"];
  if (text === undefined || name === undefined) return null;
  const line = labels["com.docker.dhi.definition"]?.split("/").at(-1) ?? labels["com.docker.dhi.version"] ?? null;
  const component: LifecycleEntry["component"] = {
    kind: "line",
    product: null,
    cycle: line,
    version: labels["com.docker.dhi.version"] ?? null,
    label: ["Docker Hardened Images", name.replace(/^dhi\//, ""), line].filter(Boolean).join(" "),
    evidence: `label ${endLabel}`,
  };
  const end = parseDay(text);
  const release = parseDay(labels["com.docker.dhi.date.release"] ?? "");
  if (end === null) {
    const phrase = { key: "lifecycle.label-unreadable", params: { label: endLabel, value: text } };
    const dates = { release, eoas: null, eol: null, eoes: null };
    return { component, status: "unknown", reason: "label-unreadable", phrase, dates, coverage: [], next: null };
  }
  const els = labels["com.docker.dhi.entitlement"] === "els";
  // An ELS image is sold past the end, with no published day: the same as `eoes: false` of the catalogue.
  const dates = { release, eoas: null, eol: end, eoes: els ? false : null };
  const source = `label ${endLabel}`;
  const coverage: Coverage[] = [
    { phase: "Docker Hardened Images", provider: "Docker", from: release, until: end, entitled: true, source },
    {
      phase: "Docker Extended Lifecycle Support",
      provider: "Docker",
      from: addDays(end, 1),
      until: elsBound(end),
      entitled: els,
      source: els ? "label com.docker.dhi.entitlement" : "docs.docker.com/dhi",
      estimate: true,
    },
  ];
  return { component, status: statusOn(dates, on), dates, coverage, next: nextDate(dates, coverage, on) };
}
