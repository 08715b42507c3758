// Reminders gathered from everything that lasts, and that a thousand images are no trouble.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLifecycle } from "../../main/data/lifecycle-catalogue.ts";
import { gatherReminders, type ReminderWorld } from "../../main/reminders.ts";
import { openAuditStore } from "../../main/store/audits.ts";
import { openReminderMemory } from "../../main/store/reminder-memory.ts";
import type { KeptImage, RunEntry } from "../../shared/model/history.ts";
import type { LifecycleData } from "../../shared/model/lifecycle.ts";
import { type LifecycleFacts, lifecycleFactsOf } from "../../shared/model/lifecycle-facts.ts";
import { defaultSettings } from "../../shared/settings.ts";
import { emptyCounts } from "../../shared/summary.ts";
import { factsWith } from "../support/facts.ts";
import { day } from "../support/kept-run.ts";
import { waiver } from "../support/waivers.ts";

let folder = "";
let data: LifecycleData;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-gather-"));
  data = await loadLifecycle("assets/data/lifecycle.json");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const systems = [
  ["ubuntu", "22.04"],
  ["ubuntu", "24.04"],
  ["debian", "12"],
  ["debian", "13"],
  ["alpine", "3.21.1"],
] as const;

/** An image on one of five systems; every third has Node.js. */
function factsOf(index: number): LifecycleFacts {
  const [id, versionId] = systems[index % systems.length] ?? systems[0];
  const os = { id, versionId, prettyName: id, product: null, cycle: null, evidence: "/etc/os-release", release: {} };
  const node = {
    product: "nodejs",
    version: `${18 + (index % 4) * 2}.1.0`,
    cycle: null,
    evidence: "e",
    by: "file" as const,
  };
  return lifecycleFactsOf(factsWith({ os, runtimes: index % 3 === 0 ? [node] : [] }));
}

function kept(count: number): { run: RunEntry; facts: Map<KeptImage, LifecycleFacts> } {
  const facts = new Map<KeptImage, LifecycleFacts>();
  for (let index = 0; index < count; index += 1) {
    const image: KeptImage = {
      audit: index.toString(16).padStart(64, "0"),
      ids: [`sha256:${index.toString(16).padStart(64, "0")}`],
      references: [`registry.example/team-${index % 20}/service-${index}:1`],
      os: null,
      summary: {
        byStatus: emptyCounts(),
        bySeverity: { high: 0, medium: 0, low: 0 },
        waived: 0,
        lifecycle: "none",
        supportedUntil: null,
      },
    };
    facts.set(image, factsOf(index));
  }
  const stamp = "2026-11-24T06:00:00Z";
  const run: RunEntry = {
    run: "a".repeat(64),
    on: day("2026-11-24"),
    startedAt: stamp,
    finishedAt: stamp,
    source: "default",
    errors: 0,
    images: [...facts.keys()],
  };
  return { run, facts };
}

let memories = 0;
function world(count: number, change: Partial<ReminderWorld> = {}): ReminderWorld {
  const { run, facts } = kept(count);
  memories += 1;
  return {
    store: {
      runs: async () => [run],
      lifecycleFacts: async (image) => {
        const found = facts.get(image);
        if (found === undefined) throw new Error("no such image");
        return found;
      },
    },
    data,
    entitlements: null,
    waivers: null,
    rules: [{ id: "cis-docker", version: "2" }],
    certificate: null,
    settings: defaultSettings,
    memory: openReminderMemory(join(folder, `reminders-${memories}.json`)),
    on: day("2026-11-24"),
    ...change,
  };
}

