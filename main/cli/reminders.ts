// `plimsoll reminders list|snooze|done|reopen`: the same list that the app shows, planned for today or the day of `--on`.
// Looking changes nothing; only `--mark`, snooze, done and reopen write.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import { readableJson } from "../../shared/canonical-json.ts";
import type { RunError } from "../../shared/model/audit.ts";
import { failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { Reminder, ReminderMemory } from "../../shared/model/reminder.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { loadWaivers, loadWaiversIfThere } from "../data/waivers.ts";
import { markDone, markNotified, reopen, snooze } from "../lifecycle/reminders/memory.ts";
import { type GatheredReminders, gatherReminders, type ReminderWorld, signingCertificates } from "../reminders.ts";
import { openAuditStore } from "../store/audits.ts";
import { homeFolder, openHome } from "../store/home.ts";
import { openReminderMemory, type ReminderMemoryStore } from "../store/reminder-memory.ts";
import { dayFrom, type PackOptions, usage } from "./deciding.ts";
import { type DecisionOptions, decisionPath, entitlementsOf } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData, type OwnDatesOption } from "./judging-data.ts";
import { packFolders } from "./pack-folders.ts";
import { knowsNoImage, noAudit, reminderText } from "./reminder-text.ts";
import { readCliSettings } from "./settings-conf.ts";
import type { World } from "./world.ts";

export interface ReminderOptions
  extends PackOptions,
    OwnDatesOption,
    Pick<DecisionOptions, "waivers" | "entitlements"> {
  readonly format: Format;
  readonly lang?: Language;
}
export interface ReminderListOptions extends ReminderOptions {
  readonly on?: string;
  readonly due?: boolean;
  readonly new?: boolean;
  readonly mark?: boolean;
  readonly all?: boolean;
}
export interface SnoozeOptions extends ReminderOptions {
  readonly until?: string;
  readonly days?: string;
}

/** What a command works with: the plan, where it is kept, and what could not be looked at. */
export interface KnownReminders extends GatheredReminders {
  readonly on: CalendarDay;
  readonly data: { readonly source: string; readonly date: CalendarDay };
  readonly errors: readonly RunError[];
  readonly memory: ReminderMemoryStore;
  /** The same plan, with what was kept meanwhile. */
  readonly again: () => Promise<GatheredReminders>;
}

/** Lists reminders. Ends with `gateReached` where `--due` is asked for and something is due. */
export async function listReminders(options: ReminderListOptions, world: World): Promise<ExitCode> {
  const isDueOnly = options.due === true || options.new === true;
  if (options.mark === true && !isDueOnly) throw usage("--mark goes with --due");
  if (options.all === true && isDueOnly) throw usage("--all shows everything and --due only what is due; give one");
  const on = judgedDay(options.on, world.clock);
  const isToday = on === world.clock.today();
  const known = await plan(options, world, on, options.mark === true && isToday);
  const due = known.reminders.filter(({ state }) => state === "due");
  const shown = !isDueOnly ? known.reminders : options.new === true ? [...known.news] : due;
  if (options.mark === true && shown.length > 0) {
    const ids = shown.map(({ id }) => id);
    await known.memory.change((memory) => markNotified(memory, ids, on));
  }
  print(known, shown, options, world, isDueOnly ? "due" : options.all === true ? "all" : "next");
  if (known.errors.length > 0) return exitCodes.notAllDone;
  return isDueOnly && shown.length > 0 ? exitCodes.gateReached : exitCodes.done;
}

/** Puts reminders off until `--until`, or for `--days` days. */
export async function snoozeReminders(ids: readonly string[], options: SnoozeOptions, world: World): Promise<ExitCode> {
  const until = untilOf(options, world.clock.today());
  return change(ids, options, world, (memory, chosen) => snooze(memory, chosen, until));
}

/** Marks reminders as dealt with. */
export function finishReminders(ids: readonly string[], options: ReminderOptions, world: World): Promise<ExitCode> {
  const on = world.clock.today();
  return change(ids, options, world, (memory, chosen) => markDone(memory, chosen, on));
}

/** Takes `done` and `snooze` back. */
export function reopenReminders(ids: readonly string[], options: ReminderOptions, world: World): Promise<ExitCode> {
  return change(ids, options, world, reopen);
}

