import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AuditDeps, runAudit, withFirstSeen } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { joinScanners, type Scanner } from "../../main/scanner.ts";
import { openAuditStore, previousSubjects } from "../../main/store/audits.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import { AuditRun } from "../../shared/model/audit.ts";
import type { AuditEvent } from "../../shared/model/audit-event.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { ContainerFacts } from "../../shared/model/surroundings.ts";
import type { Scope } from "../../shared/scopes.ts";
import { dir, file, image, memorySource } from "../support/image-builder.ts";
import { auditWith, day, finding, idOf } from "../support/kept-run.ts";
import { containerFacts, engineFacts, surroundings } from "../support/surroundings.ts";

const catalogues = await loadCatalogues("assets");
const never = new AbortController().signal;

const debian = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n';
const api = image()
  .layer(dir("/etc"), file("/etc/os-release", debian), file("/etc/passwd", "app:x:10:10::/:/bin/sh\n"))
  .config({ User: "app", Env: ["NODE_VERSION=22.23.2"] })
  .tag("shop/api:7.2");
const cron = image()
  .layer(file("/bin/su", "x", { mode: 0o4755 }))
  .config({})
  .tag("legacy/cron:1");

function deps(scanner: Scanner): AuditDeps {
  return {
    ...catalogues,
    on: day("2026-11-24"),
    scanner,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    tool: { version: "0.1.0" },
    previous: async () => null,
  };
}

async function collect(
  given: AuditDeps,
  images: string[] | null,
  signal = never,
  scopes?: readonly Scope[],
): Promise<{ events: AuditEvent[]; run: AuditRun }> {
  const events: AuditEvent[] = [];
  const steps = runAudit(given, { images, ...(scopes === undefined ? {} : { scopes }) }, signal);
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { events, run: step.value };
    events.push(step.value);
  }
}

