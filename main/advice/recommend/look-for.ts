// Newer versions of what is in the image, by the lifecycle data alone: which tag holds them in the repository that the base
// comes from, no data of ours says, so a version is named and no tag.
import { daysBetween } from "../../../shared/calendar-day.ts";
import { lastCoveredDay } from "../../../shared/cover.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import type { LookFor } from "../../../shared/model/move.ts";
import { phrase, say } from "../../../shared/wording/say.ts";
import { type Judged, type Knowledge, lifecycleSource, soonDays } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";
import { earliest, supportNow } from "./support.ts";
import { compare, numbersOf } from "./target.ts";

const living = new Set(["supported", "security-only"]);

/**
 * One entry a component that has something newer: another cycle where its own ends, else a newer version of its cycle. What a
 * proven hardened base brings is not among them, for the catalogue's tags speak of that.
 */
export function lookFor(audit: Judged, thing: Thing, known: Knowledge): LookFor[] {
  const byBase = (entry: LifecycleEntry) =>
    thing.by === "chain-id" && (entry === thing.entry || entry.component.kind === "os");
  const own = audit.lifecycle.filter(
    (entry) =>
      entry.component.distroPackaged !== true &&
      entry.component.kind !== "line" &&
      entry.component.product !== null &&
      !byBase(entry),
  );
  return own.flatMap((entry) => nextCycle(entry, audit, known) ?? newerVersion(entry, audit, known) ?? []);
}

/** The lowest later cycle that lives for more than half a year, where the entry's is over or ends within that. */
function nextCycle(entry: LifecycleEntry, audit: Judged, known: Knowledge): LookFor | null {
  const end = lastCoveredDay(entry, known.on);
  const isOver = end === null ? entry.status === "eol" || entry.status === "extended-only" : end < known.on;
  if (!isOver && (end === null || daysBetween(known.on, end) > soonDays)) return null;
  const cycles = known.cyclesOf(entry.component.product ?? "") ?? [];
  const at = cycles.findIndex(({ component }) => component.cycle === entry.component.cycle);
  const later = (at < 0 ? [] : cycles.slice(0, at)).filter(({ status }) => living.has(status));
  const lasting = later.filter((cycle) => {
    const until = lastCoveredDay(cycle, known.on);
    return until === null || daysBetween(known.on, until) > soonDays;
  });
  const found = lasting.at(-1) ?? later[0];
  if (found === undefined) return null;
  const params = { label: found.component.label, version: found.component.version ?? "?", end: end ?? "?" };
  const key = isOver ? (end === null ? "move.look-cycle-over" : "move.look-cycle-ended") : "move.look-cycle-soon";
  return said("next-line", found, entry, audit, known, phrase(key, params));
}

function newerVersion(entry: LifecycleEntry, audit: Judged, known: Knowledge): LookFor | null {
  const { product, cycle, version, kind } = entry.component;
  const found = known.cyclesOf(product ?? "")?.find(({ component }) => component.cycle === cycle);
  const mine = numbersOf(version ?? "");
  const newest = numbersOf(found?.component.version ?? "");
  // A release that states two numbers is not compared with one of three.
  if (found === undefined || kind === "os" || mine.length < 2 || mine.length !== newest.length) return null;
  if (compare(newest, mine) <= 0) return null;
  const params = {
    label: entry.component.label,
    version: found.component.version ?? "?",
    mine: (version ?? "").slice(0, 100),
  };
  return said("newer-tag", found, entry, audit, known, phrase("move.look-version", params));
}

function said(
  kind: LookFor["kind"],
  found: LifecycleEntry,
  entry: LifecycleEntry,
  audit: Judged,
  known: Knowledge,
  why: LookFor["phrases"][number],
): LookFor {
  const others = audit.lifecycle.filter((one) => one !== entry && one.component.distroPackaged !== true);
  const ends = [...others, found].map((one) => lastCoveredDay(one, known.on));
  const phrases = [why, phrase("move.look-tag")];
  return {
    kind,
    product: found.component.product ?? "",
    label: found.component.label,
    cycle: found.component.cycle ?? "",
    version: found.component.version,
    supportedUntil: { before: supportNow(audit, known.on).day, after: earliest(ends) },
    reasons: phrases.map((each) => say(each, "en")),
    phrases,
    source: lifecycleSource(known),
  };
}
