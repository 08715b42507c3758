import { expect, it } from "vitest";
import { compareRuns, RunComparison } from "../../shared/compare-runs.ts";
import { say } from "../../shared/wording/say.ts";
import { auditWith, day, finding, idOf, runWith } from "../support/kept-run.ts";

const before = runWith([
  auditWith(idOf("1"), ["api:1"], [finding("c:1", "fail"), finding("c:2", "pass"), finding("c:3", "manual")]),
  auditWith(idOf("2"), ["gone:1"], []),
]);

it("names what got worse and better, what came and went, under the same name", () => {
  const after = runWith([
    auditWith(
      idOf("9"),
      ["api:1"],
      [finding("c:1", "pass"), finding("c:2", "fail"), finding("c:3", "not-assessed"), finding("c:4", "pass")],
    ),
    auditWith(idOf("3"), ["new:1"], []),
  ]);
  expect(compareRuns(before, after)).toEqual({
    schema: "plimsoll/run-comparison@1",
    appeared: ["new:1"],
    gone: ["gone:1"],
    changed: [
      {
        reference: "api:1",
        rebuilt: true,
        findings: [
          { control: "c:1", title: "Title of c:1", before: "fail", after: "pass", direction: "better" },
          { control: "c:2", title: "Title of c:2", before: "pass", after: "fail", direction: "worse" },
          { control: "c:3", title: "Title of c:3", before: "manual", after: "not-assessed", direction: "other" },
          { control: "c:4", title: "Title of c:4", before: null, after: "pass", direction: "other" },
        ],
        lifecycle: [],
      },
    ],
    causes: [],
  });
});

it("says how the attack surface of another build differs, and nothing of the same build", () => {
  const lean = (id: string) => {
    const audit = auditWith(idOf(id), ["api:1"], []);
    const surface = { ...audit.hardened.surface, shells: [], packages: 3, unread: [] };
    return { ...audit, hardened: { ...audit.hardened, surface } };
  };
  const fat = (id: string) => {
    const audit = lean(id);
    const surface = { ...audit.hardened.surface, shells: ["/bin/sh"], packages: 212 };
    return { ...audit, hardened: { ...audit.hardened, surface } };
  };
  const [change] = compareRuns(runWith([fat("1")]), runWith([lean("9")])).changed;
  expect(change?.surface?.map((each) => say(each, "en"))).toEqual([
    "no shell",
    "3 instead of 212 packages",
    "not comparable: writable paths",
  ]);
  expect(RunComparison.safeParse(compareRuns(runWith([fat("1")]), runWith([lean("9")]))).error).toBeUndefined();
  expect(compareRuns(runWith([fat("1")]), runWith([lean("1")])).changed).toEqual([]);
});

it("a fail that turns into anything but a pass is not called better", () => {
  const after = runWith([
    auditWith(idOf("1"), ["api:1"], [finding("c:1", "not-assessed"), finding("c:2", "pass"), finding("c:3", "manual")]),
  ]);
  expect(compareRuns(before, after).changed[0]?.findings).toMatchObject([{ control: "c:1", direction: "other" }]);
});

it("says the causes that do not lie in the images", () => {
  const after = {
    ...before,
    on: day("2027-01-01"),
    tool: { name: "plimsoll" as const, version: "0.2.0" },
    rules: [
      { benchmark: "cis-docker", version: "2", digest: "x" },
      { benchmark: "image-srg", version: "1", digest: "y" },
    ],
    data: { ...before.data, lifecycle: { source: "endoflife.date", date: day("2026-12-01") } },
  };
  expect(compareRuns(before, after)).toMatchObject({
    changed: [],
    causes: [
      "judged as of 2027-01-01 instead of 2026-11-24",
      "Plimsoll 0.2.0 instead of 0.1.0",
      "rules of cis-docker changed from 1 to 2",
      "benchmark image-srg was not judged before",
      "lifecycle data of 2026-12-01 instead of 2026-08-22",
    ],
  });
});