describe("an audit", () => {
  it("tells what it found, first verdicts, whole verdicts, and ends with a run that fits its schema", async () => {
    const { events, run } = await collect(deps(localScanner(memorySource([api, cron]))), null);
    const told = events
      .filter((event) => event.kind !== "progress")
      .map((event) => (event.kind === "audited" ? event.depth : event.kind));
    expect(told).toEqual(["found", "config", "config", "full", "full"]);
    expect(AuditRun.parse(run)).toEqual(run);
    expect(run.population).toEqual({ found: 2, audited: 2, excluded: [] });
    expect(run.images.map((audit) => audit.image.references)).toEqual([["legacy/cron:1"], ["shop/api:7.2"]]);
    const [legacy, shop] = run.images;
    expect(legacy?.findings.find((one) => one.control === "cis-docker:4.8")?.status).toBe("fail");
    expect(shop?.findings.find((one) => one.control === "cis-docker:4.1")?.status).toBe("pass");
    expect(shop?.facts.os).toMatchObject({ product: "debian", cycle: "12" });
    expect(shop?.lifecycle.map((entry) => [entry.component.product, entry.status])).toEqual([
      ["debian", "extended-only"],
      ["nodejs", "security-only"],
    ]);
  });

  it("gives the same run for the same input", async () => {
    const again = async () => JSON.stringify((await collect(deps(localScanner(memorySource([api, cron]))), null)).run);
    expect(await again()).toBe(await again());
  });

  it("says what was not asked for, so that the population can be reconciled", async () => {
    const { run } = await collect(deps(localScanner(memorySource([api, cron]))), ["shop/api:7.2", "nope:1"]);
    expect(run.population).toEqual({
      found: 2,
      audited: 1,
      excluded: [{ reference: "legacy/cron:1", reason: "not asked for" }],
    });
    expect(run.errors).toEqual([{ reference: "nope:1", message: expect.stringContaining("nope:1: no such image") }]);
  });

  it("names the base that an image of the same list proves, also when that one was not asked for", async () => {
    const own = api.layer(file("/app", "x")).tag("shop/web:1");
    const source = () => localScanner(memorySource([api, own, cron]));
    const { events, run } = await collect(deps(source()), ["shop/web:1"]);
    const base = { layers: 1, proof: "shared-layers", references: ["shop/api:7.2"], id: api.id };
    expect(run.images.map((audit) => audit.image.base)).toEqual([base]);
    const notes = run.images[0]?.findings.find(({ control }) => control === "cis-docker:4.7")?.evidence;
    expect(notes?.map(({ detail }) => detail)).toContain(
      "the lowest 1 layers are all the layers of shop/api:7.2: that is the base, the others are the image's own",
    );
    for (const event of events) {
      if (event.kind === "found") expect(event.images.every((one) => !("diffIds" in one))).toBe(true);
      if (event.kind === "audited") expect(event.audit.image.base).toEqual(base);
    }
    const alone = await collect(deps(localScanner(memorySource([own]))), null);
    expect(alone.run.images.map(({ image }) => image.base)).toEqual([undefined]);
  });

  it("goes on with the others when one source of several cannot be opened", async () => {
    const failure = { kind: "not-an-archive", path: "/odd.tar", cause: "it is empty" } as const;
    const joined = joinScanners([
      { name: "/odd.tar", open: () => Promise.reject(new FailureError(failure)) },
      { name: "memory", open: async () => localScanner(memorySource([api])) },
    ]);
    const { run } = await collect(deps(joined), null);
    expect(run.images).toHaveLength(1);
    expect(run.errors).toEqual([
      { reference: "/odd.tar", message: "/odd.tar is no image archive or OCI layout: it is empty" },
    ]);
  });

  it("keeps what was read when the source breaks half way, and names the rest", async () => {
    const whole = localScanner(memorySource([api, cron]));
    const breaking: Scanner = {
      ...whole,
      async *inspect(keys, signal) {
        for await (const event of whole.inspect(keys, signal)) {
          yield event;
          if (event.kind === "facts") throw new Error("socket hang up");
        }
      },
    };
    const { run } = await collect(deps(breaking), null);
    expect(run.images).toHaveLength(1);
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]?.message).toContain("socket hang up");
  });

  it("never loses an image in silence: one that the reader forgot is an error", async () => {
    const whole = localScanner(memorySource([api]));
    const { run } = await collect(deps({ ...whole, async *inspect() {} }), null);
    expect(run.population.audited).toBe(0);
    expect(run.errors).toHaveLength(1);
  });

  it("ends with the signal's reason when it is cancelled", async () => {
    const abort = new AbortController();
    const whole = localScanner(memorySource([api, cron]));
    const steps = runAudit(deps(whole), { images: null }, abort.signal);
    await steps.next();
    abort.abort(new DOMException("cancelled", "AbortError"));
    await expect(async () => {
      for (;;) if ((await steps.next()).done === true) return;
    }).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("firstSeen", () => {
  const today = day("2026-11-24");
  const before = {
    ...auditWith(
      idOf("1"),
      [],
      [
        { ...finding("c:1", "fail"), firstSeen: day("2026-01-01") },
        { ...finding("c:2", "pass"), firstSeen: day("2026-01-01") },
      ],
    ),
  };
  it.each([
    ["stays while the status stays", finding("c:1", "fail"), "2026-01-01"],
    ["begins anew when the status moved", finding("c:2", "fail"), "2026-11-24"],
    ["is today for a control that is new", finding("c:3", "fail"), "2026-11-24"],
  ] as const)("%s", (_name, given, expected) => {
    expect(withFirstSeen([given], before, today)[0]?.firstSeen).toBe(expected);
  });
});

describe("an audit of what lies around images", () => {
  const around = surroundings({
    engine: engineFacts({ engineVersion: "29.1.3" }),
    containers: [containerFacts({ name: "web", privileged: true })],
    host: null,
    unreached: [{ surrounding: "host", reason: "the engine runs in a virtual machine" }],
  });
  const scanner = (): Scanner => ({ ...localScanner(memorySource([api])), surroundings: async () => around });

  it("judges images alone where nobody asked for more", async () => {
    const { run } = await collect(deps(scanner()), null);
    expect(run.subjects).toEqual([]);
    expect(run.images).toHaveLength(1);
    expect(new Set(run.images[0]?.findings.map(({ benchmark }) => benchmark))).toEqual(
      new Set(["cis-docker", "dhi-gpos", "docker-ee-stig", "image-srg"]),
    );
  });

  it("judges engine, host and containers beside them, and says what was not reached", async () => {
    const scopes = ["images", "containers", "engine", "host"] as const;
    const { run, events } = await collect(deps(scanner()), null, never, scopes);
    expect(AuditRun.parse(run)).toEqual(run);
    expect(run.subjects.map(({ subject }) => `${subject.kind} ${subject.name}`)).toEqual([
      "engine unix:///var/run/docker.sock",
      "host host",
      "container web",
    ]);
    const [engine, host, container] = run.subjects;
    const statusOf = (subject: typeof engine, id: string) =>
      subject?.findings.find(({ control }) => control === id)?.status;
    expect(statusOf(container, "cis-docker:5.5")).toBe("fail");
    expect(statusOf(engine, "cis-docker:2.6")).toBe("pass");
    expect(engine?.facts).toMatchObject({ support: { cycle: "29", latest: expect.stringMatching(/^29\./) } });
    expect(new Set(host?.findings.map(({ status }) => status))).toEqual(new Set(["not-assessed", "manual"]));
    expect(statusOf(host, "cis-docker:3.1")).toBe("not-assessed");
    expect(events.filter(({ kind }) => kind === "subjects")).toHaveLength(1);
    const counted = run.subjects.flatMap(({ findings }) => findings).map(({ control }) => control);
    const known = catalogues.rules.flatMap(({ controls }) => controls).filter(({ scope }) => scope !== "image");
    expect(counted.sort()).toEqual(known.map(({ id }) => id).sort());
  });

  it("keeps the day a finding about a subject was first seen, until the finding changes or the subject is another", async () => {
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-subjects-"));
    const store = openAuditStore(join(folder, "audits"));
    const at = async (today: string, containers: ContainerFacts[], scopes: readonly Scope[]) => {
      const clock = { today: () => day(today), now: () => `${today}T06:00:00Z`, zone: () => "UTC (UTC+00:00)" };
      const seen: Scanner = { ...scanner(), surroundings: async () => ({ ...around, containers }) };
      const given = { ...deps(seen), on: day(today), clock, previousSubject: previousSubjects(store) };
      const { run } = await collect(given, null, never, scopes);
      await store.keep(run);
      const of = (kind: string) => run.subjects.filter(({ subject }) => subject.kind === kind);
      return (kind: string, id: string, name?: string) =>
        of(kind)
          .find(({ subject }) => name === undefined || subject.name === name)
          ?.findings.find(({ control }) => control === id)?.firstSeen;
    };
    const web = containerFacts({ name: "web", privileged: true });
    const first = await at("2026-11-20", [web], ["containers", "engine"]);
    expect(first("container", "cis-docker:5.5")).toBe("2026-11-20");
    // A run that did not look at containers says nothing of them.
    const engineOnly = await at("2026-11-21", [], ["engine"]);
    expect(engineOnly("engine", "cis-docker:2.6")).toBe("2026-11-20");
    const calm = { ...containerFacts({ name: "calm", privileged: true }), id: "f".repeat(64) };
    const later = await at("2026-11-22", [web, calm], ["containers", "engine"]);
    expect(later("container", "cis-docker:5.5", "web")).toBe("2026-11-20");
    expect(later("container", "cis-docker:5.5", "calm")).toBe("2026-11-22");
    const mended = await at("2026-11-23", [{ ...web, privileged: false }], ["containers"]);
    expect(mended("container", "cis-docker:5.5", "web")).toBe("2026-11-23");
  });

  it("leaves the images out where only their surroundings were asked for", async () => {
    const { run } = await collect(deps(scanner()), null, never, ["engine"]);
    expect(run.images).toEqual([]);
    expect(run.population).toEqual({
      found: 1,
      audited: 0,
      excluded: [{ reference: "shop/api:7.2", reason: "not asked for" }],
    });
    expect(run.subjects.map(({ subject }) => subject.kind)).toEqual(["engine"]);
  });

  it("says of an archive that nothing lies around it", async () => {
    const { run } = await collect(deps(localScanner(memorySource([api]))), null, never, ["engine", "containers"]);
    expect(run.subjects.map(({ facts }) => facts)).toEqual([null, null]);
    const reasons = new Set(run.subjects.flatMap(({ findings }) => findings.map(({ reason }) => reason)));
    expect([...reasons]).toContainEqual(expect.stringContaining("there is no engine"));
    expect(run.subjects.flatMap(({ findings }) => findings).filter(({ status }) => status === "pass")).toEqual([]);
  });
});
