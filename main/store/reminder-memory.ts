// What was told, snoozed and done, in `reminders.json` of the state folder: changed under a lock and in one step, mode 0600. A
// file that does not parse is set aside and said, one of a newer Plimsoll is left alone.
import { open, readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { canonicalJson, readableJson } from "../../shared/canonical-json.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { noReminderMemory, ReminderMemory } from "../../shared/model/reminder.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { makeFolder, writeAtomically } from "../atomic-write.ts";
import { errorCode, fileCause, isMissing } from "../file-error.ts";
import { takeLock } from "../file-lock.ts";

/** All that the bounds of the memory allow comes to less. */
const maximumBytes = 32 * 1024 * 1024;

export interface ReminderMemoryStore {
  /** What is kept; an empty memory where nothing is. Throws `state-unusable`. */
  read(): Promise<ReminderMemory>;
  /** Applies a step to what is kept and gives what is kept then; what changes nothing writes nothing. Throws `not-writable`, `state-unusable`. */
  change(step: (memory: ReminderMemory) => ReminderMemory): Promise<ReminderMemory>;
  /** Where a file that did not parse was put by this store; null = none. */
  setAside(): string | null;
}

/** Opens the memory at `path`. Nothing is read or made yet. */
export function openReminderMemory(path: string): ReminderMemoryStore {
  let aside: string | null = null;

  async function read(): Promise<ReminderMemory> {
    const text = await readIfThere(path);
    if (text === null) return noReminderMemory;
    const value = parseJson(text);
    const parsed = ReminderMemory.safeParse(value);
    if (parsed.success) return parsed.data;
    if (isNewer(value)) throw unusable(path, "a newer Plimsoll wrote it; update Plimsoll");
    aside = (await putAside(path)) ?? aside;
    return noReminderMemory;
  }

  return {
    read,
    async change(step) {
      await makeFolder(dirname(path), 0o700);
      const release = await lock(path);
      try {
        const before = await read();
        const after = step(before);
        if (canonicalJson(after) !== canonicalJson(before)) await writeAtomically(path, readableJson(after), 0o600);
        return after;
      } finally {
        await release();
      }
    },
    setAside: () => aside,
  };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      return size > maximumBytes ? "" : await file.readFile("utf8");
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw unusable(path, fileCause(error), error);
  }
}

/** `reminders.broken-1.json` beside it, or the next number that is free; null where another process was first. */
async function putAside(path: string): Promise<string | null> {
  try {
    const taken = new Set(await readdir(dirname(path)));
    let number = 1;
    const name = (): string => basename(path).replace(/(\.json)?$/, `.broken-${number}$1`);
    while (taken.has(name())) number += 1;
    const aside = join(dirname(path), name());
    await rename(path, aside);
    return aside;
  } catch (error) {
    if (isMissing(error)) return null;
    throw unusable(path, `it does not parse and cannot be set aside: ${fileCause(error)}`, error);
  }
}

function isNewer(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("schema" in value)) return false;
  const version = /^plimsoll\/reminder-memory@(\d{1,6})$/.exec(String(value.schema))?.[1];
  return version !== undefined && Number(version) > 1;
}

async function lock(path: string): Promise<() => Promise<void>> {
  try {
    return await takeLock(path);
  } catch (error) {
    const cause = errorCode(error) === "ELOCKED" ? "another Plimsoll is changing it; try again" : fileCause(error);
    throw new FailureError({ kind: "not-writable", path, cause }, { cause: error });
  }
}

function unusable(path: string, cause: string, error?: unknown): FailureError {
  return new FailureError({ kind: "state-unusable", path, cause }, error === undefined ? {} : { cause: error });
}
