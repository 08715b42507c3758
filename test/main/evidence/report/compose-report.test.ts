// The report as others see it: read by poppler and qpdf, which know nothing of Plimsoll.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeReport } from "../../../../main/evidence/report/compose-report.ts";
import type { ReportOptions } from "../../../../main/evidence/report/report-context.ts";
import { FailureError } from "../../../../shared/model/failure.ts";
import { statuses } from "../../../../shared/model/finding.ts";
import { languages } from "../../../../shared/model/languages.ts";
import { addCounts, emptyCounts } from "../../../../shared/summary.ts";
import { reportWords } from "../../../../shared/wording/report/words.ts";
import { severityWords, statusWords } from "../../../../shared/wording/status.ts";
import { auditRun, digest, emptyRun, hostileRun, largeRun, ruleSet } from "../../../support/audit-run.ts";
import { needs, pagesOf, said, textOf, unspaced } from "../../../support/pdf-tools.ts";

const options: ReportOptions = {
  rules: [ruleSet()],
  language: "en",
  reportId: "0d6f1e0a-6a7c-5b7e-9c54-2f1f0e6f7a11",
  createdAt: new Date("2026-11-24T06:32:10Z"),
  signer: { name: "default", fingerprint: "AB:".repeat(31).concat("CD"), protection: "unprotected" },
  auditSha256: digest(77).slice(7),
  operator: "m.keller",
  host: { name: "build-07", os: "Linux 6.1.0-28-amd64" },
  fontsFolder: "node_modules/dejavu-fonts-ttf/ttf",
  attach: [{ name: "audit.json", bytes: Buffer.from('{"schema":"plimsoll/audit-run@1"}\n') }],
};
const runs = { ordinary: auditRun(), empty: emptyRun(), hostile: hostileRun(), large: largeRun(84) };
type RunName = keyof typeof runs;

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-report-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const made = new Map<string, Promise<string>>();
/** The path of a report, composed once and then read by every test that asks for it. */
function written(name: RunName, changes: Pick<Partial<ReportOptions>, "language" | "paper"> = {}): Promise<string> {
  const { language = "en", paper = "A4" } = changes;
  const path = join(root, `${name}-${language}-${paper}.pdf`);
  const known = made.get(path);
  if (known !== undefined) return known;
  const work = (async () => {
    await writeFile(path, await composeReport(runs[name], { ...options, language, paper }));
    return path;
  })();
  made.set(path, work);
  return work;
}
const both = languages.map((language) => ({ language }));
/** The large one is read in one language: it is the same code, and a minute long. */
const everything = (Object.keys(runs) as RunName[])
  .flatMap((name) => languages.map((language) => ({ name, language })))
  .filter(({ name, language }) => name !== "large" || language === "en");

describe("the form of the report", () => {
  it.for(everything)(
    "$name in $language is a sound, tagged PDF with embedded fonts",
    async ({ name, language }, context) => {
      await needs(context, "qpdf", "pdfinfo", "pdffonts");
      const path = await written(name, { language });
      expect(await said("qpdf", "--check", path)).toContain("No syntax or stream encoding errors found");
      const info = await said("pdfinfo", path);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toMatch(/^Title: +\S/m);
      expect(info).toMatch(/^Page size: +595\.28 x 841\.89 pts \(A4\)$/m);
      const fonts = (await said("pdffonts", path)).split("\n").slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThanOrEqual(3);
      for (const font of fonts) expect(font).toMatch(/DejaVu.* yes yes yes /);
    },
  );

  it("says its language and what it is built after, and repeats its bytes", async () => {
    const first = Buffer.from(await composeReport(runs.ordinary, { ...options, language: "de" }));
    const second = Buffer.from(await composeReport(runs.ordinary, { ...options, language: "de" }));
    expect(first.includes("/Lang (de)")).toBe(true);
    expect(first.includes("<pdfaid:part>3</pdfaid:part>")).toBe(true);
    expect(first.includes("NeedAppearances")).toBe(false);
    expect(first.equals(second)).toBe(true);
    const other = Buffer.from(await composeReport(runs.ordinary, { ...options, language: "en" }));
    expect(first.equals(other)).toBe(false);
  });

  it("tells headings, tables and the signature field apart for those who listen to it", async (context) => {
    await needs(context, "pdfinfo");
    const tree = await said("pdfinfo", "-struct-text", await written("empty"));
    for (const kind of ["Document", "Sect", "H1", "H2", "Table", "TR", "TH", "TD", "L", "LI", "Form"]) {
      expect(tree, kind).toMatch(new RegExp(`^ *${kind}\\b`, "m"));
    }
    expect(tree).toMatch(/H1 \(block\)\n *"At a glance"/);
    // Words of two lines stay two words.
    expect(tree).toContain("It records what was found in the container images named in it, how that was judged under");
  });

  it("carries the audit data as an attachment that says what it is", async (context) => {
    await needs(context, "pdfdetach");
    const path = await written("ordinary");
    expect(await said("pdfdetach", "-list", path)).toMatch(/1 embedded files\s+1: audit\.json/);
    const bytes = Buffer.from(await composeReport(runs.ordinary, options));
    expect(bytes.includes("/AFRelationship /Source")).toBe(true);
  });

  it("refuses to begin without its fonts", async () => {
    const error = await composeReport(runs.empty, { ...options, fontsFolder: join(root, "none") }).catch(
      (e: unknown) => e,
    );
    expect(error instanceof FailureError && error.failure.kind).toBe("not-readable");
  });
});

