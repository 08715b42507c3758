// Waivers applied: whom and what a scope means, when one holds and why not, and that the verdict itself never changes.
import { describe, expect, it } from "vitest";
import type { DecidedSubject } from "../../../main/control/decided-subject.ts";
import { imageSubject } from "../../../main/control/decided-subject.ts";
import { standingOf } from "../../../main/control/waiver-state.ts";
import { applyWaivers } from "../../../main/control/waivers.ts";
import type { WaiverScope } from "../../../shared/model/decision-scope.ts";
import type { Waiver, WaiverRenewal } from "../../../shared/model/waiver.ts";
import { summarise } from "../../../shared/summary.ts";
import { isWaived } from "../../../shared/waived.ts";
import { say } from "../../../shared/wording/say.ts";
import { imageWith } from "../../support/facts.ts";
import { day, finding, idOf } from "../../support/kept-run.ts";
import { failed, loaded, requested, setOf, waiver } from "../../support/waivers.ts";

const today = day("2026-11-24");
const image = {
  ...imageWith([]),
  id: idOf("1"),
  references: ["registry.example.org/shop/api:7.2", "shop/api"],
  repoDigests: [`registry.example.org/shop/api@${idOf("2")}`],
  listedAs: { id: idOf("3"), idKind: "manifest" as const },
};
const subject = imageSubject(image);
const container: DecidedSubject = { kind: "container", id: "c".repeat(64), name: "shop-api-1" };
const engine: DecidedSubject = {
  kind: "engine",
  id: "unix:///var/run/docker.sock",
  name: "unix:///var/run/docker.sock",
};

function applied(one: ReturnType<typeof failed>, waivers: readonly Waiver[], to: DecidedSubject = subject) {
  const [result] = applyWaivers([one], to, setOf(waivers), today, loaded);
  if (result === undefined) throw new Error("no finding");
  return result;
}

describe("a scope means", () => {
  it.each<[string, WaiverScope, DecidedSubject, boolean]>([
    ["everything", { everything: true }, subject, true],
    ["everything, on a container", { everything: true }, container, true],
    ["the image by its id", { digests: [idOf("1")] }, subject, true],
    ["the image by its registry digest", { digests: [idOf("2")] }, subject, true],
    ["the image by the id it is listed under", { digests: [idOf("3")] }, subject, true],
    ["another image", { digests: [idOf("4")] }, subject, false],
    ["one of several digests", { digests: [idOf("4"), idOf("1")] }, subject, true],
    ["all tags of a repository", { references: ["registry.example.org/shop/api:*"] }, subject, true],
    ["one tag", { references: ["registry.example.org/shop/api:7.2"] }, subject, true],
    ["another tag", { references: ["registry.example.org/shop/api:7.3"] }, subject, false],
    ["no tag, which is latest", { references: ["registry.example.org/shop/api"] }, subject, false],
    ["a short name as docker completes it", { references: ["docker.io/shop/api:latest"] }, subject, true],
    ["any folder below a registry", { references: ["registry.example.org/**"] }, subject, true],
    ["a folder, without its folders", { references: ["registry.example.org/*"] }, subject, false],
    ["any registry", { references: ["*/shop/api:7.*"] }, subject, true],
    ["a registry that begins alike", { references: ["registry.example.or/**"] }, subject, false],
    [
      "a part of a name where a pattern has no star",
      { references: ["registry.example.org/shop/ap:7.2"] },
      subject,
      false,
    ],
    ["a digest reference", { references: [`registry.example.org/shop/api@${idOf("2")}`] }, subject, true],
    ["a container by name", { containers: ["shop-*"] }, container, true],
    ["a container by id", { containers: ["c".repeat(64)] }, container, true],
    ["a container by another name", { containers: ["shop"] }, container, false],
    ["an image, asked of a container", { references: ["**"] }, container, false],
    ["containers, asked of an image", { containers: ["*"] }, subject, false],
    ["an engine", { engines: ["unix:///var/run/docker.sock"] }, engine, true],
    ["hosts, asked of an engine", { hosts: ["*"] }, engine, false],
    ["an engine or a container", { engines: ["tcp://x"], containers: ["shop-api-1"] }, container, true],
  ])("%s", (_, scope, to, isMeant) => {
    const result = applied(failed(["/usr/bin/su"]), [waiver({ scope })], to);
    expect(result.waiver?.covers).toBe(isMeant ? "all" : undefined);
  });
});

