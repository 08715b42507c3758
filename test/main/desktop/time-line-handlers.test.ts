// The time line's channel over a real store: the newest look at every image, placed on the day asked for.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { timeLineHandlers } from "../../../main/desktop/ipc/time-line-handlers.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import type { AuditRun } from "../../../shared/model/audit.ts";
import { auditOf, auditRun, day } from "../../support/audit-run.ts";

const lifecycle = await loadLifecycle("assets/data/lifecycle.json");
const today = day("2026-11-23");
const clock = { today: () => today, now: () => "2026-11-23T06:00:00Z", zone: () => "UTC (UTC+00:00)" };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-time-line-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const os = (id: string, versionId: string, name: string) => ({
  os: { id, versionId, prettyName: name, product: null, cycle: null, evidence: "/etc/os-release", release: {} },
});
const facts = [
  os("debian", "12", "Debian GNU/Linux 12"),
  os("debian", "10", "Debian GNU/Linux 10"),
  os("houselinux", "9", "House Linux 9"),
];

/** A run over `count` images, each with one of the systems. */
function runOf(count: number): AuditRun {
  const images = Array.from({ length: count }, (_, n) =>
    auditOf({ n: n + 1, references: [`shop/app-${n}:1`], facts: facts[n % facts.length] ?? {} }),
  );
  return { ...auditRun(), images };
}

function handlerFor(name: string) {
  const home = join(folder, name);
  const store = openAuditStore(join(home, "audits"));
  const files = { entitlements: join(folder, `${name}-entitlements.yaml`) };
  return { home, store, files, ask: timeLineHandlers({ lifecycle, store, files, clock })["lifecycle.timeline"] };
}

describe("the time line", () => {
  it("is empty, and no failure, where nothing is kept", async () => {
    const answer = await handlerFor("empty").ask({});
    expect(answer).toEqual({
      on: today,
      isToday: true,
      data: { source: lifecycle.source, date: lifecycle.date },
      images: [],
      rows: [],
    });
  });

  it("holds each component once with its images, on the day asked for, unknown ones with the reason", async () => {
    const { store, ask } = handlerFor("three");
    await store.keep(runOf(7));
    const answer = contract["lifecycle.timeline"].out.parse(await ask({}));
    expect(answer.images.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `shop/app-${n}:1`));
    const found = answer.rows.map(({ entry, images }) => [entry.component.label, entry.status, images]);
    expect(found).toContainEqual(["Debian 12", "extended-only", [0, 3, 6]]);
    const unknown = answer.rows.find(({ entry }) => entry.status === "unknown");
    expect([unknown?.images, unknown?.entry.phrase !== undefined]).toEqual([[2, 5], true]);
    const later = await ask({ on: day("2030-01-01") });
    expect([later.on, later.isToday]).toEqual(["2030-01-01", false]);
    expect(later.rows.find(({ entry }) => entry.component.label === "Debian 12")?.entry.status).toBe("eol");
  });

  it("counts what was bought as cover, as the file says it now", async () => {
    const { store, files, ask } = handlerFor("bought");
    await store.keep(runOf(3));
    const coverOf = async () => {
      const { rows } = await ask({});
      const row = rows.find(({ entry }) => entry.component.cycle === "10");
      return row?.entry.coverage.filter(({ entitled, until }) => entitled && until !== null && until > today).length;
    };
    expect(await coverOf()).toBe(0);
    await writeFile(
      files.entitlements,
      [
        "schema: plimsoll/entitlements@1",
        "entitlements:",
        "  - id: elts-1",
        "    provider: Freexian",
        "    scope: { product: debian, cycle: '10' }",
        "    contract: FX-1",
        "    until: 2028-06-30",
        "    by: m.keller",
        "    on: 2026-01-01",
        "",
      ].join("\n"),
    );
    expect(await coverOf()).toBe(1);
  });

  it("says so where what it rests on was changed, instead of leaving images out", async () => {
    const { home, store, ask } = handlerFor("damaged");
    await store.keep(runOf(3));
    const deciding = join(home, "audits/lifecycle");
    for (const name of await readdir(deciding)) await writeFile(join(deciding, name), "{}");
    await expect(ask({})).rejects.toMatchObject({ failure: { kind: "state-unusable" } });
  });
});
