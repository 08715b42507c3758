// The window's wish for a calendar: over a real store in a temporary folder, the system's dialog played.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { calendarHandlers } from "../../../main/desktop/ipc/calendar-handlers.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { homeLayout } from "../../../main/store/home.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { defaultSettings } from "../../../shared/settings.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";
import { factsOfCase } from "../../support/lifecycle-case.ts";
import { readIcs } from "../../support/read-ics.ts";

const { lifecycle } = await loadCatalogues("assets");
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-calendar-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The handler, and what the dialog was asked; the person chooses `chosen`. */
function handlers(chosen: string | null, asked: string[] = []) {
  const home = homeLayout(folder);
  return calendarHandlers({
    lifecycle,
    store: openAuditStore(home.audits),
    files: home,
    settings: { get: () => ({ ...defaultSettings, reminderLeads: [30, 0] }) },
    clock: { today: () => day("2026-05-01"), now: () => "2026-05-01T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    tool: { version: "0.1.0" },
    chooseCalendarFile: async (name) => {
      asked.push(name);
      return chosen;
    },
  });
}

async function keepOne(): Promise<void> {
  const facts = factsOfCase({ name: "", why: "", expected: {}, osRelease: { ID: "debian", VERSION_ID: "12" } });
  const audit = { ...auditWith(idOf("1"), ["shop/api:7"], []), facts };
  await openAuditStore(homeLayout(folder).audits).keep(runWith([audit]));
}

it("asks for no file where no audit is kept", async () => {
  const asked: string[] = [];
  const answer = await handlers(null, asked)["calendar.export"]({ language: "en" });
  expect(answer).toEqual({ outcome: "no-images" });
  expect(asked).toEqual([]);
});

it("writes the file that the person chose, in their leads and language, and says what it holds", async () => {
  await keepOne();
  const path = join(folder, "mine.ics");
  const asked: string[] = [];
  const answer = await handlers(path, asked)["calendar.export"]({ language: "de" });
  expect(asked).toEqual(["plimsoll-support.ics"]);
  expect(contract["calendar.export"].out.parse(answer)).toEqual({
    outcome: "written",
    path,
    ends: 2,
    leads: 2,
    calledOff: 0,
    undated: 0,
    unread: [],
    next: { label: "Debian 12", day: "2026-07-11" },
    setAside: null,
  });
  const { events } = readIcs(await readFile(path, "utf8"));
  expect(events.map(({ start }) => start)).toEqual(["2026-06-11", "2026-07-11", "2028-05-31", "2028-06-30"]);
  expect(events[0]?.summary).toBe("In 30 Tagen endet der Sicherheitssupport: Debian 12");
});

it("does nothing when the dialog is closed", async () => {
  await keepOne();
  expect(await handlers(null)["calendar.export"]({ language: "en" })).toEqual({ outcome: "dismissed" });
  await expect(readFile(homeLayout(folder).calendar)).rejects.toThrow("ENOENT");
});

it("fails in words where the file cannot be written", async () => {
  await keepOne();
  await writeFile(join(folder, "file"), "");
  const work = handlers(join(folder, "file", "mine.ics"))["calendar.export"]({ language: "en" });
  const error = await work.catch((reason: unknown) => reason);
  expect(error instanceof FailureError && error.failure.kind).toBe("not-writable");
});
