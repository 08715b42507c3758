import { describe, expect, it } from "vitest";
import { summariseNews } from "../../../../main/lifecycle/reminders/notices.ts";
import { planReminders } from "../../../../main/lifecycle/reminders/plan.ts";
import { noReminderMemory, type Reminder, ReminderNotice } from "../../../../shared/model/reminder.ts";
import { sayDistance, sayNotice } from "../../../../shared/wording/reminders.ts";
import { day, subject, usual } from "../../../support/reminder-case.ts";

const on = day("2026-12-01");
const names = Array.from({ length: 7 }, (_, at) => `shop/api:${at + 1}`);

/** Debian in 30 days, Node in 30, Alpine in 6, a contract in 30, two that are over. */
const several = [
  subject("2026-12-31", { id: "support:debian:12", label: "Debian 12", images: names }),
  subject("2026-12-31", { id: "support:nodejs:25", label: "Node.js 25", images: ["shop/web:1", "shop/api:1"] }),
  subject("2026-12-07", { id: "support:alpine:3.21", label: "Alpine 3.21", images: ["shop/db:1"] }),
  subject("2026-12-31", { id: "cover:debian:10:x", kind: "cover-end", label: "Debian 10", images: ["old:1"] }),
  subject("2026-11-30", { id: "support:php:8.1", label: "PHP 8.1", images: [] }),
  subject("2024-06-30", { id: "support:debian:10", label: "Debian 10", images: ["old:1"] }),
];
const newsOf = (subjects = several, day_ = on): Reminder[] =>
  planReminders(subjects, usual, noReminderMemory, day_).news;

describe("notifications", () => {
  it("are one for what is of one kind and lead, and one for what is over", () => {
    const notices = summariseNews(newsOf(), { lastPlanned: day("2026-11-30") }, on);
    expect(notices.map(({ kind, lead, ended, labels }) => [kind, lead, ended, labels])).toEqual([
      ["support-end", 0, true, ["Debian 10", "PHP 8.1"]],
      ["support-end", 7, false, ["Alpine 3.21"]],
      ["cover-end", 30, false, ["Debian 10"]],
      ["support-end", 30, false, ["Debian 12", "Node.js 25"]],
    ]);
    expect(notices.flatMap(({ ids }) => ids).sort()).toEqual(
      newsOf()
        .map(({ id }) => id)
        .sort(),
    );
    expect(notices.at(-1)?.images).toEqual([...names, "shop/web:1"]);
    expect(() => notices.map((notice) => ReminderNotice.parse(notice))).not.toThrow();
  });

  it.each([
    ["2026-11-30", 4],
    ["2026-11-29", 4],
    ["2026-11-28", 1],
    ["2026-10-01", 1],
    // A clock that was set back was away for no time at all.
    ["2027-06-01", 4],
    [null, 1],
  ])("after a last look on %s are %i", (lastPlanned, count) => {
    const notices = summariseNews(newsOf(), { lastPlanned: lastPlanned === null ? null : day(lastPlanned) }, on);
    expect(notices).toHaveLength(count);
    if (count === 1) expect(notices[0]).toMatchObject({ shape: "summary", kind: null, subjects: 6, end: "2024-06-30" });
  });

  it("are none without news, and a single piece of news needs no summary", () => {
    expect(summariseNews([], { lastPlanned: null }, on)).toEqual([]);
    expect(summariseNews(newsOf(several.slice(0, 1)), { lastPlanned: null }, on)).toMatchObject([{ shape: "group" }]);
  });

  it.each([
    [0, "en", "Debian 12: support ends in 30 days", "7 images: shop/api:1, shop/api:2, shop/api:3 and 4 more"],
    [0, "de", "Debian 12: Support endet in 30 Tagen", "7 Images: shop/api:1, shop/api:2, shop/api:3 und 4 weitere"],
    [2, "en", "Alpine 3.21: support ends in 6 days", "1 image: shop/db:1"],
    [3, "de", "Debian 10: erweiterte Abdeckung endet in 30 Tagen", "1 Image: old:1"],
    [4, "en", "PHP 8.1: support ended on 2026-11-30", ""],
  ] as const)("speak of subject %i in %s", (at, language, title, body) => {
    const [notice] = summariseNews(newsOf(several.slice(at, at + 1)), { lastPlanned: on }, on);
    if (notice === undefined) throw new Error("no notice");
    expect(sayNotice(notice, on, language)).toEqual({ title, body });
  });

  it("speak of several, of the last day, and of everything at once", () => {
    const said = (subjects: typeof several, at: string, lastPlanned: string, language: "en" | "de") =>
      summariseNews(newsOf(subjects, day(at)), { lastPlanned: day(lastPlanned) }, day(at)).map((notice) =>
        Object.values(sayNotice(notice, day(at), language)).join(" | "),
      );
    expect(said(several.slice(0, 2), "2026-12-01", "2026-12-01", "en")).toEqual([
      "2 components: support ends by 2026-12-31 | Debian 12, Node.js 25; 8 images: shop/api:1, shop/api:2, shop/api:3 and 5 more",
    ]);
    expect(said(several.slice(0, 2), "2026-12-31", "2026-12-31", "de")).toEqual([
      "2 Komponenten: heute ist der letzte Tag mit Support | Debian 12, Node.js 25; 8 Images: shop/api:1, shop/api:2, shop/api:3 und 5 weitere",
    ]);
    expect(said(several.slice(4), "2026-12-01", "2026-12-01", "en")).toEqual([
      "2 components: support ended on 2024-06-30 or later | Debian 10, PHP 8.1; 1 image: old:1",
    ]);
    expect(said(several, "2026-12-01", "2026-10-01", "en")).toEqual([
      "6 reminders are due | Debian 10, PHP 8.1, Alpine 3.21 and 2 more; the earliest end on 2024-06-30",
    ]);
    expect(said(several.slice(0, 1), "2026-12-30", "2026-12-30", "en")[0]).toContain("support ends tomorrow");
  });
});

it.each([
  ["2027-01-11", "in 41 days", "in 41 Tagen"],
  ["2026-12-02", "tomorrow", "morgen"],
  ["2026-12-01", "last day", "letzter Tag"],
  ["2026-11-30", "1 day over", "seit 1 Tag vorbei"],
  ["2026-11-28", "3 days over", "seit 3 Tagen vorbei"],
])("%s is %s", (end, en, de) => {
  expect([sayDistance(day(end), on, "en"), sayDistance(day(end), on, "de")]).toEqual([en, de]);
});
