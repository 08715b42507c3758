// The 86 cases of the reference as they stand: every field that a case expects is compared, an unknown field fails.
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { lifecycleOf, namedFacts } from "../../../main/lifecycle/lifecycle-of.ts";
import { isLtsOn } from "../../../main/lifecycle/status.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { lifecycleFactsOf } from "../../../shared/model/lifecycle-facts.ts";
import { factsOfCase, type LifecycleCase } from "../../support/lifecycle-case.ts";
import { shippedLifecycleData } from "../../support/lifecycle-data.ts";
import { hasReference, needsReference, referenceFolder } from "../../support/reference-folder.ts";

const file = `${referenceFolder}/lifecycle-testcases.json`;
const cases: LifecycleCase[] = hasReference ? JSON.parse(readFileSync(file, "utf8")).cases : [];
const catalogue = await shippedLifecycleData();
const today = CalendarDay.parse("2026-11-23");

type Expected = Readonly<Record<string, unknown>>;
const componentFields = ["kind", "product", "cycle", "version", "variant"] as const;

function dateOf(entry: LifecycleEntry, phase: "eoas" | "eol" | "eoes"): unknown {
  return entry.dates[phase];
}

function cycleOf(product: unknown, cycle: unknown) {
  return catalogue.products.find((each) => each.id === product)?.cycles.find((each) => each.cycle === cycle);
}

/** What the entry, or the facts it was made from, says for one field of a case. */
function actualOf(field: string, wanted: unknown, entry: LifecycleEntry, facts: Facts, all: LifecycleEntry[]): unknown {
  const { component } = entry;
  const cycle = cycleOf(component.product, component.cycle);
  for (const name of componentFields) if (field === name) return component[name] ?? null;
  switch (field) {
    case "eolDate":
      return dateOf(entry, "eol");
    case "eoasDate":
      return dateOf(entry, "eoas");
    case "eoesDate":
      return dateOf(entry, "eoes");
    case "codename":
      return cycle?.codename ?? facts.os?.release["VERSION_CODENAME"];
    case "rolling":
      return entry.status === "rolling";
    case "prerelease":
      return entry.status === "unknown" && entry.reason === "prerelease";
    case "inferredFrom":
      return component.evidence.includes(String(wanted)) ? wanted : component.evidence;
    case "distroId":
      return facts.os?.id.toLowerCase() ?? null;
    case "lts":
      return cycle?.lts === true || (component.product !== "rhel" && isLtsOn(cycle?.lts, today));
    case "ltsFrom":
      return cycle?.lts;
    case "isLtsAt":
      return Object.fromEntries(
        Object.keys(wanted as object).map((day) => [day, isLtsOn(cycle?.lts, CalendarDay.parse(day))]),
      );
    case "extendedEvidence":
      return entry.coverage.find((window) => window.entitled && window.source.includes(String(wanted))) && wanted;
    case "osReleaseSupportEnd":
      return facts.os?.release["SUPPORT_END"];
    case "conflict":
      return component.conflicts?.[0]?.evidence.split(" ")[0];
    case "distroPackaged":
      return component.distroPackaged;
    case "supportFollows":
      return entry.reason === "follows-os" && entry.status === all[0]?.status ? "os" : entry.reason;
    case "vendorEolLabel":
      return all.find((other) => other.component.kind === "line")?.dates.eol;
    case "base": {
      const base = cycleOf(component.base?.product, component.base?.cycle);
      return { ...component.base, eolDate: base?.eol, eoesDate: base?.eoes };
    }
    default:
      throw new Error(`the case expects ${field}, which this test does not know`);
  }
}

function check(expected: Expected, facts: Facts): void {
  const entries = lifecycleOf(facts, catalogue, today);
  const entry = entries.find(
    ({ component }) =>
      component.kind === expected["kind"] &&
      component.product === expected["product"] &&
      component.cycle === expected["cycle"],
  );
  if (entry === undefined)
    throw new Error(`no such component among ${JSON.stringify(entries.map((one) => one.component))}`);
  const { statusAt, ...fields } = expected;
  const actual = Object.keys(fields).map((field) => [field, actualOf(field, fields[field], entry, facts, entries)]);
  const withoutNull = {
    ...fields,
    ...(fields["eoesDate"] === undefined ? {} : { eoesDate: fields["eoesDate"] ?? null }),
  };
  expect(Object.fromEntries(actual)).toEqual(withoutNull);
  for (const [day, status] of Object.entries((statusAt ?? {}) as Record<string, string>)) {
    const then = lifecycleOf(facts, catalogue, CalendarDay.parse(day));
    expect([day, then[entries.indexOf(entry)]?.status]).toEqual([day, status]);
  }
}

describe("lifecycle-testcases.json", () => {
  beforeEach(needsReference);

  it("holds all 86 cases", () => {
    expect(cases).toHaveLength(86);
  });

  it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, given) => {
    // Named facts are what an audit keeps: judging them again gives the same answer.
    const facts = factsOfCase(given);
    for (const source of [facts, namedFacts(facts, catalogue)]) {
      check(given.expected, source);
      for (const further of given.alsoExpected ?? []) check(further, source);
      // What is kept beside an audit gives the same answer as the whole of its facts.
      expect(lifecycleOf(lifecycleFactsOf(source), catalogue, today)).toEqual(lifecycleOf(source, catalogue, today));
    }
  });
});
