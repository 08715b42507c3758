// Systems and their support for tests of the window: one for every lifecycle state, and none at all.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { LifecycleEntry, LifecycleStatus } from "../../shared/model/lifecycle.ts";

interface System {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly label: string;
  readonly status: LifecycleStatus;
  readonly release: string;
  readonly eoas: string | null;
  readonly eol: string | null;
  readonly eoes: string | null;
  readonly days: number | null;
}

const systems: readonly (System | null)[] = [
  system(
    "debian",
    "12",
    "Debian GNU/Linux 12 (bookworm)",
    "Debian 12",
    "security-only",
    "2023-06-10",
    "2026-06-10",
    "2028-06-30",
    "2033-06-30",
    585,
  ),
  system(
    "alpine",
    "3.22.1",
    "Alpine Linux v3.22",
    "Alpine 3.22",
    "supported",
    "2025-05-30",
    null,
    "2027-05-01",
    null,
    159,
  ),
  system(
    "ubuntu",
    "22.04",
    "Ubuntu 22.04.5 LTS",
    "Ubuntu 22.04",
    "supported",
    "2022-04-21",
    "2024-09-30",
    "2027-04-01",
    "2032-04-09",
    129,
  ),
  system(
    "debian",
    "10",
    "Debian GNU/Linux 10 (buster)",
    "Debian 10",
    "eol",
    "2019-07-06",
    "2022-09-10",
    "2024-06-30",
    "2029-06-30",
    -876,
  ),
  system(
    "debian",
    "13",
    "Debian GNU/Linux 13 (trixie)",
    "Debian 13",
    "supported",
    "2025-08-09",
    "2028-08-09",
    "2030-06-30",
    "2035-06-30",
    1315,
  ),
  null,
  system("wolfi", "20230201", "Wolfi", "Wolfi", "rolling", "2022-09-22", null, null, null, null),
  system(
    "alpine",
    "3.20.8",
    "Alpine Linux v3.20",
    "Alpine 3.20",
    "extended-only",
    "2024-05-22",
    null,
    "2026-04-01",
    "2027-04-01",
    -236,
  ),
  system(
    "debian",
    "11",
    "Debian GNU/Linux 11 (bullseye)",
    "Debian 11",
    "security-only",
    "2021-08-14",
    "2024-08-14",
    "2027-01-15",
    null,
    53,
  ),
  system("houselinux", "9", "House Linux 9", "House Linux 9", "unknown", "", null, null, null, null),
];

function system(
  id: string,
  versionId: string,
  name: string,
  label: string,
  status: LifecycleStatus,
  release: string,
  eoas: string | null,
  eol: string | null,
  eoes: string | null,
  days: number | null,
): System {
  return { id, versionId, name, label, status, release, eoas, eol, eoes, days };
}

/** What the nth image says of its system. */
export function systemOf(index: number): System | null {
  return systems[index % systems.length] ?? null;
}

export function fakeLifecycle(index: number): LifecycleEntry[] {
  const os = systemOf(index);
  if (os === null) return [];
  const day = (text: string | null) => (text === null || text === "" ? null : (text as CalendarDay));
  const entry: LifecycleEntry = {
    component: {
      kind: "os",
      product: os.id,
      cycle: os.versionId,
      version: os.versionId,
      label: os.label,
      evidence: "/etc/os-release",
    },
    status: os.status,
    ...(os.status === "unknown" ? { reason: "no-product: the lifecycle data hold no product named houselinux" } : {}),
    dates: { release: day(os.release), eoas: day(os.eoas), eol: day(os.eol), eoes: day(os.eoes) },
    coverage:
      os.eoes === null
        ? []
        : [
            {
              phase: "extended",
              provider: "Freexian",
              from: day(os.eol),
              until: day(os.eoes),
              entitled: false,
              source: "vendor page",
            },
          ],
    next: os.days === null ? null : { what: "eol", date: day(os.eol) as CalendarDay, days: os.days },
  };
  if (index % 2 === 1) return [entry];
  const node: LifecycleEntry = {
    component: {
      kind: "runtime",
      product: "nodejs",
      cycle: "24",
      version: "24.11.1",
      label: "Node.js 24",
      evidence: "/usr/local/include/node/node_version.h",
      conflicts: [{ evidence: "env NODE_VERSION", version: "20.19.0" }],
    },
    status: "supported",
    dates: {
      release: "2025-05-06" as CalendarDay,
      eoas: "2026-10-20" as CalendarDay,
      eol: "2028-04-30" as CalendarDay,
      eoes: null,
    },
    coverage: [],
    next: { what: "eol", date: "2028-04-30" as CalendarDay, days: 524 },
  };
  return [entry, node];
}
