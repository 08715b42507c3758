// The small parts around reminders: notifications that are pressed, the tray's words, a window that stays, clock notices.
import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { onClockNotice } from "../../../main/desktop/clock-notices.ts";
import { afterChange } from "../../../main/desktop/ipc/after-change.ts";
import { systemNotifier } from "../../../main/desktop/notifications.ts";
import { reminderTeller } from "../../../main/desktop/tell-reminders.ts";
import { trayMenu } from "../../../main/desktop/tray-menu.ts";
import { stayWhenClosed } from "../../../main/desktop/window-stay.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { noReminderMemory, type ReminderNotice } from "../../../shared/model/reminder.ts";
import { day } from "../../support/reminder-case.ts";

class FakeNotification extends EventEmitter {
  static supported = true;
  static made: FakeNotification[] = [];
  static isSupported = () => FakeNotification.supported;
  shown = 0;
  readonly options: { title: string; body: string };
  constructor(options: { title: string; body: string }) {
    super();
    this.options = options;
    FakeNotification.made.push(this);
  }
  show(): void {
    this.shown += 1;
  }
}

describe("notifications", () => {
  it("are shown with title and body, and a press opens the list", () => {
    FakeNotification.made = [];
    FakeNotification.supported = true;
    let presses = 0;
    const notifier = systemNotifier(FakeNotification, "/icon.png", () => (presses += 1));
    notifier.show({ title: "a", body: "b" });
    const [made] = FakeNotification.made;
    expect(made?.options).toMatchObject({ title: "a", body: "b", icon: "/icon.png" });
    expect(made?.shown).toBe(1);
    made?.emit("click");
    expect(presses).toBe(1);
  });

  it("are refused with a reason where the system takes none", () => {
    FakeNotification.supported = false;
    const notifier = systemNotifier(FakeNotification, "/icon.png", () => undefined);
    expect(notifier.isSupported()).toBe(false);
    expect(() => notifier.show({ title: "a", body: "b" })).toThrow(FailureError);
  });
});

describe("telling", () => {
  const notice = (ids: string[]): ReminderNotice => ({
    shape: "group",
    kind: "support-end",
    lead: 30,
    ended: false,
    ids,
    labels: ["Debian 12"],
    subjects: 1,
    images: [],
    end: day("2026-12-24"),
  });
  const on = day("2026-11-24");

  it("leaves out what the command line told meanwhile", async () => {
    const shown: string[] = [];
    let memory = { ...noReminderMemory, notified: { a: on } };
    const tell = reminderTeller({
      notifier: { isSupported: () => true, show: ({ title }) => void shown.push(title) },
      memory: { change: async (step) => (memory = { ...step(memory) } as typeof memory) },
      isWanted: () => true,
      language: () => "en",
    });
    await tell({ notices: [notice(["a"]), notice(["b"])], on });
    expect(shown).toHaveLength(1);
    expect(memory.notified).toEqual({ a: on, b: on });
  });

  it("shows nothing that could not be written down as told", async () => {
    const shown: string[] = [];
    const tell = reminderTeller({
      notifier: { isSupported: () => true, show: ({ title }) => void shown.push(title) },
      memory: { change: () => Promise.reject(new Error("no space left")) },
      isWanted: () => true,
      language: () => "en",
    });
    await expect(tell({ notices: [notice(["a"])], on })).rejects.toThrow("no space left");
    expect(shown).toEqual([]);
  });
});

describe("the tray", () => {
  it.each([
    [null, "en", "Reminders"],
    [0, "en", "no reminder due"],
    [1, "en", "1 reminder due"],
    [12, "en", "12 reminders due"],
    [null, "de", "Erinnerungen"],
    [0, "de", "keine Erinnerung fällig"],
    [1, "de", "1 Erinnerung fällig"],
    [12, "de", "12 Erinnerungen fällig"],
  ] as const)("with %s due says in %s: %s", (due, language, words) => {
    expect(trayMenu(due, language).due).toBe(words);
    expect(trayMenu(due, language).tooltip).toBe(due === null ? "Plimsoll" : `Plimsoll: ${words}`);
  });
});

describe("closing the window", () => {
  function closable() {
    const app = new EventEmitter();
    const hide = () => {
      window.hidden += 1;
    };
    const window = Object.assign(new EventEmitter(), { hidden: 0, hide });
    const close = () => {
      let isPrevented = false;
      window.emit("close", { preventDefault: () => (isPrevented = true) });
      return isPrevented;
    };
    return { app, window, close };
  }

  it("hides it while the tray is there, and closes it once the tray is gone", () => {
    const { app, window, close } = closable();
    let isKept = true;
    stayWhenClosed(app as never, window as never, () => isKept);
    expect([close(), window.hidden]).toEqual([true, 1]);
    isKept = false;
    expect([close(), window.hidden]).toEqual([false, 1]);
  });

  it("closes it in any case when the app quits", () => {
    const { app, window, close } = closable();
    stayWhenClosed(app as never, window as never, () => true);
    app.emit("before-quit");
    expect([close(), window.hidden]).toEqual([false, 0]);
  });
});

describe("clock notices", () => {
  function system() {
    const hooked: number[] = [];
    const subscribed: string[] = [];
    let runs = 0;
    const window = {
      hookWindowMessage(message: number, run: () => void) {
        hooked.push(message);
        run();
      },
    };
    const preferences = {
      subscribeLocalNotification(name: string, run: () => void) {
        subscribed.push(name);
        run();
        return 1;
      },
    };
    const listen = (platform: string) =>
      onClockNotice(platform, window as never, preferences as never, () => {
        runs += 1;
      });
    return { hooked, subscribed, listen, runs: () => runs };
  }

  it("are heard where the platform gives them", () => {
    const windows = system();
    windows.listen("win32");
    expect([windows.hooked, windows.subscribed, windows.runs()]).toEqual([[0x1e], [], 1]);
    const mac = system();
    mac.listen("darwin");
    expect(mac.subscribed).toContain("NSSystemTimeZoneDidChangeNotification");
    expect([mac.hooked, mac.runs()]).toEqual([[], 3]);
    const linux = system();
    linux.listen("linux");
    expect(linux.runs()).toBe(0);
  });
});

it("after a change that was made, and only then, something else happens", async () => {
  let runs = 0;
  const handlers = afterChange(
    {
      add: async (text: string) => `${text} added`,
      fail: async () => Promise.reject(new Error("no")),
      list: async () => [],
    },
    ["add", "fail"],
    () => (runs += 1),
  );
  expect(await handlers.add("w-1")).toBe("w-1 added");
  await expect(handlers.fail()).rejects.toThrow("no");
  expect(await handlers.list()).toEqual([]);
  expect(runs).toBe(1);
});
