// Components of kept images for tests of the time line: one for every look, sign and state, spread over as many images as
// are asked for.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import { componentRows } from "../../shared/drawing/time-line-rows.ts";
import type { TimeLineAnswer } from "../../shared/ipc/time-line.ts";
import type { Coverage, LifecycleEntry } from "../../shared/model/lifecycle.ts";
import { fakeImage, fakeToday } from "./fake-images.ts";

const day = (text: string | null) => text as CalendarDay | null;
const source = "endoflife.date 2026-11-20";

interface Sketch {
  readonly product: string | null;
  readonly cycle: string | null;
  readonly label: string;
  readonly status: LifecycleEntry["status"];
  readonly dates: readonly [string | null, string | boolean | null, string | boolean | null, string | boolean | null];
  readonly coverage?: readonly (Partial<Coverage> & { readonly phase: string; readonly provider: string })[];
  readonly why?: LifecycleEntry["phrase"];
}

function entryOf({ product, cycle, label, status, dates, coverage = [], why }: Sketch): LifecycleEntry {
  const [release, eoas, eol, eoes] = dates as [
    CalendarDay | null,
    CalendarDay | boolean | null,
    CalendarDay | null,
    CalendarDay | null,
  ];
  return {
    component: { kind: "os", product, cycle, version: cycle, label, evidence: "/etc/os-release" },
    status,
    ...(why === undefined ? {} : { reason: why.key.split(".")[1] ?? "", phrase: why }),
    dates: { release, eoas, eol, eoes },
    coverage: coverage.map((window) => ({ from: null, until: null, entitled: false, source, ...window })),
    next: null,
  };
}

