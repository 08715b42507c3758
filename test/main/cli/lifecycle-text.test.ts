// The tables of `plimsoll lifecycle`: what stands in a row, in a window's row and in the notes, in both languages.
import { describe, expect, it } from "vitest";
import { lifecycleText } from "../../../main/cli/lifecycle-text.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { day } from "../../support/kept-run.ts";

const on = day("2026-11-24");
const window: Coverage = {
  phase: "Security support",
  provider: "Debian",
  from: day("2023-06-10"),
  until: day("2028-06-30"),
  entitled: true,
  source: "endoflife.date 2026-08-22",
  asOf: day("2026-08-22"),
};
const entry: LifecycleEntry = {
  component: {
    kind: "os",
    product: "debian",
    cycle: "12",
    version: "12.4",
    label: "Debian 12",
    evidence: "/etc/os-release",
    conflicts: [{ evidence: "label org.opencontainers.image.version", version: "11\u202e" }],
  },
  status: "supported",
  dates: { release: null, eoas: null, eol: day("2028-06-30"), eoes: null },
  coverage: [
    window,
    {
      ...window,
      phase: "Extended Lifecycle Support",
      provider: "Docker",
      from: day("2028-07-01"),
      until: day("2033-06-30"),
      entitled: false,
      estimate: true,
      source: "docs",
    },
    {
      ...window,
      provider: "Debian",
      until: day("2028-06-10"),
      from: null,
      entitled: false,
      secondOpinion: true,
      source: "distro-info",
    },
  ],
  next: { what: "eol", date: day("2028-06-30"), days: 584 },
};
const unknown: LifecycleEntry = {
  component: { ...entry.component, label: "Node.js 99", conflicts: [] },
  status: "unknown",
  reason: "newer-than-data",
  phrase: { key: "lifecycle.newer-than-data", params: { name: "Node.js", version: "99", date: "2026-08-22" } },
  dates: { release: null, eoas: null, eol: null, eoes: null },
  coverage: [],
  next: null,
};
const listed = [
  {
    name: "shop/api:7.2",
    entries: [entry, unknown],
    supportedUntil: { date: day("2028-06-30"), component: "Debian 12" },
  },
  { name: "old/cron:1", entries: [], supportedUntil: { date: day("2026-11-23"), component: "Debian 9" } },
  { name: "scratch/tool:1", entries: [], supportedUntil: null },
];

describe("the text", () => {
  it("has a row a component with who covers it and until when", () => {
    const text = lifecycleText(listed, on, "en", false);
    expect(text).toMatch(/^image +component +status +support ends +covered by +until +next end\n/);
    expect(text).toMatch(
      /shop\/api:7\.2 +Debian 12 +supported +2028-06-30 +Debian +2028-06-30 +2028-06-30 \(584 d\) support\n/,
    );
    expect(text).toMatch(/shop\/api:7\.2 +Node\.js 99 +unknown +– +– +– +–\n/);
    expect(text).not.toContain("provider");
  });

  it("names per image what ends first, and how many days are left or gone", () => {
    const text = lifecycleText(listed, on, "en", false);
    expect(text).toContain("shop/api:7.2: supported until 2028-06-30 (in 584 d), first to end: Debian 12\n");
    expect(text).toContain("old/cron:1: was supported until 2026-11-23 (1 d ago), first to end: Debian 9\n");
    expect(text).toContain("scratch/tool:1: no end of support is dated\n");
    const german = lifecycleText(listed, on, "de", false);
    expect(german).toContain("shop/api:7.2: unterstützt bis 2028-06-30 (in 584 d), zuerst endet: Debian 12\n");
    expect(german).toContain("old/cron:1: war unterstützt bis 2026-11-23 (vor 1 d), zuerst endet: Debian 9\n");
  });

  it("notes why something is unknown, what is in conflict, what is an estimate, and who says otherwise", () => {
    const text = lifecycleText(listed, on, "en", false);
    expect(text).toMatch(
      /Debian 12 +conflict +\/etc\/os-release 12\.4 ↔ label org\.opencontainers\.image\.version 11\\u202e\n/,
    );
    expect(text).toMatch(/Debian 12 +estimate +Docker, Extended Lifecycle Support: at most until 2033-06-30\n/);
    expect(text).toMatch(/Debian 12 +second opinion +Debian, Security support: 2028-06-10 \(distro-info\)\n/);
    expect(text).toMatch(/Node\.js 99 +why +Node\.js 99 is newer than the lifecycle data of 2026-08-22/);
  });

  it("has a row a window where that is asked for: from, until, whether it counts, age and source", () => {
    const text = lifecycleText(listed, on, "en", true);
    expect(text).toMatch(
      /Security support +Debian +2023-06-10 +2028-06-30 +yes, for everyone +94 d +endoflife\.date 2026-08-22\n/,
    );
    expect(text).toMatch(/Docker +2028-07-01 +≤ 2033-06-30 +no, an estimate +94 d +docs\n/);
    expect(text).toMatch(/Debian +– +2028-06-10 +no, second opinion +94 d +distro-info\n/);
    expect(lifecycleText(listed, on, "de", true)).toMatch(
      /ja, für alle .*\n[\s\S]*nein, Schätzung .*\n[\s\S]*nein, zweite Meinung/,
    );
  });

  it("of a product has no column of images and no line of ends", () => {
    const text = lifecycleText([{ name: "", entries: [entry] }], on, "en", false);
    expect(text).toMatch(/^component +status/);
    expect(text).not.toContain("first to end");
  });
});
