// Changing files that people also write by hand: what stands around the change stays, and what is at fault is not touched.
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lockfile from "proper-lockfile";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadAnswers } from "../../../main/data/answers.ts";
import { addAnswer, revokeAnswer } from "../../../main/data/change-answers.ts";
import { addWaiver, approveWaiver, renewWaiver, revokeWaiver } from "../../../main/data/change-waivers.ts";
import { loadWaivers } from "../../../main/data/waivers.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import type { Waiver } from "../../../shared/model/waiver.ts";
import { day } from "../../support/kept-run.ts";

const rules = [{ id: "cis-docker", controls: [{ id: "cis-docker:4.6" }, { id: "cis-docker:4.8" }] }];
const version = { benchmark: "cis-docker", version: "2" };
const request: Omit<Waiver, "id"> = {
  control: "cis-docker:4.8",
  scope: { paths: ["/usr/bin/su"] },
  reason: "yes: [it] # is needed\nfor two lines",
  requester: "Ana",
  created: day("2026-11-24"),
  until: day("2027-03-01"),
  rules: version,
};

let root = "";
let folder = "";
let path = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-changes-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(root, "case-"));
  path = join(folder, "deep", "waivers.yaml");
});

async function causeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  const failure = failureOf(error);
  return `${failure.kind}: ${"cause" in failure ? failure.cause : ""}`;
}