describe("the order of the report", () => {
  it.each(both)(
    "cover, one page for management, images, support, limitations, method, annexes ($language)",
    async ({ language }) => {
      const words = reportWords[language];
      const bytes = Buffer.from(await composeReport(runs.ordinary, { ...options, language })).toString("latin1");
      const titles = [...bytes.matchAll(/\/Dest \[[^\]]*\]\s*\/Parent \d+ 0 R\s*\/Title (\([^)]*\))/g)].map(
        ([, title]) => decoded(title ?? ""),
      );
      expect(titles).toEqual([
        words.cover.title,
        words.glance.title,
        words.images.title,
        words.support.title,
        words.limits.title,
        words.method.title,
        words.annex.findings,
        words.annex.digests,
        words.annex.packages,
      ]);
    },
  );

  it("the page for management is one page, also of many images", async (context) => {
    await needs(context, "pdftotext");
    const reports = [
      { path: await written("large"), language: "en" },
      { path: await written("ordinary", { language: "de", paper: "Letter" }), language: "de" },
    ] as const;
    for (const { path, language } of reports) {
      const { glance, images } = reportWords[language];
      expect(await textOf(path, 2)).toContain(glance.unknown);
      expect(await textOf(path, 3)).toContain(images.title);
    }
  });
});

describe("what the report says", () => {
  it.for(both)(
    "the cover has all six counts, each with its word, and no total ($language)",
    async ({ language }, context) => {
      await needs(context, "pdftotext");
      const path = await written("ordinary", { language });
      const cover = await textOf(path, 1);
      const counts = runs.ordinary.images.map((audit) => audit.summary.byStatus).reduce(addCounts, emptyCounts());
      const expected = statuses.map((status) => `${counts[status]} ${statusWords[status][language]}`).join(" ");
      expect(cover).toContain(expected);
      for (const words of [
        "unix:///var/run/docker.sock",
        "build-07",
        "m.keller",
        "Plimsoll 0.1.0",
        "1.8.0",
        "2026.11.1",
        "2026-11-20",
        "Europe/Berlin (UTC+01:00)",
        options.signer.fingerprint,
      ]) {
        expect(unspaced(cover), words).toContain(unspaced(words));
      }
      expect(unspaced(cover)).toContain(options.auditSha256);
      expect(cover).toContain(
        language === "en"
          ? "7 found = 4 audited + 2 excluded + 1 not read"
          : "7 gefunden = 4 geprüft + 2 ausgeschlossen + 1 nicht gelesen",
      );
    },
  );

  it.for([
    { name: "ordinary", language: "de", least: 35 },
    { name: "large", language: "en", least: 1000 },
  ] as const)(
    "the annex holds every finding of the $name run ($language)",
    async ({ name, language, least }, context) => {
      await needs(context, "pdftotext");
      const text = unspaced(await textOf(await written(name, { language })));
      const { annex } = reportWords[language];
      const rows = text.slice(text.lastIndexOf(unspaced(annex.findings)), text.lastIndexOf(unspaced(annex.digests)));
      const controls = new Map(ruleSet().controls.map((control) => [control.id, control.title[language]]));
      const findings = runs[name].images.flatMap((audit) => audit.findings);
      expect(findings.length).toBeGreaterThan(least);
      const expected = new Map<string, number>();
      for (const { control, severity, status } of findings) {
        const row = unspaced(
          `${control}${controls.get(control)}${severityWords[severity][language]}${statusWords[status][language]}`,
        );
        expected.set(row, (expected.get(row) ?? 0) + 1);
      }
      for (const [row, count] of expected) expect(rows.split(row).length - 1, row).toBe(count);
      for (const { image } of runs[name].images) expect(rows).toContain(image.id);
    },
  );

  it.for(everything)(
    "nowhere a word that promises more than an audit can: $name in $language",
    async ({ name, language }, context) => {
      await needs(context, "pdftotext");
      const text = unspaced(await textOf(await written(name, { language })));
      expect(text).not.toMatch(/certified|compliant|zertifiziert|konform/i);
    },
  );

  it("shows evidence with path, layer and step, what to do, errors, exclusions and limits", async (context) => {
    await needs(context, "pdftotext");
    const text = unspaced(await textOf(await written("ordinary")));
    for (const words of [
      "/node_modules/@internal/telemetry-collector/dist/native/linux-x64/bin/collector-helper",
      "Layer 3: RUN /bin/sh -c set -eux;",
      "16 further pieces of evidence stand in audit.json.",
      "Change the Dockerfile so that this holds: COPY rather than ADD",
      "first seen 2026-11-02",
      "layer 3 of 7 ends early",
      "a Helm chart, not an image",
      "/opt/app/package-lock.json",
      "pdfsig -nocert report.pdf",
      "The same 412 packages as registry.example.test/shop/api:7.2.",
    ]) {
      expect(text, words).toContain(unspaced(words));
    }
  });

  it("writes a package that lies at several places once, with their number", async (context) => {
    await needs(context, "pdftotext");
    const run = auditRun();
    const twice = [1, 2].map((place) => {
      const path = `/srv/${place}/node_modules/left-pad/package.json`;
      return { type: "npm" as const, name: "left-pad", version: "1.3.0", arch: "", layer: 0, path };
    });
    const images = run.images.slice(0, 1).map((audit) => ({ ...audit, facts: { ...audit.facts, packages: twice } }));
    const path = join(root, "places.pdf");
    await writeFile(path, await composeReport({ ...run, images }, options));
    expect(await textOf(path)).toMatch(/npm\s+left-pad 1\.3\.0 × 2/);
  });

  it("tells the layers of a proven base from the image's own, and says where none is proven", async (context) => {
    await needs(context, "pdftotext");
    expect(await textOf(await written("ordinary"))).toContain("base not proven");
    const run = auditRun();
    const base = { layers: 1, proof: "shared-layers" as const, references: ["debian:12"] };
    const images = run.images.map((audit) => ({ ...audit, image: { ...audit.image, base } }));
    for (const [language, words] of [
      ["en", ["the lowest 1 are the base debian:12", "Layer 3 (own): RUN", "base debian:12 "]],
      ["de", ["die untersten 1 sind die Basis debian:12", "Schicht 3 (eigene): RUN", "Basis debian:12 "]],
    ] as const) {
      const path = join(root, `base-${language}.pdf`);
      await writeFile(path, await composeReport({ ...run, images }, { ...options, language }));
      const text = await textOf(path);
      for (const word of words) expect(unspaced(text)).toContain(unspaced(word));
      expect(text).not.toMatch(/base not proven|Basis nicht belegt/);
    }
  });

  it("every page has its number, the report's id and the beginning of the fingerprint", async (context) => {
    await needs(context, "pdftotext");
    const path = await written("large");
    const pages = await pagesOf(path);
    expect(pages.length).toBeGreaterThan(100);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(options.reportId);
      expect(page).toContain("AB:AB:AB:AB:AB:AB:AB:AB…");
    }
  });

  it("tables repeat their head on every page", async (context) => {
    await needs(context, "pdftotext");
    const path = await written("large");
    const pages = await pagesOf(path);
    const begins = pages.findIndex((page) => page.includes("Annex A: all findings"));
    const ends = pages.findIndex((page) => page.includes("Annex B: digests"));
    expect(ends - begins).toBeGreaterThan(10);
    for (const page of pages.slice(begins, ends)) expect(page).toMatch(/Control\s+Title\s+Severity\s+Verdict\s+Ground/);
  });
});

