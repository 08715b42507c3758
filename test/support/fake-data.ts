// The state of the data behind the fake bridge: old and embedded, refreshed with changes, or with faults in every place.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import { daysBetween } from "../../shared/calendar-day.ts";
import type { InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import type { DataOutcome, DataStatus } from "../../shared/model/data-status.ts";
import type { Failure, Result } from "../../shared/model/failure.ts";
import type { LifecycleChange } from "../../shared/model/lifecycle-change.ts";
import { fakeToday } from "./fake-images.ts";

export interface FakeDataOptions {
  /** `embedded` (the default) never asked; `refreshed` with changes and own dates; `troubled` with every fault. */
  readonly data?: "embedded" | "refreshed" | "troubled";
  /** What becomes of a question to the source; without it, newer data comes. */
  readonly refresh?: "recent" | { readonly failure: Failure };
  readonly brokenData?: boolean;
}

const address = "https://endoflife.date/api/v1/products/full";
const folder = "/home/ada/.local/share/plimsoll";
const day = (text: string): CalendarDay => text as CalendarDay;
const sized = { products: 464, cycles: 8351 };

function state(date: string, digit: string) {
  const on = day(date);
  return {
    source: "endoflife.date",
    date: on,
    ageDays: daysBetween(on, fakeToday),
    digest: `sha256:${digit.repeat(64)}`,
    ...sized,
  };
}

const changes: LifecycleChange[] = [
  {
    kind: "date-moved",
    product: "debian",
    label: "Debian",
    cycle: "12",
    date: "eoes",
    phase: "Debian LTS",
    from: day("2028-06-30"),
    to: day("2028-12-31"),
  },
  {
    kind: "date-moved",
    product: "nodejs",
    label: "Node.js",
    cycle: "26",
    date: "eol",
    from: false,
    to: day("2029-04-30"),
  },
  { kind: "new-cycle", product: "go", label: "Go", cycle: "1.28", eol: false },
  { kind: "renamed-product", product: "valkey", label: "Valkey", formerly: "valkey-io" },
];

/** The status of one of the three. */
export function fakeDataStatus(data: NonNullable<FakeDataOptions["data"]>): DataStatus {
  const isFresh = data === "refreshed";
  return {
    on: fakeToday,
    folder: `${folder}/data`,
    used: isFresh ? "refreshed" : "embedded",
    embedded: state("2026-08-22", "5"),
    refreshed: isFresh
      ? { ...state("2026-11-20", "9"), origin: "refresh", from: address, etag: '"a1"', at: "2026-11-21T08:00:00Z" }
      : null,
    lastTry:
      data === "embedded"
        ? null
        : isFresh
          ? {
              at: "2026-11-21T08:00:00Z",
              address,
              outcome: "new",
              what: { key: "data.taken", params: { date: "2026-11-20", products: 464 } },
              failures: 0,
            }
          : {
              at: "2026-11-23T07:00:00Z",
              address,
              outcome: "failed",
              what: { key: "data.page" },
              failures: 3,
              notBefore: "2026-11-23T07:04:00Z",
            },
    own:
      data === "embedded"
        ? null
        : isFresh
          ? {
              file: `${folder}/lifecycle.yaml`,
              digest: `sha256:${"7".repeat(64)}`,
              products: 3,
              dates: 1,
              notes: [{ key: "data.own-same", params: { name: "Debian 12" } }],
            }
          : {
              file: `${folder}/lifecycle.yaml`,
              failure: {
                kind: "catalogue-invalid",
                file: `${folder}/lifecycle.yaml`,
                line: 14,
                column: 9,
                cause: "eol: 2025-01-01 lies before release, 2026-01-01",
              },
            },
    hardened: { ...state("2026-08-22", "4"), source: "docker-hardened-images/catalog", products: 647 },
    rules: [{ benchmark: "cis-docker", edition: "1.8.0", version: "2.0.0", digest: `sha256:${"4c".repeat(32)}` }],
    changes: isFresh ? { total: changes.length, list: changes } : { total: 0, list: [] },
    notes:
      data === "troubled"
        ? [{ key: "data.set-aside", params: { cause: "its bytes are not what its digest says" } }]
        : [],
  };
}

type Channel = "data.status" | "data.import";

export function fakeData(options: FakeDataOptions): {
  readonly answers: { [K in Channel]: (input: InputOf<K>) => Result<OutputOf<K>> };
  readonly refreshSteps: (input: InputOf<"data.refresh">, emit: (event: unknown) => void) => Generator<unknown>;
} {
  let data = options.data ?? "embedded";
  const outcome = (): DataOutcome => ({
    outcome: "new",
    what: { key: "data.taken", params: { date: "2026-11-20", products: 464 } },
    source: "endoflife.date",
    date: day("2026-11-20"),
    from: address,
    changes: { total: changes.length, list: changes },
  });
  return {
    answers: {
      "data.status": () =>
        options.brokenData === true
          ? { ok: false, failure: { kind: "not-readable", path: `${folder}/data`, cause: "permission denied" } }
          : { ok: true, value: fakeDataStatus(data) },
      "data.import": () => {
        data = "refreshed";
        return { ok: true, value: outcome() };
      },
    },
    *refreshSteps({ force }, emit) {
      emit({ step: "asking", address });
      yield undefined;
      const { refresh } = options;
      if (typeof refresh === "object") yield { ok: false, failure: refresh.failure };
      else if (refresh === "recent" && !force) {
        const what = { key: "data.recent", params: { at: "2026-11-23T08:00:00Z" } };
        yield { ok: true, value: { ...outcome(), outcome: "recent", what, changes: { total: 0, list: [] } } };
      } else {
        data = "refreshed";
        yield { ok: true, value: outcome() };
      }
    },
  };
}