describe("gathered reminders", () => {
  it("of a thousand images are one subject a component, and one an audit", async () => {
    const { reminders, images, notices } = await gatherReminders(world(1000));
    expect(images).toBe(1000);
    const ids = [...new Set(reminders.map(({ subject }) => subject.id))];
    expect(ids.filter((id) => id.startsWith("audit:"))).toHaveLength(1000);
    const components = ids.filter((id) => id.startsWith("support:") && id.split(":").length === 3);
    expect(components.sort()).toEqual([
      "support:alpine-linux:3.21",
      "support:debian:12",
      "support:debian:13",
      "support:nodejs:18",
      "support:nodejs:20",
      "support:nodejs:22",
      "support:nodejs:24",
      "support:ubuntu:22.04",
      "support:ubuntu:24.04",
    ]);
    expect(reminders.find(({ subject }) => subject.id === "support:debian:12")?.subject.images).toHaveLength(200);
    // Nobody has looked before: one notification for all that is due.
    expect(notices).toHaveLength(1);
    expect(notices[0]?.shape).toBe("summary");
  });

  it("record the plan unless they only look", async () => {
    const looking = world(5, { record: false });
    const first = await gatherReminders(looking);
    expect((await looking.memory.read()).lastPlanned).toBeNull();
    const recording = { ...looking, record: true };
    expect((await gatherReminders(recording)).news).toEqual(first.news);
    const memory = await looking.memory.read();
    expect(memory.lastPlanned).toBe("2026-11-24");
    expect(memory.ends["support:debian:12"]).toBe("2026-07-11");
    expect(Object.keys(memory.ends).filter((id) => id.startsWith("audit:"))).toEqual([]);
  });

  it("log a date that new data move, and plan the subject anew", async () => {
    const before = world(5);
    await gatherReminders(before);
    const products = data.products.map((product) =>
      product.id === "debian"
        ? {
            ...product,
            cycles: product.cycles.map((each) => (each.cycle === "12" ? { ...each, eol: day("2027-01-31") } : each)),
          }
        : product,
    );
    const { index: _, ...rest } = data;
    const after = await gatherReminders({ ...before, data: { ...rest, products } });
    expect(after.corrections).toEqual([
      { subject: "support:debian:12", label: "Debian 12", from: "2026-07-11", to: "2027-01-31", on: "2026-11-24" },
    ]);
    expect(after.news.filter(({ subject }) => subject.id === "support:debian:12").map(({ lead }) => lead)).toEqual([
      90,
    ]);
  });

  it("take the certificates of one key or of several", async () => {
    const key = (label: string) => ({ label, fingerprint: `AB:${label}`, notAfter: day("2027-01-01") });
    const ids = async (certificate: ReminderWorld["certificate"]) => {
      const { reminders } = await gatherReminders(world(0, { certificate }));
      return [...new Set(reminders.map(({ subject }) => subject.id))];
    };
    expect(await ids(key("a"))).toEqual(["certificate:AB:a"]);
    expect(await ids([key("a"), key("b")])).toEqual(["certificate:AB:a", "certificate:AB:b"]);
    expect(await ids(null)).toEqual([]);
  });

  it.each<[string, Parameters<typeof waiver>[0], string[]]>([
    ["that holds", {}, ["2027-01-31"]],
    ["that nobody approved", { approver: undefined as never, approved: undefined as never }, []],
    ["that its requester approved", { approver: "Ana" }, []],
    ["of other rules", { rules: { benchmark: "cis-docker", version: "1" } }, []],
    ["that was revoked", { revoked: { by: "Ben", on: day("2026-11-20") } }, []],
    ["that begins later", { created: day("2026-12-01") }, []],
    ["that ran out last week", { until: day("2026-11-17") }, ["2026-11-17"]],
    [
      "that ran out two years ago",
      { created: day("2024-01-01"), approved: day("2024-01-02"), until: day("2024-06-01") },
      [],
    ],
    [
      "that ran out while its renewal waits for approval",
      {
        approver: undefined as never,
        approved: undefined as never,
        until: day("2027-03-01"),
        renewals: [
          {
            on: day("2026-11-10"),
            by: "Ana",
            until: day("2026-11-20"),
            approver: "Ben",
            approved: day("2026-11-02"),
            rules: { benchmark: "cis-docker", version: "2" },
          },
        ],
      },
      ["2026-11-20"],
    ],
  ])("speak of a waiver %s: %j", async (_what, change, ends) => {
    const set = { approver: "required" as const, maximumDays: 180, digest: "", waivers: [waiver(change)] };
    const { reminders } = await gatherReminders(world(0, { waivers: set }));
    expect([...new Set(reminders.map(({ subject }) => subject.end))]).toEqual(ends);
    if (ends.length > 0)
      expect(reminders[0]?.subject).toMatchObject({ id: "waiver:w-1", label: "cis-docker:4.8 (T-1)" });
  });

  it("leave a store without audits as it is", async () => {
    const store = openAuditStore(join(folder, "no-audits"));
    expect(await gatherReminders(world(0, { store, record: false }))).toMatchObject({
      reminders: [],
      images: 0,
      undated: [],
      unread: [],
      setAside: null,
    });
  });
});
