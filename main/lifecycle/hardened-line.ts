// The dated line of a Docker Hardened Image, from its labels com.docker.dhi.*. Labels are claims: the line ends when they
// say, but never prolongs what the catalogue says of the software in it.
import { addDays, type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import type { Coverage, LifecycleData, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { builtOn } from "./built-on.ts";
import type { Cover } from "./cover.ts";
import { entitledCover } from "./entitled-cover.ts";
import { nextDate } from "./next-date.ts";
import { statusOn } from "./status.ts";

const endLabel = "com.docker.dhi.date.end-of-life";
const entitlementLabel = "com.docker.dhi.entitlement";
/** The name under which offers and entitlements speak of all hardened images. */
const elsProduct = "docker-hardened-images";

/** Docker names "up to five years" for its Extended Lifecycle Support and publishes no end: an upper bound. */
function elsBound(end: CalendarDay): CalendarDay | null {
  const year = String(Number(end.slice(0, 4)) + 5).padStart(4, "0");
  return parseDay(`${year}${end.slice(4)}`) ?? parseDay(`${year}-02-28`);
}

/** Whether the labels call the image one of Docker's hardened catalogue. */
export function isHardened(labels: Readonly<Record<string, string>>): boolean {
  return labels["com.docker.dhi.name"] !== undefined;
}

/**
 * The line of the image's labels on a day; null where the labels name no end. Extended support ends on the day of a recorded
 * contract, else on one that the data know for this line; without either its end is an upper bound.
 */
export function hardenedLine(
  labels: Readonly<Record<string, string>>,
  data: LifecycleData,
  on: CalendarDay,
  cover?: Cover,
): LifecycleEntry | null {
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
  const els = labels[entitlementLabel] === "els";
  // An ELS image is sold past the end, with no published day: the same as `eoes: false` of the catalogue.
  const dates = { release, eoas: null, eol: end, eoes: els ? false : null };
  const source = { source: `label ${endLabel}`, ...builtOn(labels) };
  const general = { phase: "Docker Hardened Images", provider: "Docker", from: release, until: end, entitled: true };
  const bought = { component, ...namesOf(name), eol: end, isHardened: true };
  const extended = entitledCover([elsWindow(name, line, end, els, data)], bought, data, cover);
  const coverage: Coverage[] = [{ ...general, ...source }, ...extended];
  return { component, status: statusOn(dates, on), dates, coverage, next: nextDate(dates, coverage, on) };
}

/** How people name the line's product in what they bought: `python`, or all hardened images. */
function namesOf(name: string): { readonly offeredAs: string; readonly names: readonly string[] } {
  const short = name.replace(/^dhi\//, "").toLowerCase();
  return { offeredAs: elsProduct, names: [short, elsProduct, "dhi"] };
}

/** Docker's extended window of a line: to the day that the data name for it, else to the bound. */
function elsWindow(name: string, line: string | null, end: CalendarDay, els: boolean, data: LifecycleData): Coverage {
  const offers = data.offers?.filter(({ id }) => id === "docker-dhi-els") ?? [];
  const general = offers.find(({ product }) => product === elsProduct);
  const dated = offers
    .filter(({ product }) => product === `dhi/${name.replace(/^dhi\//, "")}`)
    .flatMap(({ cycles = [], source, asOf }) => cycles.map((each) => ({ ...each, source, asOf })))
    .find(({ cycle, until }) => cycle === line && until !== null);
  const asOf = dated?.asOf ?? general?.asOf;
  const proof = els ? `label ${entitlementLabel}` : null;
  const source = dated?.source ?? general?.source ?? "docs.docker.com/dhi";
  return {
    phase: "Docker Extended Lifecycle Support",
    provider: "Docker",
    from: dated?.from ?? addDays(end, 1),
    until: dated?.until ?? elsBound(end),
    entitled: els,
    source: proof === null ? source : `${source}; ${proof}`,
    ...(dated === undefined ? { estimate: true } : {}),
    ...(asOf === undefined ? {} : { asOf }),
    offer: "docker-dhi-els",
  };
}