describe("waivers", () => {
  it("begin a file that explains itself and reads back as it was asked", async () => {
    const made = await addWaiver(path, rules, request);
    expect(made).toEqual({ id: made.id, ...request });
    expect((await loadWaivers(path, rules)).waivers).toEqual([made]);
    expect(await readFile(path, "utf8")).toMatch(/^# Waivers: .*\nschema: plimsoll\/waivers@1\n# Another person/);
    expect(await readdir(join(folder, "deep"))).toEqual(["waivers.yaml"]);
  });

  it("go through their life, and every step is written down", async () => {
    const { id } = await addWaiver(path, rules, request);
    const by = { id: id.slice(0, 6), on: day("2026-11-25") };
    expect(await causeOf(approveWaiver(path, rules, { ...by, by: "  ana " }))).toMatch(/usage: .* another person must/);
    expect(await causeOf(approveWaiver(path, rules, { ...by, id: "nope", by: "Ben" }))).toMatch(
      /usage: there is no waiver nope/,
    );
    expect(await approveWaiver(path, rules, { ...by, by: "Ben" })).toMatchObject({ approver: "Ben", approved: by.on });
    expect(await causeOf(approveWaiver(path, rules, { ...by, by: "Cem" }))).toMatch(/already approved by Ben/);
    const renewal = { id, by: "Ana", on: day("2027-02-20"), until: day("2027-06-01") };
    const renewed = await renewWaiver(path, rules, { ...renewal, rules: () => ({ ...version, version: "3" }) });
    expect(renewed).toEqual({
      id,
      ...request,
      until: "2027-06-01",
      rules: { ...version, version: "3" },
      renewals: [
        { on: "2027-02-20", by: "Ana", until: "2027-03-01", approver: "Ben", approved: "2026-11-25", rules: version },
      ],
    });
    expect(await causeOf(approveWaiver(path, rules, { id, by: "Ben", on: day("2027-06-02") }))).toMatch(/ended on/);
    await approveWaiver(path, rules, { id, by: "Ben", on: day("2027-02-21") });
    const again = { ...renewal, on: day("2027-05-20"), until: day("2027-09-01"), rules: () => version };
    expect((await renewWaiver(path, rules, again)).renewals?.map(({ on }) => on)).toEqual(["2027-02-20", "2027-05-20"]);
    const revoked = await revokeWaiver(path, rules, { id, by: "Eve", on: day("2027-06-01"), reason: "mended" });
    expect(revoked.revoked).toEqual({ by: "Eve", on: "2027-06-01", reason: "mended" });
    for (const work of [
      () => revokeWaiver(path, rules, { id, by: "Eve", on: day("2027-06-01") }),
      () => renewWaiver(path, rules, again),
      () => approveWaiver(path, rules, { id, by: "Ben", on: day("2027-06-01") }),
    ])
      expect(await causeOf(work())).toMatch(/usage: waiver .* was revoked by Eve on 2027-06-01/);
  });

  it("leave every comment, order and blank line where it was, and the rights of the file", async () => {
    path = join(folder, "waivers.yaml");
    const text = `# Top.

schema: plimsoll/waivers@1 # the shape
approver: required

waivers:
  # First.
  - id: first
    control: "cis-docker:4.6" # health
    scope: { references: ['shop/*'] }
    reason: >-
      folded over
      two lines
    requester: Ana
    created: 2026-11-01
    until: 2027-01-31
    rules: &rules { benchmark: cis-docker, version: "2" }

  # Second.
  - id: second
    control: "cis-docker:4.8"
    scope: { everything: true }
    reason: because
    requester: Ana
    created: 2026-11-01
    until: 2027-01-31
    rules: *rules
`;
    await writeFile(path, text);
    await chmod(path, 0o640);
    await approveWaiver(path, rules, { id: "second", by: "Ben", on: day("2026-11-24") });
    const approved = "    approver: Ben\n    approved: 2026-11-24\n";
    expect(await readFile(path, "utf8")).toBe(`${text}${approved}`);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    await addWaiver(path, rules, request);
    expect((await readFile(path, "utf8")).startsWith(`${text}${approved}  - id: `)).toBe(true);
    // A list that is not set in stays so.
    const flat = text.replace(/^ {2}/gm, "");
    await writeFile(path, flat);
    await approveWaiver(path, rules, { id: "second", by: "Ben", on: day("2026-11-24") });
    expect(await readFile(path, "utf8")).toBe(`${flat}${approved.replace(/^ {2}/gm, "")}`);
  });

  it("that are at fault are not touched, nor is a file that a change would put at fault", async () => {
    path = join(folder, "waivers.yaml");
    for (const text of ["schema: plimsoll/waivers@9\n", "waivers: [", "schema: plimsoll/waivers@1\nwaivers: {}\n"]) {
      await writeFile(path, text);
      expect(await causeOf(addWaiver(path, rules, request))).toMatch(/^catalogue-invalid: /);
      expect(await readFile(path, "utf8")).toBe(text);
    }
    await rm(path);
    const long = { ...request, until: day("2028-01-01") };
    expect(await causeOf(addWaiver(path, rules, long))).toMatch(/^usage: .*holds for 180 days at most/);
    await addWaiver(path, rules, request);
    expect(await causeOf(addWaiver(path, rules, request))).toMatch(/^usage: .*stands twice/);
    expect((await loadWaivers(path, rules)).waivers).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["waivers.yaml"]);
  });

  it("of many writers at once are all kept", async () => {
    const people = Array.from({ length: 8 }, (_, index) => `person ${index}`);
    await Promise.all(people.map((requester) => addWaiver(path, rules, { ...request, requester })));
    const { waivers } = await loadWaivers(path, rules);
    expect(waivers.map(({ requester }) => requester).sort()).toEqual(people);
  });

  it("that somebody else holds for too long are not written", async () => {
    await addWaiver(path, rules, request);
    const release = await lockfile.lock(path, { realpath: false });
    try {
      expect(await causeOf(revokeWaiver(path, rules, { id: "none", by: "Eve", on: day("2026-11-24") }))).toBe(
        "not-writable: somebody else is changing it; try again",
      );
    } finally {
      await release();
    }
  }, 60_000);

  it("are asked for by their whole beginning", async () => {
    path = join(folder, "waivers.yaml");
    const one = (id: string) =>
      `  - {id: ${id}, control: "cis-docker:4.8", scope: {everything: true}, reason: r, requester: A, created: 2026-11-01, until: 2027-01-01, rules: {benchmark: cis-docker, version: "2"}}\n`;
    await writeFile(path, `schema: plimsoll/waivers@1\nwaivers:\n${one("abcd")}${one("abcd-1")}${one("abcd-2")}`);
    const revoke = (id: string) => revokeWaiver(path, rules, { id, by: "E", on: day("2026-11-24") });
    expect(await causeOf(revoke("abc"))).toMatch(/there is no waiver abc/);
    expect(await causeOf(revoke("abcd-"))).toMatch(/begins the ids of 2/);
    expect((await revoke("abcd")).id).toBe("abcd");
    expect((await revoke("abcd-2")).id).toBe("abcd-2");
  });
});

it("answers are given and taken back in their file", async () => {
  const answer = {
    control: "cis-docker:4.6",
    subject: { hosts: ["build-*"] },
    status: "not-applicable" as const,
    by: "Dana",
    on: day("2026-11-24"),
    until: day("2027-11-24"),
    note: "no",
  };
  const made = await addAnswer(path, rules, answer);
  expect((await loadAnswers(path, rules)).answers).toEqual([{ id: made.id, ...answer }]);
  const back = { id: made.id, by: "Eve", on: day("2026-11-25") };
  expect((await revokeAnswer(path, rules, back)).revoked).toEqual({ by: "Eve", on: "2026-11-25" });
  expect(await causeOf(revokeAnswer(path, rules, back))).toMatch(/usage: answer .* was revoked by Eve/);
  expect(await causeOf(revokeAnswer(path, rules, { ...back, id: "none" }))).toMatch(/there is no answer none/);
});
