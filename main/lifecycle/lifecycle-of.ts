// Until when, and by whom, everything inside an image is supported: facts beside the catalogue, on a day. Pure.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import { compareText } from "../../shared/compare-text.ts";
import type { Coverage, LifecycleData, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../shared/model/lifecycle-facts.ts";
import type { Cover } from "./cover.ts";
import { coverageOf } from "./coverage.ts";
import { distrolessEnd } from "./distroless-policy.ts";
import { coverOfImage } from "./entitlement-scope.ts";
import { datesOf, entryOf } from "./entry.ts";
import { eusWindow, extendedProof } from "./extended-proof.ts";
import { hardenedLine, isHardened } from "./hardened-line.ts";
import type { Match } from "./match.ts";
import { matchOs } from "./match-os.ts";
import { matchRuntime } from "./match-runtime.ts";
import { makerOf } from "./providers.ts";
import { statedEnd } from "./stated-end.ts";
import { supportWindows, unplacedCover } from "./support-windows.ts";

export type { Cover } from "./cover.ts";

/**
 * One entry a component: the operating system first (also when there is none), the hardened line, then runtimes and
 * applications by label, those that a distribution packaged last. Without `cover`, nothing was bought. What was bought never
 * changes a status, only which windows count.
 */
export function lifecycleOf(
  facts: LifecycleFacts,
  catalogue: LifecycleData,
  on: CalendarDay,
  cover?: Cover,
): LifecycleEntry[] {
  const own = cover === undefined ? undefined : coverOfImage(cover);
  const os = osEntry(facts, catalogue, on, own);
  const { labels } = facts.config;
  const line = hardenedLine(labels, catalogue, on, own);
  const rest = facts.runtimes.map((runtime) =>
    runtimeEntry(matchRuntime(runtime, catalogue), os, catalogue, on, own, isHardened(labels)),
  );
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

function osEntry(
  facts: LifecycleFacts,
  data: LifecycleData,
  on: CalendarDay,
  cover: Cover | undefined,
): LifecycleEntry {
  const match = matchOs(facts, data);
  const { product, cycle, base, component } = match;
  const { labels } = facts.config;
  if (product === null || cycle === null) {
    // Windows of the parent are shown, but whether the derivative keeps step with it is nobody's promise.
    const parent = base === null ? [] : coverageOf(base.product, base.cycle, data, null);
    const windows = parent.map((window) => ({ ...window, entitled: false }));
    return entryOf(match, [...windows, ...boughtAlone(match, data, cover, isHardened(labels))], on);
  }
  const maker = makerOf(product);
  const stated = [
    facts.os === null ? null : statedEnd(facts.os, maker, cycle.eol ?? null, labels),
    component.variant === "distroless" ? distrolessEnd(cycle.cycle, facts.runtimes) : null,
  ];
  const eus = eusWindow(facts, product.id, data);
  const windows = supportWindows(component, product, cycle, data, cover, {
    proof: extendedProof(facts, product.id),
    extended: eus === null ? [] : [eus],
    stated: stated.filter((window) => window !== null),
    isHardened: isHardened(labels),
  });
  return entryOf(match, windows, on);
}

/** Contracts for a component without a cycle; one that has none by design has no end that could be extended. */
function boughtAlone(match: Match, data: LifecycleData, cover: Cover | undefined, hardened: boolean): Coverage[] {
  return match.without?.status === "unknown" ? unplacedCover(match.component, data, cover, hardened) : [];
}

function runtimeEntry(
  match: Match,
  os: LifecycleEntry,
  data: LifecycleData,
  on: CalendarDay,
  cover: Cover | undefined,
  hardened: boolean,
): LifecycleEntry {
  const { component, product, cycle } = match;
  if (component.distroPackaged === true) {
    // Distributions carry fixes back for as long as they live: upstream's dates are shown, the status is theirs.
    const phrase = { key: "lifecycle.follows-os", params: { os: os.component.label } };
    const dates = datesOf(match);
    return { component, status: os.status, reason: "follows-os", phrase, dates, coverage: [], next: null };
  }
  if (product === null || cycle === null) return entryOf(match, boughtAlone(match, data, cover, hardened), on);
  const signs = { proof: null, isHardened: hardened };
  return entryOf(match, supportWindows(component, product, cycle, data, cover, signs), on);
}
