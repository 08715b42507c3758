// How long a vulnerability may stay open, and how each one stands: the days of a table, and two clocks, that of whoever publishes
// the base and that of the organisation itself.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Phrase } from "./phrase.ts";
import { VulnerabilitySeverity } from "./vulnerability.ts";

export const ReadyRemediation = z.enum(["dhi-sla", "pci-6.3.3", "fedramp"]);
export type ReadyRemediation = z.infer<typeof ReadyRemediation>;

/** What the days are counted from. */
export const RemediationStart = z.enum(["fix", "first-seen", "disclosed"]);
export type RemediationStart = z.infer<typeof RemediationStart>;

const Days = z.int().min(0).max(3650);

/** A table of an organisation's own. A severity that it does not name has no limit. */
export const OwnRemediation = z.strictObject({
  name: z.string().min(1).max(200),
  from: RemediationStart,
  days: z.partialRecord(VulnerabilitySeverity, Days),
  /** For what is known to be exploited, whatever its severity. */
  knownExploited: Days.optional(),
});
export type OwnRemediation = z.infer<typeof OwnRemediation>;

export const RemediationPolicy = z.union([ReadyRemediation, OwnRemediation]);
export type RemediationPolicy = z.infer<typeof RemediationPolicy>;

export const RemediationClock = z.object({
  /** `due` and `overdue` are open; `met` and `missed` closed; `none`: no limit applies; `unknown`: one may. */
  state: z.enum(["due", "overdue", "met", "missed", "none", "unknown"]),
  /** Whose limit it is. */
  table: z.string(),
  /** From when it counts, how many days, and the last good day; null where there is none. */
  from: CalendarDay.nullable(),
  days: z.int().nullable(),
  due: CalendarDay.nullable(),
  /** `from` is the latest it can have been, for want of the day itself. */
  estimate: z.boolean(),
  reason: Phrase.optional(),
});
export type RemediationClock = z.infer<typeof RemediationClock>;

export const Remediation = z.object({
  id: z.string(),
  package: z.string(),
  severity: VulnerabilitySeverity,
  knownExploited: z.boolean(),
  fixedIn: z.string().nullable(),
  /** The steps, null where a day is not known. */
  disclosed: CalendarDay.nullable(),
  firstSeen: CalendarDay.nullable(),
  fixAvailable: CalendarDay.nullable(),
  baseAvailable: CalendarDay.nullable(),
  closed: CalendarDay.nullable(),
  publisher: RemediationClock,
  /** Absent where the organisation has set no table. */
  policy: RemediationClock.optional(),
});
export type Remediation = z.infer<typeof Remediation>;
