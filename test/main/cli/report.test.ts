// `plimsoll report make` as a user meets it: the form over kept audits and over a source, the evidence of a kept run, and
// what is refused.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReport } from "../../../main/cli/report.ts";
import type { ReportMakeOptions } from "../../../main/cli/report-options.ts";
import type { World } from "../../../main/cli/world.ts";
import { verifyPath } from "../../../main/evidence/verify/verify-path.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import type { TechnologyReview } from "../../../shared/model/technology.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";
import { factsOfCase } from "../../support/lifecycle-case.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-report-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function make(words: readonly string[], over: Partial<ReportMakeOptions> = {}) {
  let out = "";
  let err = "";
  const world = {
    env: { PLIMSOLL_HOME: join(folder, "home") },
    homeDir: folder,
    platform: "linux",
    arch: "x64",
    host: { name: "bench", os: "Linux", user: "ada" },
    uid: process.getuid?.() ?? null,
    cores: 1,
    cwd: folder,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T10:00:00Z", zone: () => "UTC (UTC+00:00)" },
    instant: () => new Date("2026-11-24T10:00:05Z"),
    tool: { version: "0.1.0" },
    assets: "assets",
    fonts: "node_modules/dejavu-fonts-ttf/ttf",
    language: "en",
    askPassphrase: null,
    signal: new AbortController().signal,
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 80 },
    stderr: { write: (text: string) => (err += text), isTTY: false },
  } as unknown as World;
  const code = await makeReport(words, { output: "out", identity: "default", ...over }, world);
  return { out, err, code };
}
const refused = (work: Promise<unknown>) => work.then(() => null, failureOf);
const form = { form: "pci-12.3.4" } as const;

function written(name = "out"): TechnologyReview {
  const value = JSON.parse(readFileSync(join(folder, name, "technologies.json"), "utf8"));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync("assets/schema/technology-review-1.schema.json", "utf8")));
  expect(validate(value) ? "" : ajv.errorsText(validate.errors)).toBe("");
  return value;
}

function debian(digit: string, reference: string, version: string): Audit {
  const facts = factsOfCase({ name: "", why: "", expected: {}, osRelease: { ID: "debian", VERSION_ID: version } });
  return { ...auditWith(idOf(digit), [reference], []), facts };
}

async function keep(at: string, ...images: Audit[]): Promise<string> {
  const over = { on: day(at), startedAt: `${at}T05:00:00Z`, finishedAt: `${at}T05:00:01Z` };
  return openAuditStore(join(folder, "home", "audits")).keep(runWith(images, over));
}
const labels = ({ technologies }: TechnologyReview) => technologies.map(({ label, group }) => [label, group]);

