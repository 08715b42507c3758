// How long it takes to load everything that is known of dates, and to place a thousand images by it; design: under 50 ms and
// under 100 ms. Prints the figures; nothing is asserted about time, since machines differ.
import { expect, it } from "vitest";
import { lifecycleOf } from "../../main/lifecycle/lifecycle-of.ts";
import { CalendarDay } from "../../shared/calendar-day.ts";
import { Entitlement } from "../../shared/model/entitlement.ts";
import type { Facts } from "../../shared/model/facts.ts";
import { lifecycleFactsOf } from "../../shared/model/lifecycle-facts.ts";
import { factsWith } from "../support/facts.ts";
import { shippedLifecycleData } from "../support/lifecycle-data.ts";
import { byTurns, seconds } from "./timing.ts";

const on = CalendarDay.parse("2026-11-24");
const systems = [
  "debian 11",
  "debian 12",
  "ubuntu 20.04",
  "alpine 3.20.1",
  "rhel 9.4",
  "amzn 2023",
  "sles 15.6",
  "ol 8.9",
];
const runtimes = [
  "nodejs 22.1.0",
  "python 3.9.2",
  "php 8.1.2",
  "go 1.22.1",
  "postgresql 14.2",
  "nginx 1.27.0",
  "redis 7.2.1",
];

function imageOf(n: number): Facts {
  const [id = "", versionId = ""] = (systems[n % systems.length] ?? "").split(" ");
  const release = { ID: id, NAME: id, VERSION_ID: versionId };
  const os = { id, versionId, prettyName: null, product: null, cycle: null, evidence: "/etc/os-release", release };
  const some = [0, 1, 3].map((step) => {
    const [product = "", version = ""] = (runtimes[(n + step) % runtimes.length] ?? "").split(" ");
    return { product, version, cycle: null, evidence: "env X", by: "env" as const };
  });
  return factsWith({ os, runtimes: some });
}

const entitlements = Array.from({ length: 20 }, (_, n) =>
  Entitlement.parse({
    id: `con-${n}`,
    provider: ["Freexian", "Canonical", "Red Hat", "ACME"][n % 4],
    scope: n % 2 === 0 ? { product: ["debian", "ubuntu", "rhel", "python"][n % 4] } : { image: `shop-${n}/*` },
    contract: `C-${n}`,
    until: "2029-12-31",
    by: "A",
    on: "2026-01-01",
  }),
);

it("loads and matches", async () => {
  const data = await shippedLifecycleData();
  const images = Array.from({ length: 1000 }, (_, n) => lifecycleFactsOf(imageOf(n)));
  const { index: _, ...plain } = data;
  let entries = 0;
  const place = (over: typeof plain, bought: boolean) =>
    seconds(async () => {
      entries = 0;
      for (const [n, facts] of images.entries()) {
        const cover = { entitlements: { entitlements, digest: "" }, references: [`shop-${n % 30}/app:${n}`] };
        entries += lifecycleOf(facts, over, on, bought ? cover : undefined).length;
      }
    });
  const figures = await byTurns({
    "loading 464 products, offers and second opinions": () => seconds(shippedLifecycleData),
    "placing 1,000 images of 4 components": () => place(data, false),
    "the same with 20 contracts": () => place(data, true),
    "the same without an index of products": () => place(plain, false),
  });
  for (const [name, time] of Object.entries(figures)) process.stdout.write(`${name}: ${(time * 1000).toFixed(1)} ms\n`);
  expect(entries).toBe(4000);
});