/** The components, the first image's first. */
export const fakeComponents: readonly LifecycleEntry[] = [
  entryOf({
    product: "debian",
    cycle: "12",
    label: "Debian 12",
    status: "security-only",
    dates: ["2023-06-10", "2026-06-10", "2028-06-30", "2033-06-30"],
    coverage: [
      { phase: "Full support", provider: "Debian", from: day("2023-06-10"), until: day("2026-06-10"), entitled: true },
      { phase: "LTS", provider: "Debian", from: day("2026-06-11"), until: day("2028-06-30"), entitled: true },
      {
        phase: "ELTS",
        provider: "Freexian",
        from: day("2028-07-01"),
        until: day("2033-06-30"),
        offer: "freexian-elts",
      },
      {
        phase: "End of LTS",
        provider: "distro-info",
        until: day("2028-08-31"),
        secondOpinion: true,
        source: "distro-info-data",
        asOf: day("2026-10-01") as CalendarDay,
      },
    ],
  }),
  entryOf({
    product: "debian",
    cycle: "10",
    label: "Debian 10",
    status: "extended-only",
    dates: ["2019-07-06", "2022-09-10", "2024-06-30", "2029-06-30"],
    coverage: [
      { phase: "LTS", provider: "Debian", from: day("2022-09-11"), until: day("2024-06-30"), entitled: true },
      {
        phase: "ELTS",
        provider: "Freexian",
        from: day("2024-07-01"),
        until: day("2029-06-30"),
        offer: "freexian-elts",
      },
      {
        phase: "ELTS",
        provider: "Freexian",
        from: day("2025-01-01"),
        until: day("2027-06-30"),
        entitled: true,
        entitlement: { id: "elts-2025", contract: "FX-2025-118" },
      },
    ],
  }),
  entryOf({
    product: "debian",
    cycle: "9",
    label: "Debian 9",
    status: "extended-only",
    dates: ["2017-06-17", "2020-07-18", "2022-07-01", "2027-06-30"],
    coverage: [{ phase: "ELTS", provider: "Freexian", from: day("2022-07-02"), until: day("2027-06-30") }],
  }),
  entryOf({
    product: "alpine",
    cycle: "3.22",
    label: "Alpine 3.22",
    status: "supported",
    dates: ["2025-05-30", null, "2027-05-01", null],
    coverage: [
      {
        phase: "Security support",
        provider: "Alpine Linux",
        from: day("2025-05-30"),
        until: day("2027-05-01"),
        entitled: true,
      },
    ],
  }),
  entryOf({
    product: "alpine",
    cycle: "3.18",
    label: "Alpine 3.18",
    status: "eol",
    dates: ["2023-05-09", null, "2025-05-09", null],
    coverage: [
      {
        phase: "Security support",
        provider: "Alpine Linux",
        from: day("2023-05-09"),
        until: day("2025-05-09"),
        entitled: true,
      },
    ],
  }),
  entryOf({
    product: "ubuntu",
    cycle: "22.04",
    label: "Ubuntu 22.04 LTS",
    status: "supported",
    dates: ["2022-04-21", "2027-04-01", "2027-04-01", "2032-04-09"],
    coverage: [
      {
        phase: "Standard support",
        provider: "Canonical",
        from: day("2022-04-21"),
        until: day("2027-04-01"),
        entitled: true,
      },
      {
        phase: "ESM",
        provider: "Canonical",
        from: day("2027-04-02"),
        until: day("2032-04-09"),
        entitled: true,
        entitlement: { id: "pro", contract: "Ubuntu Pro 4411" },
      },
      {
        phase: "Legacy",
        provider: "Canonical",
        from: day("2032-04-10"),
        until: day("2037-04-25"),
        offer: "ubuntu-legacy",
        estimate: true,
      },
    ],
  }),
  entryOf({
    product: "nodejs",
    cycle: "24",
    label: "Node.js 24",
    status: "supported",
    dates: ["2025-05-06", "2026-10-20", "2028-04-30", null],
    coverage: [
      {
        phase: "Active LTS",
        provider: "OpenJS Foundation",
        from: day("2025-05-06"),
        until: day("2026-10-20"),
        entitled: true,
      },
      {
        phase: "Maintenance",
        provider: "OpenJS Foundation",
        from: day("2026-10-21"),
        until: day("2028-04-30"),
        entitled: true,
      },
      { phase: "Never-Ending Support", provider: "HeroDevs", from: day("2028-05-01"), offer: "herodevs" },
    ],
  }),
  entryOf({
    product: "nodejs",
    cycle: "20",
    label: "Node.js 20",
    status: "eol",
    dates: ["2023-04-18", "2024-10-22", "2026-04-30", null],
    coverage: [{ phase: "Never-Ending Support", provider: "HeroDevs", from: day("2026-05-01"), offer: "herodevs" }],
  }),
  entryOf({
    product: null,
    cycle: "20-debian12",
    label: "Docker Hardened Images node 20-debian12",
    status: "extended-only",
    dates: ["2024-01-10", null, "2026-04-30", false],
    coverage: [
      {
        phase: "Docker Hardened Images",
        provider: "Docker",
        from: day("2024-01-10"),
        until: day("2026-04-30"),
        entitled: true,
      },
      {
        phase: "Docker Extended Lifecycle Support",
        provider: "Docker",
        from: day("2026-05-01"),
        until: day("2031-04-30"),
        entitled: true,
        estimate: true,
      },
    ],
  }),
  entryOf({
    product: "wolfi",
    cycle: null,
    label: "Wolfi",
    status: "rolling",
    dates: [null, null, null, null],
    why: { key: "lifecycle.rolling", params: { name: "Wolfi" } },
  }),
  entryOf({
    product: "postgresql",
    cycle: "17",
    label: "PostgreSQL 17",
    status: "supported",
    dates: ["2024-09-26", null, "2029-11-08", null],
    coverage: [
      { phase: "Support", provider: "PostgreSQL", from: day("2024-09-26"), until: day("2029-11-08"), entitled: true },
    ],
  }),
  entryOf({
    product: null,
    cycle: null,
    label: "House Linux 9",
    status: "unknown",
    dates: [null, null, null, null],
    why: { key: "lifecycle.no-product", params: { name: "House Linux", date: "2026-11-20" } },
  }),
];

/** What the channel answers for `images` images, of which each holds one to three of the components. */
export function fakeTimeLine(images: number, on: CalendarDay = fakeToday): TimeLineAnswer {
  const entries = Array.from({ length: images }, (_, index) =>
    [index, ...(index % 2 === 0 ? [index * 5 + 6] : []), ...(index % 5 === 0 ? [index + 7] : [])].map(
      (at) => fakeComponents[at % fakeComponents.length] as LifecycleEntry,
    ),
  );
  return {
    on,
    isToday: on === fakeToday,
    data: { source: "endoflife.date", date: "2026-11-20" as CalendarDay },
    images: Array.from({ length: images }, (_, index) => {
      const { id, references } = fakeImage(index);
      return { name: references[0] ?? id, ids: [id], source: "default", audited: fakeToday };
    }),
    rows: componentRows(entries, on).map((row) => ({ ...row, versions: [...row.versions], images: [...row.images] })),
  };
}
