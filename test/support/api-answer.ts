// An answer of endoflife.date's API v1 in its full form, made from a catalogue, with the keys and words the real site sends
// beside those that are read (api_v1/openapi.yml, schema 1.2.1).
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Cycle, LifecycleCatalogue, Product, SourceDate } from "../../shared/model/lifecycle.ts";

/** `on` is the day on which the site was built: its booleans are of that day. */
export function apiAnswer(catalogue: LifecycleCatalogue, on: string = catalogue.date) {
  return {
    schema_version: "1.2.1",
    generated_at: `${on}T08:52:34+00:00`,
    total: catalogue.products.length,
    result: catalogue.products.map((product) => productOf(product, on as CalendarDay)),
  };
}

function productOf(product: Product, on: CalendarDay) {
  const { id, label, category, aliases = [], phases = {}, purls = [], policy, cycles, ltsLabel = "LTS" } = product;
  const has = {
    eoas: cycles.some(({ eoas }) => eoas !== undefined),
    eoes: cycles.some(({ eoes }) => eoes !== undefined),
  };
  return {
    name: id,
    aliases,
    label,
    category,
    tags: [category],
    versionCommand: null,
    identifiers: [{ type: "cpe", id: `cpe:2.3:a:example:${id}` }, ...purls.map((purl) => ({ type: "purl", id: purl }))],
    labels: {
      eoas: phases.eoas ?? (has.eoas ? "Active Support" : null),
      discontinued: null,
      eol: phases.eol ?? "Security Support",
      eoes: phases.eoes ?? null,
    },
    links: { icon: null, html: `https://endoflife.date/${id}`, releasePolicy: policy ?? null },
    releases: cycles.map((cycle) => releaseOf(cycle, has, ltsLabel, on)),
  };
}

function releaseOf(cycle: Cycle, has: { eoas: boolean; eoes: boolean }, ltsLabel: string, on: CalendarDay) {
  const { cycle: name, codename, release, lts, eoas, eol, eoes, latest } = cycle;
  const isLts = is(lts, on) ?? false;
  const mark = lts === undefined ? "" : isLts ? ` (${ltsLabel})` : ` (Upcoming ${ltsLabel})`;
  return {
    name,
    codename: codename ?? null,
    label: `${name}${mark}`,
    releaseDate: release ?? null,
    isLts,
    ltsFrom: day(lts),
    // Absent where the product has no such phase, null where this cycle is not eligible.
    ...(has.eoas ? { isEoas: is(eoas, on) ?? null, eoasFrom: day(eoas) } : {}),
    isEol: is(eol, on) ?? false,
    eolFrom: day(eol),
    ...(has.eoes ? { isEoes: is(eoes, on) ?? null, eoesFrom: day(eoes) } : {}),
    isMaintained: is(eol, on) !== true,
    latest: latest === undefined ? null : { name: latest, date: null, link: null },
    custom: null,
  };
}

function day(date: SourceDate | undefined): string | null {
  return typeof date === "string" ? date : null;
}

function is(date: SourceDate | undefined, on: CalendarDay): boolean | undefined {
  return typeof date === "string" ? on > date : date;
}
