// Images and a file of technologies for tests of the review: every group of the form occurs, and every gap.

import type { ReviewInput } from "../../main/evidence/review/review-of.ts";
import type { ImageInUse } from "../../main/evidence/review/technologies-in-use.ts";
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Coverage, LifecycleEntry, LifecycleStatus } from "../../shared/model/lifecycle.ts";
import type { Technology } from "../../shared/model/technology.ts";

export const day = (text: string): CalendarDay => text as CalendarDay;
export const on = day("2026-11-24");
const asOf = day("2026-11-20");

export interface EntryCase {
  readonly product: string | null;
  readonly cycle?: string | null;
  readonly label: string;
  readonly version?: string;
  readonly kind?: LifecycleEntry["component"]["kind"];
  readonly status?: LifecycleStatus;
  readonly eol?: CalendarDay | boolean | null;
  readonly reason?: LifecycleEntry["phrase"];
  readonly packaged?: boolean;
  /** Further windows, after the general one. */
  readonly windows?: readonly Partial<Coverage>[];
}

/** A component as lifecycleOf gives it: one general window until `eol`, then the others. */
export function entryWith(given: EntryCase): LifecycleEntry {
  const { product, cycle = null, label, version, kind = "os", eol = null, packaged } = given;
  const general: Coverage[] =
    typeof eol === "string" || eol === false
      ? [
          {
            phase: "Security support",
            provider: "Maker",
            from: null,
            until: eol === false ? null : eol,
            entitled: true,
            source: `endoflife.date ${asOf}`,
            asOf,
          },
        ]
      : [];
  const further = (given.windows ?? []).map(
    (window): Coverage => ({
      phase: "Extended support",
      provider: "Freexian",
      from: typeof eol === "string" ? addDays(eol, 1) : null,
      until: null,
      entitled: false,
      source: "freexian.com",
      asOf,
      ...window,
    }),
  );
  const isOver = typeof eol === "string" && eol < on;
  return {
    component: {
      kind,
      product,
      cycle,
      version: version ?? cycle,
      label,
      evidence: "/etc/os-release",
      ...(packaged === true ? { distroPackaged: true } : {}),
    },
    status: given.status ?? (isOver ? "eol" : "supported"),
    ...(given.reason === undefined ? {} : { reason: "newer-than-data", phrase: given.reason }),
    dates: { release: null, eoas: null, eol, eoes: null },
    coverage: packaged === true ? [] : [...general, ...further],
    next: null,
  };
}

export function imageWith(name: string, entries: readonly LifecycleEntry[], audited = day("2026-11-10")): ImageInUse {
  const digit = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffff, 7).toString(16);
  return { id: `sha256:${digit.padStart(64, "0")}`, name, source: "default", audited, entries };
}

export const debian12 = entryWith({ product: "debian", cycle: "12", label: "Debian 12", eol: day("2028-06-30") });
export const debian10 = entryWith({
  product: "debian",
  cycle: "10",
  label: "Debian 10",
  eol: day("2024-06-30"),
  windows: [{ until: day("2029-06-30") }],
});
export const covered10 = entryWith({
  product: "debian",
  cycle: "10",
  label: "Debian 10",
  status: "extended-only",
  eol: day("2024-06-30"),
  windows: [{ until: day("2029-06-30"), entitled: true, entitlement: { id: "elts-2026", contract: "FX-2026-117" } }],
});
export const node20 = entryWith({
  product: "nodejs",
  cycle: "20",
  label: "Node.js 20",
  version: "20.19.0",
  kind: "runtime",
  eol: day("2026-04-30"),
});
export const postgres = entryWith({
  product: "postgresql",
  cycle: "14",
  label: "PostgreSQL 14",
  version: "14.20",
  kind: "app",
  eol: day("2027-05-12"),
});
export const python = entryWith({
  product: "python",
  cycle: "3.11",
  label: "Python 3.11",
  version: "3.11.2",
  kind: "runtime",
  eol: day("2027-10-31"),
  packaged: true,
  reason: { key: "lifecycle.follows-os", params: { os: "Debian 12" } },
});
export const house = entryWith({
  product: null,
  label: "House Linux 9",
  version: "9",
  status: "unknown",
  reason: { key: "lifecycle.no-product", params: { name: "House Linux", date: "2026-11-20" } },
});
export const wolfi = entryWith({
  product: "wolfi",
  cycle: null,
  label: "Wolfi",
  version: "20230201",
  status: "rolling",
});
export const nothing = entryWith({ product: null, label: "no operating system", status: "none" });

export const images: readonly ImageInUse[] = [
  imageWith("shop/api:4.2", [debian12, python, node20]),
  imageWith("shop/web:4.2", [debian12, node20], day("2026-09-01")),
  imageWith("pay/gateway:1.9", [debian10]),
  imageWith("pay/legacy:1.0", [covered10]),
  imageWith("db/postgres:14", [debian12, postgres]),
  imageWith("lab/house:9", [house]),
  imageWith("edge/proxy:2", [wolfi]),
  imageWith("tools/static:1", [nothing]),
];

export const technologies: readonly Technology[] = [
  {
    id: "debian-12",
    product: "debian",
    cycle: "12",
    owner: "Ada Lovelace",
    plan: { action: "keep" },
    reviewed: day("2026-06-01"),
    reviewer: "Grace Hopper",
    fixes: { prompt: true, note: "security.debian.org, within days" },
  },
  {
    id: "debian-10",
    product: "debian",
    cycle: "10",
    owner: "Payments team",
    plan: {
      action: "upgrade",
      text: "To Debian 13 with gateway 2.0; the vendor's module was released in October.",
      target: day("2027-02-28"),
    },
    approver: "Margaret Hamilton",
    approved: day("2026-10-05"),
    reviewed: day("2025-09-30"),
    reviewer: "Grace Hopper",
    fixes: { prompt: false, note: "none without a contract" },
    announcements: [
      { text: "Long-term support ended.", source: "Debian LTS team, debian-lts-announce", on: day("2024-06-30") },
    ],
  },
  {
    id: "hsm",
    name: "Luna network HSM",
    kind: "hardware",
    version: "7",
    end: day("2028-12-31"),
    source: "vendor bulletin 2025-03",
    owner: "Key custodians",
    reviewed: day("2026-03-01"),
    reviewer: "Grace Hopper",
    fixes: { prompt: true },
  },
  { id: "gone", product: "redis", cycle: "6.*", owner: "Ada Lovelace" },
];

/** The whole input; the file of technologies and what differs may be given. */
export function reviewInput(over: Partial<ReviewInput> = {}): ReviewInput {
  return {
    images,
    population: { from: "kept-audits", sources: ["default"], errors: [], excluded: 0 },
    technologies: { technologies, digest: `sha256:${"ab".repeat(32)}` },
    entitlements: null,
    data: { lifecycle: { source: "endoflife.date", date: asOf } },
    tool: { version: "0.1.0" },
    on,
    timeZone: "UTC (UTC+00:00)",
    createdAt: "2026-11-24T10:00:00Z",
    periodEnd: day("2026-12-31"),
    ...over,
  };
}
