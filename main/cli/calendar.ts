// `plimsoll calendar`: the support dates of one's own images as an iCalendar file, to be imported or subscribed to.
import { resolve } from "node:path";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { writeAtomically } from "../atomic-write.ts";
import { type MadeCalendar, makeCalendar } from "../calendar.ts";
import { openAuditStore } from "../store/audits.ts";
import { openCalendarStore } from "../store/calendar-memory.ts";
import { homeFolder, openHome } from "../store/home.ts";
import { calendarSubjects } from "./calendar-subjects.ts";
import { type DecisionOptions, entitlementsOf } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData, type OwnDatesOption } from "./judging-data.ts";
import { readCliSettings } from "./settings-conf.ts";
import type { SourceOptions } from "./source-options.ts";
import type { World } from "./world.ts";

export interface CalendarOptions extends SourceOptions, OwnDatesOption, Pick<DecisionOptions, "entitlements"> {
  /** A file, or `-` for stdout. */
  readonly output: string;
  /** Read by judged-day.ts. */
  readonly on?: string;
  readonly lang?: Language;
}

/**
 * Writes the calendar of `images`, or of all own ones. Exit 2 where an image could not be read: what is known of it from
 * before stays in the file. Throws FailureError where nothing can be read or written; the file is then as it was.
 */
export async function writeCalendar(
  images: readonly string[],
  options: CalendarOptions,
  world: World,
): Promise<ExitCode> {
  const on = judgedDay(options.on, world.clock);
  const home = await openHome(homeFolder(world.env["PLIMSOLL_HOME"]));
  const tell = (line: string): void => world.stderr.write(`plimsoll: ${line}\n`);
  const settings = await readCliSettings(home.folder, world.clock.today(), tell);
  const catalogues = await judgingData(options, world);
  const entitlements = await entitlementsOf(options, world);
  const store = openAuditStore(home.audits);
  const found = await calendarSubjects({ names: images, options, world, store, catalogues, entitlements, on });
  const language = options.lang ?? world.language;
  const toStdout = options.output === "-";
  const file = toStdout ? "-" : resolve(world.cwd, options.output);
  const { value: made, setAside } = await openCalendarStore(home.calendar, on).change(async (memory) => {
    const calendar = makeCalendar({
      ...found,
      settings,
      memory,
      calendar: file,
      on,
      now: world.clock.now(),
      language,
      toolVersion: world.tool.version,
    });
    // Remembered is only what was really written.
    if (!toStdout) await writeAtomically(file, calendar.text);
    return { memory: calendar.memory, value: calendar };
  });
  if (setAside !== null) tell(`what was remembered of calendars could not be used; it was set aside as ${setAside}`);
  if (toStdout) world.stdout.write(made.text);
  (toStdout ? world.stderr : world.stdout).write(summary(made, plainText(options.output), on, language));
  for (const message of found.errors) tell(message);
  return found.errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
}

const words = {
  holds: {
    en: "{file}: ends {ends}, notices before them {leads}, called off {calledOff}",
    de: "{file}: Enden {ends}, Vorankündigungen {leads}, entfallen {calledOff}",
  },
  next: { en: "next: {label}, last day {day}", de: "als Nächstes: {label}, letzter Tag {day}" },
  past: { en: "no end lies ahead", de: "kein Ende liegt voraus" },
  undated: {
    en: "images of which no source dates an end, and which are not in it: {undated}",
    de: "Images, deren Ende keine Quelle datiert und die darin fehlen: {undated}",
  },
} as const;

/** What the file holds, a line each; for people. */
function summary({ counts, next }: MadeCalendar, file: string, on: CalendarDay, language: Language): string {
  const values: Readonly<Record<string, string>> = {
    file: file === "-" ? `plimsoll ${on}` : file,
    ends: String(counts.ends),
    leads: String(counts.leads),
    calledOff: String(counts.calledOff),
    undated: String(counts.undated),
    label: next === null ? "" : plainText(next.label, 100),
    day: next?.day ?? "",
  };
  const line = (name: keyof typeof words) =>
    `${words[name][language].replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)}\n`;
  return line("holds") + line(next === null ? "past" : "next") + (counts.undated === 0 ? "" : line("undated"));
}
