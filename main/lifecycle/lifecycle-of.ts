// Until when, and by whom, everything inside an image is supported: facts beside the catalogue, on a day. Pure.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { EntitlementSet } from "../../shared/model/entitlement.ts";
import type { LifecycleData, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../shared/model/lifecycle-facts.ts";
import { coverageOf } from "./coverage.ts";
import { datesOf, entryOf } from "./entry.ts";
import { eusWindow, extendedProof } from "./extended-proof.ts";
import { hardenedLine } from "./hardened-line.ts";
import type { Match } from "./match.ts";
import { matchOs } from "./match-os.ts";
import { matchRuntime } from "./match-runtime.ts";
import { makerOf } from "./providers.ts";
import { statedEnd } from "./stated-end.ts";

/** What was bought, beside the image it is asked for. */
export interface Cover {
  readonly entitlements: EntitlementSet;
  /** All references of the image, as entitlements may name images by pattern. */
  readonly references: readonly string[];
}

/**
 * One entry a component: the operating system first (also when there is none), the hardened line, then runtimes and
 * applications by label, those that a distribution packaged last. Without `cover`, nothing was bought.
 */
export function lifecycleOf(
  facts: LifecycleFacts,
  catalogue: LifecycleData,
  on: CalendarDay,
  _cover?: Cover,
): LifecycleEntry[] {
  const os = osEntry(facts, catalogue, on);
  const line = hardenedLine(facts.config.labels, on);
  const rest = facts.runtimes.map((runtime) => runtimeEntry(matchRuntime(runtime, catalogue), os, catalogue, on));
  const follows = (entry: LifecycleEntry) => (entry.component.distroPackaged === true ? 1 : 0);
  rest.sort((a, b) => follows(a) - follows(b) || compareText(a.component.label, b.component.label));
  return line === null ? [os, ...rest] : [os, line, ...rest];
}

/** The facts with endoflife.date's names filled in: `os.product`, `os.cycle`, `runtimes[].product`, `runtimes[].cycle`. */
export function namedFacts<T extends LifecycleFacts>(facts: T, catalogue: LifecycleData): T {
  const os = matchOs(facts, catalogue).component;
  const runtimes = facts.runtimes.map((runtime) => {
    const { product, cycle } = matchRuntime(runtime, catalogue).component;
    return { ...runtime, product: product ?? runtime.product, cycle };
  });
  return { ...facts, os: facts.os === null ? null : { ...facts.os, product: os.product, cycle: os.cycle }, runtimes };
}

function osEntry(facts: LifecycleFacts, catalogue: LifecycleData, on: CalendarDay): LifecycleEntry {
  const match = matchOs(facts, catalogue);
  if (match.base !== null) {
    // Windows of the parent are shown, but whether the derivative keeps step with it is nobody's promise.
    const windows = coverageOf(match.base.product, match.base.cycle, catalogue, null);
    return entryOf(
      match,
      windows.map((window) => ({ ...window, entitled: false })),
      on,
    );
  }
  if (match.product === null || match.cycle === null) return entryOf(match, [], on);
  const { product, cycle } = match;
  const windows = coverageOf(product, cycle, catalogue, extendedProof(facts, product.id));
  const stated = facts.os === null ? null : statedEnd(facts.os, makerOf(product), cycle.eol ?? null);
  const more = [eusWindow(facts, product.id), stated].filter((window) => window !== null);
  return entryOf(match, [...windows, ...more], on);
}

function runtimeEntry(match: Match, os: LifecycleEntry, catalogue: LifecycleData, on: CalendarDay): LifecycleEntry {
  if (match.component.distroPackaged === true) {
    // Distributions carry fixes back for as long as they live: upstream's dates are shown, the status is theirs.
    const phrase = { key: "lifecycle.follows-os", params: { os: os.component.label } };
    const { component } = match;
    return {
      component,
      status: os.status,
      reason: "follows-os",
      phrase,
      dates: datesOf(match),
      coverage: [],
      next: null,
    };
  }
  const known = match.product !== null && match.cycle !== null;
  return entryOf(match, known ? coverageOf(match.product, match.cycle, catalogue, null) : [], on);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
