// The file of waivers, read and checked whole: a fault names file, line and column, and no audit runs beside one. Shape:
// shared/model/waiver.ts; docs/POLICY.md explains it with an example.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import { canonicalJson } from "../../shared/canonical-json.ts";
import type { Control, RuleSet } from "../../shared/model/control.ts";
import { type Waiver, WaiverFile, type WaiverSet } from "../../shared/model/waiver.ts";
import { type DecisionFile, readDecisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { misfit } from "./read-yaml.ts";
import { uuid5 } from "./uuid5.ts";

/** The controls that a file of decisions may name. */
export type KnownRules = readonly (Pick<RuleSet, "id"> & { readonly controls: readonly Pick<Control, "id">[] })[];

/**
 * Reads waivers; `rules` are all rule sets of this version and packs. Throws FailureError: `not-readable`, or
 * `catalogue-invalid` where the file does not parse, names an unknown control, or lets a waiver hold longer than it may.
 */
export async function loadWaivers(path: string, rules: KnownRules): Promise<WaiverSet> {
  return parseWaivers(path, await readDecisionFile(path), rules);
}

/** The same, null where there is no such file. */
export async function loadWaiversIfThere(path: string, rules: KnownRules): Promise<WaiverSet | null> {
  const file = await readDecisionFileIfThere(path);
  return file === null ? null : parseWaivers(path, file, rules);
}

/** Waivers of a file that was read; `path` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseWaivers(path: string, { value, fault, digest }: DecisionFile, rules: KnownRules): WaiverSet {
  const parsed = WaiverFile.safeParse(value);
  if (!parsed.success) throw misfit(path, fault, parsed.error);
  const { approver, maximumDays } = parsed.data;
  const seen = new Map<string, number>();
  const waivers = (parsed.data.waivers ?? []).map((given, index): Waiver => {
    const waiver = { ...given, id: given.id ?? waiverId(given) };
    const at = ["waivers", index];
    const found = faultOf(waiver, rules, maximumDays);
    if (found !== null) throw fault(found.cause, [...at, ...found.place]);
    const other = seen.get(waiver.id);
    if (other !== undefined)
      throw fault(`waiver ${waiver.id} stands twice, also as number ${other + 1}`, [...at, "id"]);
    seen.set(waiver.id, index);
    return waiver;
  });
  return { approver, maximumDays, waivers, digest };
}

/** The id of a waiver that was given none: it follows from what was asked for, by whom and when. */
export function waiverId({ control, scope, requester, created }: Omit<Waiver, "id">): string {
  return uuid5(`waiver ${canonicalJson({ control, scope, requester, created })}`);
}

interface Fault {
  readonly cause: string;
  readonly place: readonly PropertyKey[];
}

/** What is wrong with a waiver that its shape alone does not show; null = nothing. */
function faultOf(waiver: Waiver, rules: KnownRules, maximumDays: number): Fault | null {
  const { control, created, renewals = [], revoked } = waiver;
  const set = rules.find(({ controls }) => controls.some(({ id }) => id === control));
  if (set === undefined) return { cause: `there is no control ${control}`, place: ["control"] };
  const starts = [created, ...renewals.map(({ on }) => on)];
  const stretches = [...renewals, waiver].map((stretch, index) => ({
    stretch,
    from: starts[index] ?? created,
    at: index < renewals.length ? ["renewals", index] : [],
  }));
  for (const { stretch, from, at } of stretches) {
    const found = stretchFault(stretch, from, set.id, maximumDays);
    if (found !== null) return { ...found, place: [...at, ...found.place] };
  }
  const disorder = renewals.findIndex(({ on }, index) => on < (starts[index] ?? created));
  if (disorder >= 0) return { cause: "on: it lies before what it renews", place: ["renewals", disorder, "on"] };
  if (revoked !== undefined && revoked.on < created)
    return { cause: "on: it was revoked before it was made", place: ["revoked", "on"] };
  return null;
}

function stretchFault(
  { until, approver, approved, rules }: Pick<Waiver, "until" | "approver" | "approved" | "rules">,
  from: CalendarDay,
  benchmark: string,
  maximumDays: number,
): Fault | null {
  const days = daysBetween(from, until);
  if (days < 0) return { cause: `until: ${until} lies before its first day, ${from}`, place: ["until"] };
  if (days > maximumDays) {
    const cause = `until: ${until} is ${days} days after ${from}; a waiver holds for ${maximumDays} days at most`;
    return { cause, place: ["until"] };
  }
  if (approver !== undefined && approved === undefined)
    return { cause: "approver: say on which day as well (approved)", place: ["approver"] };
  if (approver === undefined && approved !== undefined)
    return { cause: "approved: say by whom as well (approver)", place: ["approved"] };
  if (approved !== undefined && approved < from)
    return { cause: `approved: ${approved} lies before its first day, ${from}`, place: ["approved"] };
  if (rules.benchmark !== benchmark)
    return {
      cause: `rules: the control belongs to ${benchmark}, not to ${rules.benchmark}`,
      place: ["rules", "benchmark"],
    };
  return null;
}
