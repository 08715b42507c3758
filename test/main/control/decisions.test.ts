// Answers of people, what a run says of all decisions, and what whoever looks after waivers must see.
import { describe, expect, it } from "vitest";
import { imageSubject } from "../../../main/control/decided-subject.ts";
import { decide, decisionRecord } from "../../../main/control/decisions.ts";
import { applyAnswers } from "../../../main/control/manual-answers.ts";
import { waiverHygiene } from "../../../main/control/waiver-hygiene.ts";
import type { ManualAnswer } from "../../../shared/model/answer.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { defaultPolicy } from "../../../shared/model/policy.ts";
import type { Waiver } from "../../../shared/model/waiver.ts";
import { imageWith } from "../../support/facts.ts";
import { day, finding, idOf } from "../../support/kept-run.ts";
import { failed, loaded, setOf, waiver } from "../../support/waivers.ts";

const today = day("2026-11-24");
const image = { ...imageWith([]), id: idOf("1"), references: ["shop/api:7.2"] };
const subject = imageSubject(image);
const control = "cis-docker:4.3";

function answer(change: Partial<ManualAnswer> = {}): ManualAnswer {
  return {
    id: "a-1",
    control,
    subject: { references: ["shop/api:*"] },
    status: "pass",
    by: "Dana",
    on: day("2026-11-20"),
    until: day("2027-05-20"),
    note: "all packages are used",
    ...change,
  };
}

const question: Finding = {
  ...finding(control, "manual"),
  reason: "420 packages are installed",
  evidence: [{ where: "/var/lib/dpkg/status", detail: "420 packages" }],
};

describe("an answer", () => {
  it("gives the verdict, says by whom, and keeps the question and its evidence", () => {
    const attachment = { name: "list.pdf", sha256: "1".repeat(64) };
    const [result] = applyAnswers([question], subject, [answer({ attachment })], today);
    expect(result).toMatchObject({
      status: "pass",
      reason: "answered by Dana on 2026-11-20, valid until 2027-05-20: all packages are used",
      phrase: { key: "policy.answered" },
      answer: {
        id: "a-1",
        by: "Dana",
        on: "2026-11-20",
        until: "2027-05-20",
        note: "all packages are used",
        attachment,
      },
    });
    expect(result?.evidence.map(({ where, detail }) => `${where}: ${detail}`)).toEqual([
      "answer a-1: note: all packages are used",
      `list.pdf: what was looked at, SHA-256 ${"1".repeat(64)}`,
      `${control}: 420 packages are installed`,
      "/var/lib/dpkg/status: 420 packages",
    ]);
  });

  it.each(["pass", "fail", "not-applicable", "not-assessed", "error"] as const)("changes no %s", (status) => {
    const one = finding(control, status);
    expect(applyAnswers([one], subject, [answer({ status: "fail" })], today)).toEqual([one]);
  });

  it.each<[string, ManualAnswer[], string]>([
    ["not-applicable", [answer({ status: "not-applicable" })], "not-applicable"],
    ["fail", [answer({ status: "fail" })], "fail"],
    ["on its first day", [answer({ on: today, until: today })], "pass"],
    ["past its last day", [answer({ until: day("2026-11-23") })], "manual"],
    ["from tomorrow on", [answer({ on: day("2026-11-25") })], "manual"],
    ["revoked", [answer({ revoked: { by: "Eve", on: today } })], "manual"],
    ["of another image", [answer({ subject: { references: ["shop/web:*"] } })], "manual"],
    ["of an engine", [answer({ subject: { engines: ["*"] } })], "manual"],
    ["of another control", [answer({ control: "cis-docker:4.1" })], "manual"],
    ["the newest of two", [answer(), answer({ id: "a-2", on: today, status: "fail" })], "fail"],
    ["the least favourable of one day", [answer(), answer({ id: "a-2", status: "fail" })], "fail"],
    [
      "the older, where the newer is revoked",
      [answer(), answer({ id: "a-2", on: today, status: "fail", revoked: { by: "Eve", on: today } })],
      "pass",
    ],
  ])("%s", (_, answers, status) => {
    for (const list of [answers, [...answers].reverse()])
      expect(applyAnswers([question], subject, list, today)[0]?.status).toBe(status);
  });
});

it("an answer that is a failure can be waived", () => {
  const decisions = {
    rules: loaded,
    on: today,
    answers: { digest: "d", answers: [answer({ status: "fail" })] },
    waivers: setOf([waiver({ control })]),
  };
  expect(decide([question], subject, decisions)[0]).toMatchObject({
    status: "fail",
    answer: { id: "a-1" },
    waiver: { id: "w-1", covers: "all" },
  });
});

it("without files of decisions nothing changes and nothing is said", () => {
  const decisions = { rules: loaded, on: today, policy: defaultPolicy };
  expect(decide([question], subject, decisions)).toEqual([question]);
  expect(decisionRecord([], [], decisions)).toEqual({});
});

