// Reminders in every state, for the fake bridge; what is done to them stays done.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import type { DesktopState, DueReminders, ReminderList } from "../../shared/ipc/reminders.ts";
import type { Failure, Result } from "../../shared/model/failure.ts";
import type { Reminder, ReminderKind } from "../../shared/model/reminder.ts";
import { fakeToday, referencesOf } from "./fake-images.ts";

export interface FakeReminderOptions {
  /** Reminders are there: a few in every state, or so many that are due. */
  readonly reminders?: boolean | number;
  /** Own images are kept, but nothing in them ends. */
  readonly nothingEnds?: boolean;
  readonly brokenReminders?: boolean;
  /** Files and audits that cannot be read. */
  readonly reminderTroubles?: boolean;
  /** The system takes no notifications, and has no list of what starts at login. */
  readonly poorDesktop?: boolean;
  /** The autostart file cannot be written. */
  readonly noAutostart?: boolean;
}

type Answers = {
  [K in
    | "reminders.list"
    | "reminders.due"
    | "reminders.snooze"
    | "reminders.done"
    | "reminders.undo"
    | "reminders.sample"
    | "desktop.state"]: (input: InputOf<K>) => Result<OutputOf<K>>;
};

export interface FakeReminders {
  readonly answers: Answers;
  readonly shown: { samples: number };
}

const good = <T>(value: T) => ({ ok: true as const, value });

export function fakeReminders(
  options: FakeReminderOptions,
  settings: () => { readonly tray: boolean; readonly startAtLogin: boolean },
  changed: (due: DueReminders) => void,
): FakeReminders {
  let reminders = remindersOf(options);
  const shown = { samples: 0 };
  const change = (ids: readonly string[], step: (reminder: Reminder) => Reminder): null => {
    reminders = reminders.map((reminder) => (ids.includes(reminder.id) ? step(reminder) : reminder));
    changed({ due: due() });
    return null;
  };
  const broken: Failure = {
    kind: "state-unusable",
    path: "/home/ada/.local/share/plimsoll",
    cause: "permission denied",
  };
  const due = (): number => reminders.filter(({ state }) => state === "due").length;
  return {
    shown,
    answers: {
      "reminders.list": () => (options.brokenReminders === true ? bad(broken) : good(listOf(reminders, options))),
      "reminders.due": () => good(options.brokenReminders === true ? { due: null, failure: broken } : { due: due() }),
      "reminders.snooze": ({ ids, until }) =>
        good(change(ids, ({ done: _, ...rest }) => ({ ...rest, state: "snoozed", snoozedUntil: until }))),
      "reminders.done": ({ ids }) =>
        good(change(ids, ({ snoozedUntil: _, ...rest }) => ({ ...rest, state: "done", done: fakeToday }))),
      "reminders.undo": ({ ids }) =>
        good(
          change(ids, ({ done: _, snoozedUntil: __, ...rest }) => ({
            ...rest,
            state: rest.due <= fakeToday ? "due" : "upcoming",
          })),
        ),
      "reminders.sample": () => {
        shown.samples += 1;
        return good(null);
      },
      "desktop.state": () => good(desktopOf(options, settings())),
    },
  };
}

function bad(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}

function desktopOf(
  { poorDesktop, noAutostart }: FakeReminderOptions,
  { tray, startAtLogin }: { readonly tray: boolean; readonly startAtLogin: boolean },
): DesktopState {
  const file = "/home/ada/.config/autostart/plimsoll.desktop";
  if (poorDesktop === true) {
    return { notifications: false, tray: { shown: tray }, login: { possible: false, on: false } };
  }
  const failure: Failure = { kind: "not-writable", path: file, cause: "the file system is read-only" };
  return {
    notifications: true,
    tray: { shown: tray },
    login:
      noAutostart === true && startAtLogin
        ? { possible: true, on: false, file, failure }
        : { possible: true, on: startAtLogin, file },
  };
}

