// What a review says of every technology: its group, its days and by whom, and what is missing.
import { describe, expect, it } from "vitest";
import { reviewOf } from "../../../../main/evidence/review/review-of.ts";
import { gapsOf, groupOf } from "../../../../main/evidence/review/standing.ts";
import { addDays } from "../../../../shared/calendar-day.ts";
import { type Technology, TechnologyReview } from "../../../../shared/model/technology.ts";
import { day, debian12, entryWith, imageWith, on, reviewInput, wolfi } from "../../../support/technology-case.ts";

const review = reviewOf(reviewInput());
const named = (label: string) => review.technologies.filter((each) => each.label === label);

describe("a review", () => {
  it("is what its schema says", () => {
    expect(TechnologyReview.parse(review)).toEqual(review);
  });

  it("lists every technology once for each cover, what needs care first", () => {
    expect(review.technologies.map(({ label, group, cover }) => [group, label, cover.until])).toEqual([
      ["past-unplanned", "Node.js 20", "2026-04-30"],
      ["past-planned", "Debian 10", "2024-06-30"],
      ["unknown", "House Linux 9", "unknown"],
      ["ending", "PostgreSQL 14", "2027-05-12"],
      ["good", "Debian 12", "2028-06-30"],
      ["good", "Luna network HSM 7", "2028-12-31"],
      ["good", "Debian 10", "2029-06-30"],
      ["good", "Wolfi", "open"],
      ["follows", "Python 3.11", "2028-06-30"],
    ]);
    expect(review.counts.technologies).toBe(9);
    expect(review.counts.byGroup).toEqual({
      "past-unplanned": 1,
      "past-planned": 1,
      unknown: 1,
      ending: 1,
      good: 4,
      follows: 1,
    });
  });

  it("counts images, and says by whom cover is given and under which contract", () => {
    expect(named("Debian 12")[0]).toMatchObject({ images: { length: 3 }, cover: { by: ["Maker"], contracts: [] } });
    const bought = named("Debian 10").find(({ group }) => group === "good");
    expect(bought?.cover).toEqual({ until: "2029-06-30", by: ["Freexian"], contracts: ["FX-2026-117"] });
    expect(bought?.security).toBe("2024-06-30");
    expect(review.entitlements).toEqual([
      {
        id: "elts-2026",
        contract: "FX-2026-117",
        provider: "Freexian",
        until: "2029-06-30",
        technologies: ["Debian 10"],
      },
    ]);
  });

  it("says the source and the state of it, and the data's own where there was no answer", () => {
    expect(named("Debian 12")[0]?.sources).toEqual([{ source: "endoflife.date", asOf: "2026-11-20" }]);
    expect(named("House Linux 9")[0]?.sources).toEqual([{ source: "endoflife.date", asOf: "2026-11-20" }]);
    expect(named("Luna network HSM 7")[0]?.sources).toEqual([{ source: "vendor bulletin 2025-03" }]);
  });

  it("gives what a distribution packaged the days of its system and asks nothing more of it", () => {
    expect(named("Python 3.11")[0]).toMatchObject({ security: "2028-06-30", gaps: [] });
  });

  it("names entries that no image shows, and images without a technology", () => {
    expect(review.notSeen.map(({ id }) => id)).toEqual(["gone"]);
    expect(review.population.images.filter(({ empty }) => empty).map(({ name }) => name)).toEqual(["tools/static:1"]);
  });

  it("reviews the year up to the end of the period", () => {
    expect(review.period).toEqual({ from: "2026-01-01", until: "2026-12-31" });
    expect(reviewOf(reviewInput({ periodEnd: day("2028-02-29") })).period.from).toBe("2027-03-01");
    const { periodEnd: _, ...rest } = reviewInput();
    expect(reviewOf(rest).period).toEqual({ from: "2025-11-25", until: "2026-11-24" });
  });

  it("does not change with the order of images and entries", () => {
    const turned = reviewOf(reviewInput({ images: [...reviewInput().images].reverse() }));
    expect(turned.technologies).toEqual(review.technologies);
  });

  it("takes the entry that names a technology most exactly", () => {
    const entry = (id: string, cycle?: string): Technology => ({ id, product: "debian", ...(cycle ? { cycle } : {}) });
    const chosen = (...entries: Technology[]) =>
      reviewOf(
        reviewInput({ images: [imageWith("a", [debian12])], technologies: { technologies: entries, digest: "" } }),
      ).technologies[0]?.entry?.id;
    expect(chosen(entry("all"), entry("pattern", "1*"), entry("exact", "12"))).toBe("exact");
    expect(chosen(entry("all"), entry("pattern", "1*"))).toBe("pattern");
    expect(chosen(entry("other", "11"), entry("all"))).toBe("all");
    expect(chosen(entry("other", "11"))).toBeUndefined();
  });

  it("lets a named entry speak for a system that no catalogue knows", () => {
    const house = reviewOf(
      reviewInput({
        technologies: { technologies: [{ id: "house", name: "house linux 9", owner: "Ada" }], digest: "" },
      }),
    );
    expect(house.technologies.filter(({ label }) => /house/i.test(label))).toMatchObject([{ entry: { id: "house" } }]);
  });
});

