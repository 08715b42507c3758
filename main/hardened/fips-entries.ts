// Sunset days of FIPS certificates as rows of a lifecycle: on the day after it, NIST calls the validation historical. A module in
// process has no day, and that is said; a day that only an unverified attestation names covers nothing.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { FipsModule, FipsState } from "../../shared/model/hardened.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { words } from "./hardened-phrase.ts";

/** Words of a status that mean that the validation is over. */
const over = new Set(["historical", "revoked", "expired"]);

/**
 * One row a module that an attestation names, as of `on`; modules that merely lie in the image have no dates and no row. The
 * rows fit where lifecycle entries do: reminders take their `dates.eol`.
 */
export function fipsEntries(fips: FipsState, on: CalendarDay): LifecycleEntry[] {
  return fips.modules.filter(({ status }) => status !== "unknown").map((module) => entryOf(module, on));
}

function entryOf(module: FipsModule, on: CalendarDay): LifecycleEntry {
  const { name, version, standard = "FIPS 140", status, certificate, sunset } = module;
  const label = [
    standard,
    `${name} ${version ?? ""}`.trim(),
    ...(certificate === undefined ? [] : [`(${certificate})`]),
  ];
  const component: LifecycleEntry["component"] = {
    kind: "line",
    product: null,
    cycle: null,
    version: version ?? null,
    label: label.join(" "),
    evidence: module.source,
  };
  const isOver = over.has(status) || (sunset !== undefined && on > sunset);
  const end = sunset ?? (over.has(status) ? true : null);
  const dates = { release: null, eoas: null, eol: end, eoes: null };
  const next =
    sunset !== undefined && on <= sunset ? { what: "eol", date: sunset, days: daysBetween(on, sunset) } : null;
  const known = end !== null && !(status === "in process");
  return {
    component,
    status: isOver ? "eol" : known ? "supported" : "unknown",
    ...(known ? {} : reasonOf(module)),
    dates,
    coverage: sunset === undefined ? [] : [windowOf(module, sunset)],
    next,
  };
}

function reasonOf({ name, version = "", status }: FipsModule): Pick<LifecycleEntry, "reason" | "phrase"> {
  const module = `${name} ${version}`.trim();
  return status === "in process"
    ? { reason: "fips-in-process", phrase: words("hardened.fips-in-process", { module }) }
    : { reason: "fips-no-sunset", phrase: words("hardened.fips-no-sunset", { module, status }) };
}

function windowOf({ ground, source, date, standard = "FIPS 140" }: FipsModule, until: CalendarDay): Coverage {
  return {
    phase: `${standard} validation`,
    provider: "NIST CMVP",
    from: null,
    until,
    entitled: ground === "attested",
    source,
    ...(ground === "attested" ? {} : { estimate: true }),
    ...(date === undefined ? {} : { asOf: date }),
  };
}
