// Extended support that was bought, behind the fake bridge: kept in memory, weighed by the real rules, in every state where
// that is wanted.
import { entitlementStanding } from "../../main/data/entitlement-standing.ts";
import { addDays } from "../../shared/calendar-day.ts";
import type { InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import type { Entitlement } from "../../shared/model/entitlement.ts";
import type { Failure, Result } from "../../shared/model/failure.ts";
import type { LifecycleCatalogue } from "../../shared/model/lifecycle.ts";
import { fakeToday } from "./fake-images.ts";
import { day } from "./kept-run.ts";

type Channel = "entitlements.list" | "entitlements.choices" | "entitlements.add" | "entitlements.remove";
export type FakeEntitlements = { [K in Channel]: (input: InputOf<K>) => Result<OutputOf<K>> };

export interface FakeEntitlementOptions {
  /** Entries in every state are there. */
  readonly entitlements?: boolean;
  /** Their file cannot be used. */
  readonly brokenEntitlements?: boolean;
}

const file = "/home/ada/.local/share/plimsoll/entitlements.yaml";

const data: LifecycleCatalogue = {
  schema: "plimsoll/lifecycle-catalogue@1",
  source: "endoflife.date",
  date: day("2026-08-22"),
  licence: "MIT",
  notice: "",
  products: [
    {
      id: "debian",
      label: "Debian",
      category: "os",
      cycles: [
        { cycle: "12", eol: day("2026-07-11"), eoes: day("2028-06-30") },
        { cycle: "10", eol: day("2022-09-10"), eoes: day("2024-06-30") },
      ],
    },
    { id: "nodejs", label: "Node.js", category: "lang", cycles: [{ cycle: "18", eol: day("2025-04-30") }] },
    { id: "ubuntu", label: "Ubuntu", category: "os", cycles: [{ cycle: "20.04", eol: day("2025-05-31") }] },
  ],
};

export function fakeEntitlements({ entitlements, brokenEntitlements }: FakeEntitlementOptions): FakeEntitlements {
  let kept = entitlements === true ? manyEntitlements() : [];
  const one = (id: string): Result<Entitlement> => {
    const value = kept.find((entry) => entry.id === id);
    return value === undefined ? refused(`there is no entitlement ${id}`) : { ok: true, value };
  };
  return {
    "entitlements.list": () => {
      if (brokenEntitlements === true) return { ok: false, failure: broken };
      const listed = kept.map((entitlement) => {
        const images = entitlement.id === "e-nobody" ? 0 : 3;
        const { state, phrases } = entitlementStanding(entitlement, data, fakeToday, images);
        return { entitlement, state, phrases: [...phrases], images };
      });
      return { ok: true, value: { file, on: fakeToday, operator: "ada", entitlements: listed } };
    },
    "entitlements.choices": () => ({
      ok: true,
      value: {
        products: data.products.map(({ id, label, cycles }) => ({
          id,
          label,
          cycles: cycles.map(({ cycle }) => cycle),
        })),
        sellers: [
          { provider: "Freexian", programmes: ["ELTS"] },
          { provider: "Canonical", programmes: ["Ubuntu Pro (ESM)", "Legacy add-on"] },
        ],
      },
    }),
    "entitlements.add": (given) => {
      const { product } = given.scope;
      if (product !== undefined && !data.products.some(({ id }) => id === product))
        return refused(`the lifecycle data of ${data.date} know no product ${product}; near to it: debian`);
      const id = `e-new-${kept.length}`;
      kept = [...kept, { ...given, id, on: fakeToday } as Entitlement];
      return one(id);
    },
    "entitlements.remove": ({ id, by, reason }) => {
      kept = kept.map((entry) => (entry.id === id ? { ...entry, removed: { by, on: fakeToday, reason } } : entry));
      return one(id);
    },
  };
}

const broken: Failure = {
  kind: "catalogue-invalid",
  file,
  line: 14,
  column: 12,
  cause: "until: 2026-13-01 is no day",
};

function refused(cause: string): Result<never> {
  return { ok: false, failure: { kind: "usage", cause } };
}

function manyEntitlements(): Entitlement[] {
  const entry: Entitlement = {
    id: "e-holds",
    provider: "Freexian",
    programme: "ELTS",
    scope: { product: "debian", cycle: "10" },
    contract: "FX-2024-0931",
    until: day("2029-06-30"),
    by: "Lena Kirchhoff",
    on: day("2024-06-03"),
  };
  return [
    entry,
    {
      id: "e-nobody",
      provider: "HeroDevs",
      by: entry.by,
      on: day("2025-04-22"),
      scope: { product: "nodejs", cycle: "18", image: "registry.example.org/a-team-with-a-long-name/shop/**" },
      contract: "HD-77120",
      from: day("2025-05-01"),
      until: day("2027-04-30"),
      note: "Signed for the shop's own services; the back office was left out. \u202eelbisrever\u202c",
    },
    {
      ...entry,
      id: "e-soon",
      provider: "Canonical",
      programme: "Legacy add-on",
      scope: { product: "ubuntu" },
      from: addDays(fakeToday, 20),
      contract: "UP-1",
    },
    { ...entry, id: "e-typo", scope: { product: "debain" }, contract: "FX-2" },
    { ...entry, id: "e-ended", contract: "FX-0", until: addDays(fakeToday, -3) },
    {
      ...entry,
      id: "e-gone",
      provider: "Canonical",
      programme: "Ubuntu Pro (ESM)",
      scope: { product: "ubuntu", cycle: "20.04" },
      contract: "UP-2023-118",
      removed: { by: "Carla Weiss", on: day("2026-01-15"), reason: "Terminated early." },
    },
  ];
}