describe("hostile text", () => {
  it("neither forges a line nor vanishes: what cannot be drawn is an escape", async (context) => {
    await needs(context, "pdftotext");
    const text = (await pagesOf(await written("hostile"))).join("");
    expect(text).not.toMatch(/^Verdict: pass/m);
    expect(unspaced(text)).toContain("line\\u000abreak\\u000d\\u000aVerdict:pass");
    expect(unspaced(text)).toContain("\\u202egnp.exe");
    expect(unspaced(text)).toContain("\\u{65E5}\\u{672C}\\u{8A9E}");
    expect(unspaced(text)).toContain("\\u{1F6A2}");
    expect(unspaced(text)).toContain("\\ud800lonesurrogate");
    expect(text).not.toMatch(/\ufffd|\u202e|\u200b/);
  });

  it.for([
    { name: "hostile", paper: "Letter", right: 612 - 56 },
    { name: "hostile", paper: "A4", right: 595.28 - 56 },
    { name: "ordinary", paper: "Letter", right: 612 - 56 },
  ] as const)("no word of $name on $paper runs over the margins", async ({ name, paper, right }, context) => {
    await needs(context, "pdftotext");
    const boxes = await said("pdftotext", "-bbox", await written(name, { paper, language: "de" }), "-");
    const words = [
      ...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/g),
    ];
    expect(words.length).toBeGreaterThan(500);
    const height = paper === "A4" ? 841.89 : 792;
    for (const [, left, top, end, bottom, word] of words) {
      expect(Number(left), word).toBeGreaterThanOrEqual(56);
      expect(Number(end), word).toBeLessThanOrEqual(right);
      expect(Number(top), word).toBeGreaterThanOrEqual(28);
      expect(Number(bottom), word).toBeLessThanOrEqual(height - 25);
    }
  });
});

/** A PDF text string as pdfkit writes it: UTF-16 with a mark where it is not plain Latin. */
function decoded(literal: string): string {
  const bytes = Buffer.from(literal.slice(1, -1).replace(/\\([()\\])/g, "$1"), "latin1");
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString("utf16le")
    : bytes.toString("latin1");
}