describe("the form", () => {
  it("reviews the images of kept audits, signed, in the folder that was named", async () => {
    await keep("2026-11-20", debian("1", "shop/api:7", "13"), debian("2", "shop/old:1", "10"));
    writeFileSync(
      join(folder, "home", "technologies.yaml"),
      "schema: plimsoll/technologies@1\ntechnologies:\n  - { product: debian, cycle: '13', owner: Ada }\n",
    );
    const { out, err, code } = await make([], form);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`report: ${join(folder, "out", "report.pdf")}`);
    expect(out).toMatch(/past the end, no plan +1\n/);
    const review = written();
    expect(labels(review)).toEqual([
      ["Debian 10", "past-unplanned"],
      ["Debian 13", "good"],
    ]);
    expect(review.technologies[1]?.entry?.owner).toBe("Ada");
    expect(review.population.images.map(({ name, audited }) => [name, audited])).toEqual([
      ["shop/api:7", "2026-11-20"],
      ["shop/old:1", "2026-11-20"],
    ]);
    const now = new Date("2026-11-24T12:00:00Z");
    expect((await verifyPath(join(folder, "out"), { now })).integrity.answer).toBe("yes");
    expect(readdirSync(join(folder, "out"))).toHaveLength(6);
  });

  it("takes only the images asked for, and refuses one that is not kept", async () => {
    await keep("2026-11-20", debian("1", "shop/api:7", "13"), debian("2", "shop/old:1", "10"));
    await make(["shop/api:7"], form);
    expect(labels(written())).toEqual([["Debian 13", "good"]]);
    expect(written().population.asked).toEqual(["shop/api:7"]);
    expect(await refused(make(["shop/none:1"], form))).toMatchObject({
      kind: "usage",
      cause: /no kept audit of shop\/none/,
    });
  });

  it("as of a past day, knows nothing of later audits", async () => {
    await keep("2026-05-01", debian("1", "shop/api:7", "13"));
    await keep("2026-11-20", debian("2", "shop/old:1", "10"));
    await make([], { ...form, on: "2026-06-01", periodEnd: "2026-12-31" });
    expect(written().on).toBe("2026-06-01");
    expect(written().period).toEqual({ from: "2026-01-01", until: "2026-12-31" });
    expect(labels(written())).toEqual([["Debian 13", "good"]]);
  });

  it("counts a recorded contract, and a file of technologies that is named", async () => {
    await keep("2026-11-20", debian("2", "shop/old:1", "10"));
    writeFileSync(
      join(folder, "bought.yaml"),
      [
        "schema: plimsoll/entitlements@1",
        "entitlements:",
        "  - { provider: Freexian, scope: { product: debian }, contract: FX-1, until: 2027-12-31, by: Ada, on: 2026-01-01 }",
        "",
      ].join("\n"),
    );
    writeFileSync(
      join(folder, "mine.yaml"),
      "schema: plimsoll/technologies@1\ntechnologies:\n  - { name: HSM, kind: hardware, owner: Key team }\n",
    );
    await make([], { ...form, entitlements: "bought.yaml", technologies: "mine.yaml" });
    const [hsm, os] = written().technologies;
    expect(hsm).toMatchObject({ label: "HSM", group: "unknown", gaps: ["plan", "review-never", "fixes-unsaid"] });
    expect(os).toMatchObject({ label: "Debian 10", cover: { until: "2027-12-31", contracts: ["FX-1"] } });
    expect(written().entitlements.map(({ contract }) => contract)).toEqual(["FX-1"]);
  });

  it("has the same data for the same input", async () => {
    await keep("2026-11-20", debian("1", "shop/api:7", "13"));
    await make([], form);
    await make([], { ...form, output: "again" });
    for (const name of ["technologies.json", "technologies.csv"]) {
      expect(readFileSync(join(folder, "again", name), "utf8")).toBe(readFileSync(join(folder, "out", name), "utf8"));
    }
  });

  it("reads a source that is named", async () => {
    const { code } = await make([], { ...form, sample: true });
    expect(code).toBe(0);
    expect(written().population).toMatchObject({ from: "source", images: { length: 2 } });
  });

  it.each<[string, Partial<ReportMakeOptions>, RegExp]>([
    ["nothing kept", {}, /no audit of an image of your own is kept/],
    ["a day that does not exist", { periodEnd: "2026-02-30" }, /--period-end/],
    ["a file that is not there", { technologies: "none.yaml" }, /no such file/],
  ])("is refused for %s, and nothing is written", async (_name, over, cause) => {
    const failure = await refused(make([], { ...form, ...over }));
    expect(failure !== null && "cause" in failure ? failure.cause : "").toMatch(cause);
    expect(readdirSync(folder)).not.toContain("out");
  });
});

describe("the report of a kept run", () => {
  it("is the same evidence as of an audit", async () => {
    const run = await keep("2026-11-20", debian("1", "shop/api:7", "13"));
    const { code, out } = await make([run.slice(0, 8)]);
    expect(code).toBe(0);
    expect(out).toBe(`report: ${join(folder, "out", "report.pdf")}\n`);
    const files = [
      "VERIFY.txt",
      "audit.json",
      "certificates.pem",
      "lifecycle.ics",
      "report.pdf",
      "statement.dsse.json",
    ];
    expect(readdirSync(join(folder, "out")).sort()).toEqual(expect.arrayContaining(files));
    const now = new Date("2026-11-24T12:00:00Z");
    expect((await verifyPath(join(folder, "out"), { now })).integrity.answer).toBe("yes");
  });

  it.each<[string, string[], Partial<ReportMakeOptions>, RegExp]>([
    ["no run", [], {}, /give the one kept run/],
    ["two runs", ["abcd", "ef01"], {}, /give the one kept run/],
    ["a run that is not kept", ["abcdef"], {}, /no kept run abcdef/],
    ["an option of the form", ["abcdef"], { periodEnd: "2026-12-31" }, /--period-end goes with --form/],
    ["a source", ["abcdef"], { sample: true }, /--sample goes with --form/],
  ])("is refused for %s", async (_name, words, over, cause) => {
    const failure = await refused(make(words, over));
    expect(failure).toMatchObject({ kind: "usage", cause: expect.stringMatching(cause) });
  });
});
