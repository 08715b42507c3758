// Which events each calendar was given, in `calendar.json` of the state folder: without it SEQUENCE could not rise and nothing
// could be called off. One writer at a time; a file that cannot be used is set aside, never overwritten.
import { readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import { CalendarMemory, emptyCalendarMemory } from "../../shared/model/calendar.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { errorCode, fileCause, isMissing } from "../file-error.ts";
import { takeLock } from "../file-lock.ts";
import { asideName } from "./aside-name.ts";

/** Calendars that are remembered; those not written for longest are forgotten first. */
const most = 50;

export interface CalendarStore {
  /**
   * Reads, calls `step`, and keeps the memory it gives, all under the lock; what `step` throws changes nothing. `setAside`
   * names a file that could not be used and was moved out of the way.
   */
  change<T>(
    step: (memory: CalendarMemory) => Promise<{ memory: CalendarMemory; value: T }>,
  ): Promise<{ value: T; setAside: string | null }>;
}

/** Over the file at `path`, in a folder that is there. `on` names a file that is set aside. */
export function openCalendarStore(path: string, on: CalendarDay): CalendarStore {
  return {
    async change(step) {
      await makeFolder(dirname(path), 0o700);
      const release = await lock(path);
      try {
        const { memory: before, setAside } = await read(path, on);
        const { memory, value } = await step(before);
        await writeAtomically(path, `${JSON.stringify(bounded(memory))}\n`, 0o600);
        return { value, setAside };
      } finally {
        await release();
      }
    },
  };
}

async function read(path: string, on: CalendarDay): Promise<{ memory: CalendarMemory; setAside: string | null }> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) {
      return { memory: emptyCalendarMemory, setAside: null };
    }
    throw new FailureError({ kind: "state-unusable", path, cause: fileCause(error) }, { cause: error });
  }
  const parsed = CalendarMemory.safeParse(parseJson(text));
  if (parsed.success) return { memory: parsed.data, setAside: null };
  const aside = await asideName(path, on);
  await rename(path, aside);
  return { memory: emptyCalendarMemory, setAside: aside };
}

function bounded({ schema, calendars }: CalendarMemory): CalendarMemory {
  const entries = Object.entries(calendars).sort(([, a], [, b]) => (a.used < b.used ? 1 : a.used > b.used ? -1 : 0));
  return { schema, calendars: Object.fromEntries(entries.slice(0, most)) };
}

async function lock(path: string): Promise<() => Promise<void>> {
  try {
    return await takeLock(path);
  } catch (error) {
    if (errorCode(error) === "ELOCKED") {
      const cause = "another Plimsoll is writing to it; try again";
      throw new FailureError({ kind: "state-unusable", path, cause });
    }
    throw new FailureError({ kind: "not-writable", path, cause: fileCause(error) }, { cause: error });
  }
}
