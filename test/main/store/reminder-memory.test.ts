import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { markDone, markNotified } from "../../../main/lifecycle/reminders/memory.ts";
import { openReminderMemory } from "../../../main/store/reminder-memory.ts";
import { noReminderMemory } from "../../../shared/model/reminder.ts";
import { day } from "../../support/kept-run.ts";
import { readOnly } from "../../support/read-only-folder.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-reminders-"));
  path = join(folder, "home", "reminders.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const on = day("2026-12-01");

describe("the memory of reminders", () => {
  it("is empty where there is none, and looking makes none", async () => {
    expect(await openReminderMemory(path).read()).toEqual(noReminderMemory);
    expect(await readdir(folder)).toEqual([]);
  });

  it("keeps what was changed, for its owner alone, and writes nothing where nothing changed", async () => {
    const memory = openReminderMemory(path);
    const after = await memory.change((kept) => markDone(kept, ["a"], on));
    expect(after.done).toEqual({ a: on });
    expect(await openReminderMemory(path).read()).toEqual(after);
    const { mode, mtimeMs } = await stat(path);
    expect((mode & 0o777).toString(8)).toBe("600");
    expect(await memory.change((kept) => ({ ...kept }))).toEqual(after);
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    expect(await readdir(join(folder, "home"))).toEqual(["reminders.json"]);
  });

  it("loses nothing where many change it at once, through one opening or several", async () => {
    const shared = openReminderMemory(path);
    const ids = Array.from({ length: 12 }, (_, at) => `id-${at}`);
    await Promise.all(
      ids.map((id, at) =>
        (at % 2 === 0 ? shared : openReminderMemory(path)).change((kept) => markNotified(kept, [id], on)),
      ),
    );
    expect(Object.keys((await shared.read()).notified).sort()).toEqual([...ids].sort());
  });

  it("leaves everything as it was when the step throws", async () => {
    const memory = openReminderMemory(path);
    await memory.change((kept) => markDone(kept, ["a"], on));
    const before = await readFile(path, "utf8");
    await expect(
      memory.change(() => {
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await readFile(path, "utf8")).toBe(before);
    expect((await memory.change((kept) => markDone(kept, ["b"], on))).done).toEqual({ a: on, b: on });
  });

  it.each([
    ["cut", '{"schema":"plimsoll/reminder-mem'],
    ["empty", ""],
    ["another shape", JSON.stringify({ ...noReminderMemory, done: [] })],
    ["a day that does not exist", JSON.stringify({ ...noReminderMemory, done: { a: "2026-02-30" } })],
    ["an old shape", JSON.stringify({ ...noReminderMemory, schema: "plimsoll/reminder-memory@0" })],
  ])("that is %s is set aside, which is said, and begins anew", async (_what, text) => {
    await mkdir(join(folder, "home"));
    await writeFile(path, text);
    await writeFile(join(folder, "home", "reminders.broken-1.json"), "an earlier one");
    const memory = openReminderMemory(path);
    expect(memory.setAside()).toBeNull();
    expect(await memory.read()).toEqual(noReminderMemory);
    const aside = join(folder, "home", "reminders.broken-2.json");
    expect(memory.setAside()).toBe(aside);
    expect(await readFile(aside, "utf8")).toBe(text);
    await memory.change((kept) => markDone(kept, ["a"], on));
    expect((await openReminderMemory(path).read()).done).toEqual({ a: on });
  });

  it("of a newer Plimsoll is left alone", async () => {
    const text = JSON.stringify({ schema: "plimsoll/reminder-memory@2", more: true });
    await mkdir(join(folder, "home"));
    await writeFile(path, text);
    const memory = openReminderMemory(path);
    const refused = { failure: { kind: "state-unusable", path, cause: expect.stringContaining("newer Plimsoll") } };
    await expect(memory.read()).rejects.toMatchObject(refused);
    await expect(memory.change((kept) => markDone(kept, ["a"], on))).rejects.toMatchObject(refused);
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it("that cannot be read is said and not taken for an empty one", async () => {
    await mkdir(path, { recursive: true });
    await expect(openReminderMemory(path).read()).rejects.toMatchObject({ failure: { kind: "state-unusable", path } });
  });

  it("that cannot be written is said", async ({ skip }) => {
    await mkdir(join(folder, "home"));
    const open = await readOnly(join(folder, "home"));
    if (open === null) return skip("a folder cannot be mounted read-only here");
    try {
      const changed = openReminderMemory(path).change((kept) => markDone(kept, ["a"], on));
      await expect(changed).rejects.toMatchObject({ failure: { kind: "not-writable" } });
    } finally {
      await open();
    }
  });
});
