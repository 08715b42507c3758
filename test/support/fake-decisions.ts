// Waivers and answers behind the fake bridge: kept in memory, weighed by the real rules, in every state where they are wanted.

import { answerStanding } from "../../main/control/manual-answers.ts";
import { waiverHygiene } from "../../main/control/waiver-hygiene.ts";
import { standingOf } from "../../main/control/waiver-state.ts";
import { addDays } from "../../shared/calendar-day.ts";
import type { InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import type { ManualAnswer } from "../../shared/model/answer.ts";
import type { Failure, Result } from "../../shared/model/failure.ts";
import type { Waiver } from "../../shared/model/waiver.ts";
import { fakeImage, fakeToday } from "./fake-images.ts";
import { day } from "./kept-run.ts";
import { requested, setOf, waiver } from "./waivers.ts";

type Channel =
  | "waivers.list"
  | "waivers.add"
  | "waivers.approve"
  | "waivers.renew"
  | "waivers.revoke"
  | "answers.list"
  | "answers.add"
  | "answers.revoke";
export type FakeDecisions = { [K in Channel]: (input: InputOf<K>) => Result<OutputOf<K>> };

export interface FakeDecisionOptions {
  readonly decisions?: boolean;
  readonly brokenDecisions?: boolean;
}

const rules = [{ id: "cis-docker", version: "2" }];
const folder = "/home/ada/.local/share/plimsoll";

export function fakeDecisions({ decisions = false, brokenDecisions = false }: FakeDecisionOptions): FakeDecisions {
  let waivers = decisions ? manyWaivers() : [];
  let answers = decisions ? manyAnswers() : [];
  const listing = { on: fakeToday, operator: "ada" };
  const changed = <T extends { readonly id: string }>(entries: readonly T[], id: string, change: Partial<T>) =>
    entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
  const one = <T extends { readonly id: string }>(entries: readonly T[], id: string): Result<T> => {
    const value = entries.find((entry) => entry.id === id);
    return value === undefined ? { ok: false, failure: { kind: "usage", cause: `there is no ${id}` } } : good(value);
  };
  return {
    "waivers.list": () => {
      if (brokenDecisions) return broken("waivers");
      const set = setOf(waivers);
      const listed = waivers.map((entry) => {
        const standing = standingOf(entry, set, rules, fakeToday);
        return { waiver: entry, state: standing.state, ...(standing.state === "applies" ? {} : { why: standing.why }) };
      });
      const { approver, maximumDays } = set;
      const hygiene = waiverHygiene(set, rules, fakeToday, decisions ? ["w-applies"] : null);
      return good({ ...listing, file: `${folder}/waivers.yaml`, approver, maximumDays, waivers: listed, hygiene });
    },
    "waivers.add": (request) => {
      const id = `w-new-${waivers.length}`;
      waivers = [
        ...waivers,
        { ...request, id, created: fakeToday, rules: { benchmark: "cis-docker", version: "2" } } as Waiver,
      ];
      return one(waivers, id);
    },
    "waivers.approve": ({ id, by }) => {
      waivers = changed(waivers, id, { approver: by, approved: fakeToday });
      return one(waivers, id);
    },
    "waivers.renew": ({ id, until }) => {
      waivers = changed(waivers, id, { until, approver: undefined, approved: undefined });
      return one(waivers, id);
    },
    "waivers.revoke": ({ id, by, reason }) => {
      waivers = changed(waivers, id, { revoked: { by, on: fakeToday, reason } });
      return one(waivers, id);
    },
    "answers.list": () => {
      if (brokenDecisions) return broken("answers");
      const listed = answers.map((answer) => {
        const standing = answerStanding(answer, fakeToday);
        return { answer, state: standing.state, ...(standing.state === "holds" ? {} : { why: standing.why }) };
      });
      return good({ ...listing, file: `${folder}/answers.yaml`, answers: listed });
    },
    "answers.add": (given) => {
      const id = `a-new-${answers.length}`;
      answers = [...answers, { ...given, id, on: fakeToday }];
      return one(answers, id);
    },
    "answers.revoke": ({ id, by, reason }) => {
      answers = changed(answers, id, { revoked: { by, on: fakeToday, reason } });
      return one(answers, id);
    },
  };
}

function good<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

function broken(file: string): { readonly ok: false; readonly failure: Failure } {
  const cause = "until: 2026-13-01 is no day";
  return {
    ok: false,
    failure: { kind: "catalogue-invalid", file: `${folder}/${file}.yaml`, line: 14, column: 12, cause },
  };
}

function manyWaivers(): Waiver[] {
  const long = "The files are needed by the mail queue until it moves to its own service in spring. ".repeat(3);
  return [
    waiver({ id: "w-applies", reason: long, scope: { references: ["shop/api:*"], paths: ["/usr/bin/su"] } }),
    requested({
      id: "w-asked",
      control: "cis-docker:4.1",
      scope: { digests: [fakeImage(0).id] },
      requester: "Lena Kirchhoff",
    }),
    waiver({ id: "w-self", control: "cis-docker:4.6", approver: "ana", scope: { references: ["legacy/**"] } }),
    waiver({ id: "w-soon", until: addDays(fakeToday, 9), reason: "\u202eelbisrever\u202c" }),
    waiver({ id: "w-over", until: day("2026-11-10"), scope: { packages: ["curl"] } }),
    waiver({ id: "w-old", control: "cis-docker:4.10", rules: { benchmark: "cis-docker", version: "1" } }),
    waiver({ id: "w-gone", revoked: { by: "Ben", on: day("2026-11-12"), reason: "fixed" } }),
  ];
}

function manyAnswers(): ManualAnswer[] {
  const answer: ManualAnswer = {
    id: "a-holds",
    control: "cis-docker:4.2",
    subject: { references: ["shop/api:*"] },
    status: "pass",
    by: "Lena Kirchhoff",
    on: day("2026-11-02"),
    until: day("2027-02-01"),
    note: "The base is built by our own pipeline from a pinned digest; see the build of 2 November.",
    attachment: { name: "base-image-review-of-november.pdf", sha256: "a1".repeat(32) },
  };
  return [
    answer,
    { ...answer, id: "a-over", control: "cis-docker:4.3", status: "not-applicable", until: day("2026-11-12") },
  ];
}
