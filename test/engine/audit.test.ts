// What an audit says of real Debian images, held against what the images say of themselves.
import { describe, expect, it } from "vitest";
import { runAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { openSource } from "../../main/source/open-source.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import type { Audit, AuditRun } from "../../shared/model/audit.ts";
import { debianImage, type Suite } from "../support/debian-image.ts";
import type { Engine } from "../support/engine.ts";
import { day } from "../support/kept-run.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const suites = [
  { suite: "bullseye", cycle: "11", status: "eol" },
  { suite: "bookworm", cycle: "12", status: "extended-only" },
  { suite: "trixie", cycle: "13", status: "supported" },
] as const satisfies readonly { suite: Suite; cycle: string; status: string }[];

async function audit(engine: Engine, references: string[]): Promise<AuditRun> {
  const world = { env: {}, homeDir: "/nonexistent", platform: process.platform, arch: process.arch, uid: 0 };
  const source = await openSource({ kind: "engine", url: `unix://${engine.socket}` }, world, {});
  const scanner = localScanner(source);
  const deps = {
    ...(await loadCatalogues("assets")),
    on: day("2026-11-24"),
    scanner,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC" },
    tool: { version: "0.1.0" },
    previous: async () => null,
  };
  const steps = runAudit(deps, { images: references }, new AbortController().signal);
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return step.value;
    }
  } finally {
    await scanner.close();
  }
}

const inside = (engine: Engine, reference: string, command: string): Promise<string> =>
  engine.docker("run", "--rm", "--network", "none", reference, "sh", "-c", command);
const lines = (text: string): string[] => text.trim().split("\n").filter(Boolean).sort();
const statusOf = (one: Audit, control: string): string | undefined =>
  one.findings.find((f) => f.control === control)?.status;

describe.each(suites)("Debian $suite", ({ suite, cycle, status }) => {
  it("has the packages, special files and accounts that it lists itself", async (ctx) => {
    const engine = sharedEngine(ctx);
    const reference = await debianImage(engine, suite);
    const run = await audit(engine, [reference]);
    expect(run.errors).toEqual([]);
    const [one] = run.images;
    if (one === undefined) return expect.unreachable();

    const packages = one.facts.packages.map((p) => `${p.name} ${p.version} ${p.arch}`).sort();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own format
    const truth = await inside(engine, reference, "dpkg-query -W -f '${Package} ${Version} ${Architecture}\\n'");
    expect(packages).toEqual(lines(truth));
    expect(packages.length).toBeGreaterThan(75);

    const special = [...one.facts.files.setuid, ...one.facts.files.setgid].flatMap((f) => [f.path, ...(f.links ?? [])]);
    expect([...new Set(special)].sort()).toEqual(
      lines(await inside(engine, reference, "find / -xdev -type f -perm /6000")),
    );

    const accounts = one.facts.accounts.map((account) => `${account.name}:${account.uid}`).sort();
    expect(accounts).toEqual(lines(await inside(engine, reference, "cut -d: -f1,3 /etc/passwd")));

    const open = one.facts.files.worldWritable
      .map((f) => f.path)
      .filter((path) => !/^\/(dev|proc|sys)(\/|$)/.test(path))
      .sort();
    expect(open).toEqual(
      lines(
        await inside(
          engine,
          reference,
          "find / -xdev \\( -type f -o -type d \\) -perm -0002 ! -path '/dev*' ! -path '/proc*' ! -path '/sys*'",
        ),
      ),
    );

    expect(one.facts.os).toMatchObject({ id: "debian", product: "debian", cycle });
    expect(one.summary.lifecycle).toBe(status);
    expect(one.image.idKind).toBe("config");
    expect([statusOf(one, "cis-docker:4.1"), statusOf(one, "cis-docker:4.6"), statusOf(one, "cis-docker:4.8")]).toEqual(
      ["fail", "fail", "fail"],
    );
    expect(one.facts.secrets).toEqual([]);
  });
});

it("an audit of several images leaves the engine as it was found", async (ctx) => {
  const engine = sharedEngine(ctx);
  const references = await Promise.all(suites.map(({ suite }) => debianImage(engine, suite)));
  const state = async (): Promise<string[][]> => [
    lines(
      await engine.docker(
        "image",
        "ls",
        "--all",
        "--no-trunc",
        "--digests",
        "--format",
        "{{.Repository}} {{.Tag}} {{.ID}} {{.Digest}}",
      ),
    ),
    lines(await engine.docker("ps", "--all", "--no-trunc")),
    lines(await engine.docker("volume", "ls")),
  ];
  const before = await state();
  const run = await audit(engine, references);
  expect(run.images).toHaveLength(3);
  expect(await state()).toEqual(before);
});
