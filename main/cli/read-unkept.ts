// Reading a source for an answer that is not kept: support, a calendar, a review, a recommendation. An audit that lasts is
// made by `plimsoll audit` alone.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { EntitlementSet } from "../../shared/model/entitlement.ts";
import { runAudit } from "../audit.ts";
import type { Catalogues } from "../catalogues.ts";
import type { Scanner } from "../scanner.ts";
import { collectRun } from "./collect-run.ts";
import { openScanner } from "./open-scanner.ts";
import type { SourceOptions } from "./source-options.ts";
import type { World } from "./world.ts";

export interface UnkeptQuestion {
  /** References, ids or keys; none = every image of the source. */
  readonly names: readonly string[];
  readonly options: SourceOptions;
  readonly catalogues: Catalogues;
  readonly entitlements: EntitlementSet | null;
  readonly on: CalendarDay;
  /** What is judged by; where only support is asked for, by none. */
  readonly rules: readonly RuleSet[];
  /** Looks at the source before anything is read, and throws where the question does not fit it. */
  readonly before?: (scanner: Scanner) => Promise<void>;
}

/** The run, with its failures in `errors`. Throws FailureError where the source cannot be opened or listed. */
export async function readUnkept(question: UnkeptQuestion, world: World): Promise<AuditRun> {
  const { names, options, catalogues, entitlements, on, rules, before } = question;
  const scanner = await openScanner(options, world);
  try {
    await before?.(scanner);
    const { clock, tool } = world;
    const bought = entitlements === null ? {} : { entitlements };
    const deps = { ...catalogues, ...bought, rules, on, scanner, clock, tool, previous: async () => null };
    return await collectRun(runAudit(deps, { images: names.length === 0 ? null : names }, world.signal), world);
  } finally {
    await scanner.close();
  }
}

/** Whether a source is named at all; without one, kept audits may answer. */
export function namesSource({ archive, layout, sample, context, engine }: SourceOptions): boolean {
  return [archive, layout, sample, context, engine].some((option) => option !== undefined);
}