describe("a waiver for places covers", () => {
  const evidence = ["/usr/bin/su", "/usr/bin/passwd", "deb curl", "openssl CVE-2026-1", "env DB_PASSWORD"];
  it.each<[string, WaiverScope, string[]]>([
    ["one path", { paths: ["/usr/bin/su"] }, ["/usr/bin/su"]],
    ["paths of a folder", { paths: ["/usr/bin/*"] }, ["/usr/bin/su", "/usr/bin/passwd"]],
    ["paths below a folder", { paths: ["/usr/**"] }, ["/usr/bin/su", "/usr/bin/passwd"]],
    ["no part of a path", { paths: ["/usr/bin/s"] }, []],
    ["a package", { packages: ["curl"] }, ["deb curl"]],
    ["a package of a scan", { packages: ["openss*"] }, ["openssl CVE-2026-1"]],
    ["no package by the name of its kind", { packages: ["deb"] }, []],
    ["a place as it is named", { places: ["env DB_*"] }, ["env DB_PASSWORD"]],
    ["all of them", { paths: ["/usr/bin/*"], packages: ["*"], places: ["env *"] }, evidence],
  ])("%s", (_, scope, covered) => {
    const result = applied(failed(evidence), [waiver({ scope })]);
    expect(result.evidence.filter((one) => one.waiver !== undefined).map(({ where }) => where)).toEqual(covered);
    const all = covered.length === evidence.length ? "all" : "some";
    expect(result.waiver?.covers).toBe(covered.length === 0 ? undefined : all);
    expect(isWaived(result)).toBe(covered.length === evidence.length);
  });

  it("only of the subjects that it means", () => {
    const scope = { references: ["other/image:*"], paths: ["/usr/bin/su"] };
    expect(applied(failed(["/usr/bin/su"]), [waiver({ scope })]).waiver).toBeUndefined();
  });

  it("what is said beside the failure needs no cover", () => {
    const beside = { where: "/usr/bin/mount", detail: "excused by the policy", beside: true as const };
    const result = applied(failed(["/usr/bin/su", beside]), [waiver({ scope: { paths: ["/usr/bin/*"] } })]);
    expect(result.waiver?.covers).toBe("all");
    expect(result.evidence.map((one) => one.waiver)).toEqual(["w-1", undefined]);
  });

  it("places that are not listed any more are not covered", () => {
    const result = applied(failed(["/usr/bin/su", "…"]), [waiver({ scope: { paths: ["/usr/bin/su"] } })]);
    expect(result.waiver?.covers).toBe("some");
  });

  it("with others: together they may cover all, and the first to end is named", () => {
    const su = waiver({ id: "w-su", scope: { paths: ["/usr/bin/su"] }, until: day("2027-01-10") });
    const rest = waiver({ id: "w-rest", scope: { paths: ["/usr/bin/passwd"] }, until: day("2026-12-10") });
    const result = applied(failed(["/usr/bin/su", "/usr/bin/passwd"]), [su, rest]);
    expect(result.waiver).toMatchObject({ id: "w-rest", covers: "all", also: ["w-su"], until: "2026-12-10" });
    expect(result.evidence.map((one) => one.waiver)).toEqual(["w-su", "w-rest"]);
  });

  it("with one for the whole: that one is named", () => {
    const part = waiver({ id: "w-part", scope: { paths: ["/usr/bin/su"] } });
    const whole = waiver({ id: "w-whole", scope: { digests: [idOf("1")] }, until: day("2026-12-01") });
    const result = applied(failed(["/usr/bin/su", "/usr/bin/passwd"]), [part, whole]);
    expect(result.waiver).toMatchObject({ id: "w-whole", covers: "all", also: ["w-part"] });
  });
});

describe("beside the verdict", () => {
  it("stands the waiver; status, severity and evidence stay", () => {
    const one = failed(["/usr/bin/su"]);
    const result = applied(one, [waiver()]);
    const { waiver: stands, ...rest } = result;
    expect(rest).toEqual(one);
    expect(stands).toEqual({
      id: "w-1",
      reason: "known",
      requester: "Ana",
      approver: "Ben",
      until: "2027-01-31",
      ticket: "T-1",
      covers: "all",
    });
  });

  it.each(["pass", "manual", "not-applicable", "not-assessed", "error"] as const)("nothing stands at %s", (status) => {
    const one = finding("cis-docker:4.8", status);
    expect(applied(one, [waiver()])).toBe(one);
  });

  it("of another control nothing stands", () => {
    expect(applied(failed(["/a"], "cis-docker:4.1"), [waiver()]).waiver).toBeUndefined();
  });

  it("fails are counted as fails, and apart", () => {
    const results = applyWaivers(
      [failed(["/a", "/b"]), failed(["/a"], "cis-docker:4.1"), failed(["/c"], "cis-docker:4.9")],
      subject,
      setOf([
        waiver({ scope: { paths: ["/a"] } }),
        waiver({ id: "w-2", control: "cis-docker:4.1", scope: { paths: ["/a"] } }),
      ]),
      today,
      loaded,
    );
    const summary = summarise(results, [], today);
    expect([summary.byStatus.fail, summary.bySeverity.high, summary.waived]).toEqual([3, 3, 1]);
  });
});