async function change(
  words: readonly string[],
  options: ReminderOptions,
  world: World,
  step: (memory: ReminderMemory, ids: readonly string[]) => ReminderMemory,
): Promise<ExitCode> {
  const on = world.clock.today();
  const before = await plan(options, world, on, false);
  const ids = new Set(words.flatMap((word) => chosenBy(word, before.reminders)));
  await before.memory.change((memory) => step(memory, [...ids]));
  const after = { ...before, ...(await before.again()) };
  const changed = after.reminders.filter(({ id }) => ids.has(id));
  print(after, changed, options, world, "changed");
  return after.errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
}

async function plan(options: ReminderOptions, world: World, on: CalendarDay, record: boolean): Promise<KnownReminders> {
  const home = await openHome(homeFolder(world.env["PLIMSOLL_HOME"]));
  const tell = (line: string): void => world.stderr.write(`plimsoll: ${line}\n`);
  const errors: RunError[] = [];
  // A file at fault silences nothing but its own dates, and the command ends with 2.
  const orNull = async <T>(reference: string, reading: Promise<T>): Promise<T | null> => {
    try {
      return await reading;
    } catch (error) {
      errors.push({ reference, message: sayFailure(failureOf(error)) });
      return null;
    }
  };
  const { rules, lifecycle: data } = await judgingData(options, world, await packFolders(options.pack, world));
  const readWaivers = options.waivers === undefined ? loadWaiversIfThere : loadWaivers;
  const waivers = await orNull("waivers", readWaivers(decisionPath("waivers", options, world), rules));
  const entitlements = await orNull("entitlements", entitlementsOf(options, world));
  const keys = await signingCertificates(home.keys);
  const memory = openReminderMemory(home.reminders);
  const input: ReminderWorld = {
    store: openAuditStore(home.audits),
    data,
    entitlements,
    waivers,
    rules,
    certificate: keys.certificates,
    settings: await readCliSettings(home.folder, world.clock.today(), tell),
    memory,
    on,
    record,
  };
  const gathered = await gatherReminders(input);
  if (gathered.setAside !== null) {
    tell(`what was told, snoozed and done did not parse; it was set aside as ${gathered.setAside}`);
  }
  for (const failure of keys.failures) errors.push({ reference: "keys", message: sayFailure(failure) });
  for (const { image, failure } of gathered.unread) errors.push({ reference: image, message: sayFailure(failure) });
  const { source, date } = data;
  return { ...gathered, on, data: { source, date }, errors, memory, again: () => gatherReminders(input) };
}

function print(
  known: KnownReminders,
  shown: readonly Reminder[],
  options: ReminderOptions,
  world: World,
  view: "next" | "all" | "due" | "changed",
): void {
  const { on, data, images, undated, corrections, errors } = known;
  if (options.format === "json") {
    world.stdout.write(
      readableJson({
        schema: "plimsoll/reminders@1",
        on,
        timeZone: world.clock.zone(),
        data,
        images,
        undated,
        reminders: shown,
        corrections,
        errors,
      }),
    );
  } else world.stdout.write(reminderText(known, shown, view, options.lang ?? world.language));
  if (view === "due" && knowsNoImage(known))
    world.stderr.write(`plimsoll: ${noAudit[options.lang ?? world.language]}\n`);
  for (const { message } of errors) world.stderr.write(`plimsoll: ${message}\n`);
}

/** The ids that a word of the command line names. Throws FailureError `usage` where it names none, or several by accident. */
function chosenBy(word: string, reminders: readonly Reminder[]): string[] {
  const ofSubject = reminders.filter(({ subject, state }) => subject.id === word && state !== "passed");
  if (ofSubject.length > 0) return ofSubject.map(({ id }) => id);
  const begun = reminders.filter(({ id }) => word.length >= 4 && id.startsWith(word.toLowerCase()));
  const [first] = begun;
  if (first === undefined) throw usage(`there is no reminder ${word}; see plimsoll reminders list --all`);
  if (begun.length > 1) throw usage(`${word} begins the ids of ${begun.length}; give more of it`);
  return [first.id];
}

function untilOf({ until, days }: SnoozeOptions, today: CalendarDay): CalendarDay {
  if ((until === undefined) === (days === undefined)) throw usage("give either --until DAY or --days N");
  if (days !== undefined && !/^[1-9]\d{0,3}$/.test(days)) throw usage("give --days as a whole number from 1 to 9999");
  const day = days === undefined ? dayFrom("--until", until) : addDays(today, Number(days));
  if (day <= today) throw usage(`${day} is not after today; snoozed means due again on a later day`);
  return day;
}
