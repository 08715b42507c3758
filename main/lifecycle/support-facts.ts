// Until when the operating system and the engine are supported, as facts that rules of other rooms judge by.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import { lastCoveredDay } from "../../shared/cover.ts";
import type { Facts, OsSupport } from "../../shared/model/facts.ts";
import type { LifecycleData, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { EngineFacts, EngineSupport } from "../../shared/model/surroundings.ts";
import { productOf } from "./product-of.ts";
import { cycleOf } from "./version-to-cycle.ts";

/** Products of endoflife.date by what an engine is; what is not listed has no known support window. */
const products: Readonly<Partial<Record<EngineFacts["product"], string>>> = {
  docker: "docker-engine",
  "docker-desktop": "docker-engine",
  podman: "podman",
};

/** The support of an image's operating system as it stands on a day, from its entry of `lifecycleOf`; absent where there is no system. */
export function osSupport(
  facts: Pick<Facts, "os">,
  lifecycle: readonly LifecycleEntry[],
  { source, date }: LifecycleData,
  on: CalendarDay,
): OsSupport | undefined {
  const entry = lifecycle.find(({ component }) => component.kind === "os");
  if (facts.os === null || entry === undefined) return undefined;
  return { until: lastCoveredDay(entry, on), status: entry.status, source, date };
}

/** The support of an engine's release; absent where the data knows no such product or cycle. */
export function engineSupport(
  { product, engineVersion }: Pick<EngineFacts, "product" | "engineVersion">,
  catalogue: LifecycleData,
): EngineSupport | undefined {
  const id = products[product];
  const known = id === undefined ? null : productOf(catalogue, id);
  // Podman calls itself by name before its version.
  const answer = known === null ? null : cycleOf(known, engineVersion.replace(/^[A-Za-z]+ /, ""));
  if (answer === null || answer.cycle === null) return undefined;
  const { cycle, eol, latest } = answer.cycle;
  const day: CalendarDay | null = typeof eol === "string" ? eol : null;
  return { cycle, eol: day, latest: latest ?? null, source: catalogue.source, date: catalogue.date };
}