describe("a waiver", () => {
  const { rules } = waiver();
  const renewal: WaiverRenewal = {
    on: day("2026-11-20"),
    by: "Ana",
    until: day("2026-12-15"),
    approver: "Ben",
    approved: day("2026-11-02"),
    rules,
  };
  it.each<[string, Waiver, string, Partial<ReturnType<typeof setOf>>, string, RegExp]>([
    ["in force", waiver(), "2026-11-24", {}, "applies", /^$/],
    ["on its first day", waiver({ approved: day("2026-11-01") }), "2026-11-01", {}, "applies", /^$/],
    ["on its last day", waiver(), "2027-01-31", {}, "applies", /^$/],
    ["the day after", waiver(), "2027-02-01", {}, "expired", /its last day was 2027-01-31, 1 days ago/],
    ["before its first day", waiver(), "2026-10-31", {}, "future", /begins on 2026-11-01/],
    ["before it was approved", waiver(), "2026-11-01", {}, "unapproved", /only on 2026-11-02/],
    ["that nobody approved", requested(), "2026-11-24", {}, "unapproved", /requested by Ana, and nobody/],
    ["that needs no approval", requested(), "2026-11-24", { approver: "optional" }, "applies", /^$/],
    ["approved by its requester", waiver({ approver: "Ana" }), "2026-11-24", {}, "self-approved", /same person, Ana/],
    [
      "approved by its requester in other letters",
      waiver({ approver: " ANA " }),
      "2026-11-24",
      {},
      "self-approved",
      /Ana/,
    ],
    [
      "revoked",
      waiver({ revoked: { by: "Eve", on: day("2026-11-20") } }),
      "2026-11-24",
      {},
      "revoked",
      /by Eve on 2026-11-20/,
    ],
    ["revoked later", waiver({ revoked: { by: "Eve", on: day("2026-11-25") } }), "2026-11-24", {}, "applies", /^$/],
    [
      "of an older rule set",
      waiver({ rules: { benchmark: "cis-docker", version: "1" } }),
      "2026-11-24",
      {},
      "other-rules",
      /under cis-docker 1; the rules are now 2/,
    ],
    [
      "of rules that are not judged by",
      waiver({ rules: { benchmark: "image-srg", version: "2" } }),
      "2026-11-24",
      {},
      "other-rules",
      /which this run does not judge by/,
    ],
    [
      "renewed and approved anew",
      waiver({ approved: day("2026-11-21"), renewals: [renewal] }),
      "2027-01-20",
      {},
      "applies",
      /^$/,
    ],
    [
      "renewed, not yet approved, in its old time",
      requested({ renewals: [renewal] }),
      "2026-12-15",
      {},
      "applies",
      /^$/,
    ],
    [
      "renewed, not yet approved, past its old time",
      requested({ renewals: [renewal] }),
      "2026-12-16",
      {},
      "unapproved",
      /nobody/,
    ],
    [
      "renewed, judged as of a day before",
      waiver({ approved: day("2026-11-21"), renewals: [renewal] }),
      "2026-11-10",
      {},
      "applies",
      /^$/,
    ],
    [
      "renewed to end sooner",
      waiver({ until: day("2026-11-22"), approved: day("2026-11-20"), renewals: [renewal] }),
      "2026-11-24",
      {},
      "expired",
      /2026-11-22/,
    ],
  ])("%s", (_, one, on, header, state, why) => {
    const standing = standingOf(one, setOf([one], header), loaded, day(on));
    expect(standing.state).toBe(state);
    expect(standing.state === "applies" ? "" : say(standing.why, "en")).toMatch(why);
    const [result] = applyWaivers([failed(["/a"])], subject, setOf([one], header), day(on), loaded);
    expect(result?.waiver !== undefined).toBe(state === "applies");
  });
});
