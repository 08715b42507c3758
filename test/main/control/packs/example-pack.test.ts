// The pack that docs/PACKS.md goes through, on the images of the sample: what a reader copies works.
import { expect, it } from "vitest";
import { judgeControls } from "../../../../main/control/judge.ts";
import { judgeSurroundings } from "../../../../main/control/judge-surroundings.ts";
import { packChecks } from "../../../../main/control/packs/pack-checks.ts";
import { loadPacks } from "../../../../main/data/pack.ts";
import { hostPlatform } from "../../../../main/source/platform.ts";
import { sampleSource } from "../../../../main/source/sample/sample-source.ts";
import type { Finding } from "../../../../shared/model/finding.ts";
import { Policy } from "../../../../shared/model/policy.ts";
import { say } from "../../../../shared/wording/say.ts";
import { factsWith, imageWith } from "../../../support/facts.ts";
import { day } from "../../../support/kept-run.ts";
import { readSource } from "../../../support/read-images.ts";
import { containerFacts, engineFacts, surroundingGap, surroundings } from "../../../support/surroundings.ts";

const packs = await loadPacks(["docs/examples/pack"]);
const sets = packs.map(({ set }) => set);
const own = packChecks(packs);
const on = day("2026-11-24");
const policy = (parameters: object): Policy => Policy.parse({ schema: "plimsoll/policy@1", parameters });

function statuses(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ control, status }) => [control.replace("example-org:", ""), status]));
}

it("judges the two images of the sample", async () => {
  const { inspected } = await readSource(sampleSource({ wanted: null, host: hostPlatform("arm64") }));
  const found = new Map(
    inspected.map((one) => [one.image.references[0], judgeControls(one, sets, on, policy({}), own.checks)]),
  );
  expect(statuses(found.get("plimsoll/sample-legacy:1") ?? [])).toEqual({
    "source-label": "fail",
    "image-age": "fail",
    "remote-access": "fail",
    "numeric-user": "fail",
    ports: "fail",
    "one-root": "fail",
    "debian-release": "fail",
    owner: "manual",
  });
  expect(statuses(found.get("plimsoll/sample-hardened:1") ?? [])).toEqual({
    "source-label": "pass",
    "image-age": "pass",
    "remote-access": "pass",
    "numeric-user": "pass",
    ports: "pass",
    "one-root": "pass",
    "debian-release": "pass",
    owner: "manual",
  });
  const remote = found.get("plimsoll/sample-legacy:1")?.find(({ control }) => control.endsWith("remote-access"));
  expect(remote?.evidence.map(({ where, detail }) => `${where}: ${detail}`)).toEqual([
    "openssh-server: the rule's expression does not hold: 1:7.9p1-10+deb10u2",
  ]);
});

it("says what the organisation wrote in either language", () => {
  const image = { ...imageWith([]), created: "2026-01-01T00:00:00Z" };
  const [finding] = judgeControls({ image, facts: factsWith() }, sets, on, policy({}), own.checks).slice(1);
  const [line] = finding?.evidence ?? [];
  expect(line?.detail).toBe("built too long ago: 2026-01-01T00:00:00Z");
  expect(line?.phrase === undefined ? "" : say(line.phrase, "de")).toBe(
    "vor zu langer Zeit gebaut: 2026-01-01T00:00:00Z",
  );
});

it("honours the policy", () => {
  const config = { ...factsWith().config, exposedPorts: ["22/tcp"] };
  const judged = (parameters: object) =>
    statuses(
      judgeControls({ image: imageWith([]), facts: factsWith({ config }) }, sets, on, policy(parameters), own.checks),
    );
  expect(judged({})["ports"]).toBe("fail");
  expect(judged({ allowedPorts: ["22/tcp"] })["ports"]).toBe("pass");
});

it("is not assessed where a fact was not read, and says that it does not apply where it does not", () => {
  const limits = [{ fact: "packages", where: "/var/lib/rpm", reason: "unread", weight: "gap" }] as const;
  const found = statuses(
    judgeControls(
      { image: imageWith([]), facts: factsWith({ limits: [...limits] }) },
      sets,
      on,
      policy({}),
      own.checks,
    ),
  );
  expect(found).toMatchObject({
    "remote-access": "not-assessed",
    "image-age": "not-applicable",
    ports: "not-applicable",
    "debian-release": "not-applicable",
    "one-root": "pass",
  });
});

it("judges engines and containers", () => {
  const bounded = containerFacts();
  const resources = { ...bounded.resources, memory: 512 * 1024 * 1024, pidsLimit: 100 };
  const around = surroundings({
    engine: engineFacts({ loggingDriver: "journald" }),
    containers: [
      { ...bounded, resources },
      containerFacts({ name: "loose" }),
      containerFacts({ name: "gone", state: { status: "exited", running: false } }),
      containerFacts({ name: "unread", limits: [surroundingGap("container.inspect")] }),
    ],
  });
  const subjects = judgeSurroundings(
    around,
    ["engine", "container"],
    sets,
    on,
    policy({ approvedRegistries: ["registry.example.org/"] }),
    own.surroundingChecks,
  );
  expect(subjects.map(({ subject, findings }) => [subject.name, ...Object.values(statuses(findings))])).toEqual([
    [engineFacts().name, "pass"],
    ["web", "pass"],
    ["loose", "fail"],
    ["gone", "not-applicable"],
    ["unread", "not-assessed"],
  ]);
});