describe("the group", () => {
  const at = (until: Parameters<typeof groupOf>[0]["until"], isPast = false, plan?: Technology["plan"]) =>
    groupOf({ until, isPast, follows: false }, plan === undefined ? null : { id: "abc", name: "x", plan }, on);

  it("is of ends before the next yearly review, the day itself included", () => {
    expect(at(day("2027-11-24"))).toBe("ending");
    expect(at(day("2027-11-25"))).toBe("good");
    expect(at("open")).toBe("good");
  });

  it("of what is past depends on a plan that changes something", () => {
    expect(at("over", true)).toBe("past-unplanned");
    expect(at(day("2026-11-23"), true, { action: "keep" })).toBe("past-unplanned");
    expect(at(day("2026-11-23"), true, { action: "retire" })).toBe("past-planned");
  });

  it("is never good where the end is not known", () => {
    expect(at("unknown")).toBe("unknown");
  });
});

describe("what is missing", () => {
  const base: Technology = {
    id: "abc",
    name: "x",
    owner: "Ada",
    reviewed: day("2026-01-01"),
    reviewer: "Grace",
    fixes: { prompt: true },
  };
  const gaps = (
    over: Partial<Technology> | null,
    group: Parameters<typeof gapsOf>[0] = "good",
    until = day("2030-01-01"),
  ) =>
    gapsOf(
      group,
      { until, isPast: group.startsWith("past"), follows: false },
      over === null ? null : { ...base, ...over },
      on,
    );
  const approved = { approver: "Margaret", approved: day("2026-05-05") };

  it.each<[string, ReturnType<typeof gaps>, string[]]>([
    ["nothing", gaps({}), []],
    ["all of it", gaps(null, "past-unplanned"), ["owner", "plan", "review-never", "fixes-unsaid"]],
    ["no plan is needed for what ends later", gaps(null), ["owner", "review-never", "fixes-unsaid"]],
    ["a plan where cover ends soon", gaps({}, "ending"), ["plan"]],
    ["a plan where the end is not known", gaps({}, "unknown"), ["plan"]],
    ["target and approval", gaps({ plan: { action: "upgrade" } }, "ending"), ["target", "approver"]],
    [
      "nothing of an approved plan",
      gaps({ plan: { action: "upgrade", target: day("2027-01-01") }, ...approved }, "ending"),
      [],
    ],
    [
      "an approval that lies ahead",
      gaps({ plan: { action: "retire", target: day("2027-01-01") }, approver: "M", approved: addDays(on, 1) }),
      ["approver"],
    ],
    [
      "a target that has passed",
      gaps({ plan: { action: "retire", target: addDays(on, -1) }, ...approved }),
      ["target-past"],
    ],
    ["a target on the day", gaps({ plan: { action: "retire", target: on }, ...approved }), []],
    [
      "a target after the end of cover",
      gaps({ plan: { action: "upgrade", target: day("2027-06-01") }, ...approved }, "ending", day("2027-05-31")),
      ["target-late"],
    ],
    [
      "kept past its end",
      gaps({ plan: { action: "keep" }, ...approved }, "past-unplanned", day("2026-01-01")),
      ["kept-past-end"],
    ],
    ["a review on its last day", gaps({ reviewed: day("2025-11-24") }), []],
    ["a review older than 12 months", gaps({ reviewed: day("2025-11-23") }), ["review-due"]],
    ["a review that lies ahead", gaps({ reviewed: addDays(on, 1) }), ["review-never"]],
    ["slow fixes", gaps({ fixes: { prompt: false } }), ["fixes-slow"]],
  ])("%s", (_name, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe("ends without a day", () => {
  const of = (...entries: Parameters<typeof imageWith>[1]) =>
    reviewOf(reviewInput({ images: [imageWith("a", entries)], technologies: null })).technologies[0];

  it("are said in the word that fits", () => {
    expect(of(wolfi)).toMatchObject({ security: "open", cover: { until: "open" }, group: "good" });
    expect(of(entryWith({ product: "x", cycle: "1", label: "X 1", eol: false }))).toMatchObject({
      security: "open",
      cover: { until: "open", by: ["Maker"] },
    });
    expect(of(entryWith({ product: "x", cycle: "1", label: "X 1", eol: true, status: "eol" }))).toMatchObject({
      security: "over",
      cover: { until: "over" },
      group: "past-unplanned",
    });
  });

  it("never count an estimate as cover: on offer it is past, in use its end is unknown, with the reason", () => {
    const estimate = (entitled: boolean) =>
      entryWith({
        product: "x",
        cycle: "1",
        label: "X 1",
        eol: day("2026-01-31"),
        windows: [{ entitled, estimate: true, until: day("2031-01-31") }],
      });
    expect(of(estimate(false))).toMatchObject({
      cover: { until: "2026-01-31", by: ["Maker"] },
      group: "past-unplanned",
    });
    expect(of(estimate(true))).toMatchObject({
      cover: { until: "unknown" },
      group: "unknown",
      why: { key: "lifecycle.end-not-published" },
    });
  });
});