describe("the record of a run", () => {
  const waivers = [
    waiver(),
    waiver({ id: "w-part", scope: { paths: ["/usr/bin/su"] } }),
    waiver({ id: "w-idle", scope: { references: ["nobody/has:*"] } }),
    waiver({ id: "w-old", until: day("2026-11-10") }),
  ];
  const answers = [
    answer(),
    answer({ id: "a-older", on: day("2026-11-10") }),
    answer({ id: "a-late", until: day("2026-11-22") }),
    answer({ id: "a-idle", subject: { hosts: ["build-1"] } }),
    answer({ id: "a-needless", control: "cis-docker:4.8" }),
  ];
  const decisions = {
    rules: loaded,
    on: today,
    policy: { ...defaultPolicy, name: "ours" },
    policyDigest: "p",
    waivers: setOf(waivers),
    answers: { digest: "d", answers },
  };
  const findings = decide([question, failed(["/usr/bin/su"])], subject, decisions);
  const record = decisionRecord([{ image, findings }], [], decisions);

  it("says what became of every waiver", () => {
    expect(record.waivers?.uses.map(({ id, state, findings: count }) => [id, state, count])).toEqual([
      ["w-1", "applies", 1],
      ["w-part", "applies", 1],
      ["w-idle", "applies", 0],
      ["w-old", "expired", 0],
    ]);
    expect(record.waivers?.uses[3]?.reason).toBe("its last day was 2026-11-10, 14 days ago");
    expect(record.waivers?.hygiene.filter(({ kind }) => kind === "matches-nothing").map((one) => one.waivers)).toEqual([
      ["w-idle"],
    ]);
  });

  it("says what became of every answer", () => {
    expect(record.answers?.uses.map(({ id, state, findings: count }) => [id, state, count])).toEqual([
      ["a-1", "applied", 1],
      ["a-older", "outdone", 0],
      ["a-late", "expired", 0],
      ["a-idle", "no-subject", 0],
      ["a-needless", "not-manual", 0],
    ]);
    expect(record.answers?.uses[4]?.reason).toContain("its verdict is fail");
  });

  it("names the policy by its file's digest", () => {
    expect(record.policy).toEqual({ name: "ours", digest: "p", profiles: {} });
  });
});

describe("hygiene", () => {
  const kindsOf = (waivers: readonly Waiver[], unused: readonly string[] | null = null, on = today) =>
    waiverHygiene(setOf(waivers), loaded, on, unused).map(
      ({ kind, weight, waivers: ids }) => `${weight} ${kind} ${ids.join("+")}`,
    );
  const scope = { paths: ["/a"] };
  const many = (change: (index: number) => Partial<Waiver>) =>
    Array.from({ length: 5 }, (_, index) => waiver({ id: `m-${index}`, scope, ...change(index) }));

  it.each<[string, Waiver[], string[]]>([
    ["an ordinary waiver", [waiver({ scope })], []],
    ["the same requester and approver", [waiver({ scope, approver: "ana" })], ["fault self-approved w-1"]],
    ["no ticket", [(({ ticket: _, ...rest }) => rest)(waiver({ scope }))], ["note no-ticket w-1"]],
    ["a whole control", [waiver()], ["note whole-control w-1"]],
    ["expired", [waiver({ scope, until: day("2026-11-23") })], ["note expired w-1"]],
    ["ends in 30 days", [waiver({ scope, until: day("2026-12-24") })], ["note expires-soon w-1"]],
    ["ends in 31 days", [waiver({ scope, until: day("2026-12-25") })], []],
    ["revoked", [waiver({ until: day("2026-11-23"), revoked: { by: "Eve", on: today } })], []],
    [
      "renewed",
      [
        waiver({
          scope,
          renewals: [
            {
              on: day("2026-11-10"),
              by: "Ana",
              until: day("2026-11-30"),
              rules: { benchmark: "cis-docker", version: "2" },
            },
          ],
        }),
      ],
      ["note renewed w-1"],
    ],
    [
      "five requests of one person on one day",
      many((index) => ({ approver: `p${index}` })),
      ["note mass-made m-0+m-1+m-2+m-3+m-4"],
    ],
    [
      "five approvals of one person on one day",
      many((index) => ({ requester: `p${index}` })),
      ["note mass-approved m-0+m-1+m-2+m-3+m-4"],
    ],
    ["four of them", many((index) => ({ requester: `p${index}` })).slice(1), []],
    [
      "five on five days",
      many((index) => ({ created: day(`2026-11-0${index + 1}`), approved: day(`2026-11-1${index}`) })),
      [],
    ],
  ])("%s", (_, waivers, notes) => {
    expect(kindsOf(waivers)).toEqual(notes);
  });

  it("what stands beside nothing is said only where a run is looked at, faults first", () => {
    const bad = waiver({ id: "w-2", scope, approver: "Ana" });
    expect(kindsOf([waiver({ scope }), bad], ["w-1"])).toEqual(["fault self-approved w-2", "note matches-nothing w-1"]);
  });
});
