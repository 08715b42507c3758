// What the commands about waivers and answers have in common: the catalogue, the names of people and days, and saying what
// was written.
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { loadBuiltInRules } from "../data/compiled-rules.ts";
import { loadPacks } from "../data/pack.ts";
import { packFolders } from "./pack-folders.ts";
import type { World } from "./world.ts";

export interface PackOptions {
  readonly pack?: readonly string[];
}

/** All rule sets of this version and of the packs that are named; nothing else of the catalogues is read. */
export async function allRules({ pack = [] }: PackOptions, world: World): Promise<readonly RuleSet[]> {
  const [rules, packs] = await Promise.all([loadBuiltInRules(world.assets), packFolders(pack, world).then(loadPacks)]);
  return [...rules, ...packs.map(({ set }) => set)];
}

/** The benchmark and version that a control stands under. Throws FailureError `usage` where there is no such control. */
export function rulesOf(control: string, rules: readonly RuleSet[]): { benchmark: string; version: string } {
  const set = rules.find(({ controls }) => controls.some(({ id }) => id === control));
  if (set === undefined) throw usage(`no control ${control}; see plimsoll controls list`);
  return { benchmark: set.id, version: set.version };
}

/** A day that an option names. Throws FailureError `usage` for one that does not exist. */
export function dayFrom(option: string, text: string | undefined): CalendarDay {
  const day = text === undefined ? null : parseDay(text);
  if (day === null) throw usage(`give ${option} with a day that exists, as YYYY-MM-DD`);
  return day;
}

/** The text of an option that must be there. */
export function textFrom(option: string, text: string | undefined): string {
  if (text === undefined || text.trim() === "") throw usage(`give ${option}`);
  return text;
}

/** Who does it: the name that is given, else the user of this machine. */
export function personFrom(option: string, name: string | undefined, world: World): string {
  return textFrom(option, name ?? world.host.user);
}

export function usage(cause: string): FailureError {
  return new FailureError({ kind: "usage", cause });
}