function listOf(reminders: readonly Reminder[], options: FakeReminderOptions): ReminderList {
  const isThere = reminders.length > 0;
  const missing: Failure = { kind: "state-unusable", path: "audits/lifecycle/3f9a.json", cause: "the file is missing" };
  return {
    on: fakeToday,
    reminders: [...reminders],
    corrections: isThere
      ? [
          { subject: "cover:debian:12:debian-lts", label: "Debian 12", from: day(540), to: day(583), on: day(-12) },
          { subject: "support:php:8.2", label: "PHP 8.2", from: day(69), to: day(38), on: day(-40) },
        ]
      : [],
    images: isThere ? 42 : options.nothingEnds === true ? 3 : 0,
    undated: isThere || options.nothingEnds === true ? ["Go 1.27", "nginx 1.29", "Wolfi"] : [],
    undatedCount: isThere || options.nothingEnds === true ? 3 : 0,
    unread: options.reminderTroubles === true ? [{ image: "shop/api:7.2", failure: missing }] : [],
    unreadCount: options.reminderTroubles === true ? 1 : 0,
    failures:
      options.reminderTroubles === true
        ? [{ kind: "usage", cause: "waivers.yaml, line 7, column 5: a waiver needs a last day" }]
        : [],
  };
}

function remindersOf({ reminders }: FakeReminderOptions): Reminder[] {
  if (reminders === undefined || reminders === false) return [];
  if (typeof reminders === "number") {
    return Array.from({ length: reminders }, (_, index) =>
      reminder("support-end", `support:product-${index}:1`, `Product ${index} 1`, (index % 90) + 1, 90, { images: 3 }),
    );
  }
  return [
    reminder("support-end", "support:debian:11", "Debian 11", -85, 0, { images: 2 }),
    reminder("support-end", "support:php:8.2", "PHP 8.2", 0, 0, { images: 1 }),
    reminder("cover-end", "cover:debian:10:freexian-elts", "Debian 10", 6, 7, { images: 7 }),
    reminder("certificate-expiry", "certificate:9a", "default", 27, 30, {}),
    reminder("waiver-expiry", "waiver:7c", "cis-docker:4.1 (SEC-1187)", 29, 30, { state: "snoozed", until: 9 }),
    reminder("support-end", "support:nodejs:22", "Node.js 22", 158, 180, { images: 4, state: "done" }),
    reminder("support-end", "support:nodejs:22", "Node.js 22", 158, 90, { images: 4, state: "upcoming" }),
    reminder("support-end", "support:nodejs:22", "Node.js 22", 158, 30, { images: 4, state: "upcoming" }),
    reminder("support-end", "support:nodejs:22", "Node.js 22", 158, 7, { images: 4, state: "upcoming" }),
    reminder("support-end", "support:nodejs:22", "Node.js 22", 158, 0, { images: 4, state: "upcoming" }),
    reminder("stale-audit", "audit:sha256:3f", "legacy/cron:1", 18, 0, { images: 1, state: "upcoming" }),
    reminder("cover-end", "cover:debian:10:freexian-elts", "Debian 10", 6, 30, { images: 7, state: "passed" }),
  ];
}

interface More {
  readonly images?: number;
  readonly state?: Reminder["state"];
  readonly until?: number;
}

function reminder(
  kind: ReminderKind,
  id: string,
  label: string,
  days: number,
  lead: number,
  { images = 0, state = "due", until }: More,
): Reminder {
  const end = day(days);
  return {
    id: `${id} ${lead}`,
    subject: {
      id,
      kind,
      label,
      end,
      images: Array.from({ length: images }, (_, index) => referencesOf(index)[0] ?? "untagged"),
      ...(images > 0 ? { source: "endoflife.date (2026-11-20)" } : {}),
    },
    lead,
    due: addDays(end, -lead),
    state,
    ...(until === undefined ? {} : { snoozedUntil: day(until) }),
    ...(state === "done" ? { done: day(-3) } : {}),
  };
}

function day(count: number): CalendarDay {
  return addDays(fakeToday, count);
}
