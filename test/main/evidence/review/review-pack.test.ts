// The folder of a review: signed, bound, checkable by our verifier and by poppler, the same bytes for the same input.
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewCsv } from "../../../../main/evidence/review/review-csv.ts";
import { reviewOf } from "../../../../main/evidence/review/review-of.ts";
import { type ReviewPackInput, writeReviewPack } from "../../../../main/evidence/review/review-pack.ts";
import type { Signer } from "../../../../main/evidence/signing/signer.ts";
import { verifyPath } from "../../../../main/evidence/verify/verify-path.ts";
import type { Language } from "../../../../shared/model/phrase.ts";
import { TechnologyReview } from "../../../../shared/model/technology.ts";
import { makeSigner, signedAt } from "../../../support/evidence-pack.ts";
import { needs, said, textOf, unspaced } from "../../../support/pdf-tools.ts";
import { day, entryWith, imageWith, reviewInput } from "../../../support/technology-case.ts";

let root: string;
let signer: Signer;
const review = reviewOf(reviewInput());
const names = [
  "VERIFY.txt",
  "certificates.pem",
  "report.pdf",
  "statement.dsse.json",
  "technologies.csv",
  "technologies.json",
];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-review-"));
  signer = await makeSigner(root);
  for (const language of ["en", "de"] as const) await writeReviewPack(input(language, { language }));
});
afterAll(() => rm(root, { recursive: true, force: true }));

function input(
  folder: string,
  over: Partial<ReviewPackInput> & { readonly language?: Language } = {},
): ReviewPackInput {
  return {
    review,
    language: "en",
    folder: join(root, folder),
    signer,
    fontsFolder: "node_modules/dejavu-fonts-ttf/ttf",
    assetsFolder: "assets",
    hardened: { source: "catalog", date: day("2026-08-22") },
    host: { name: "bench", os: "Linux 6.12" },
    operator: "ada",
    signedAt,
    ...over,
  };
}

describe("the folder of a review", () => {
  it("holds the form, its data twice, and the way to check them", async () => {
    expect((await readdir(join(root, "en"))).sort()).toEqual([...names].sort());
    const data = JSON.parse(await readFile(join(root, "en", "technologies.json"), "utf8"));
    expect(TechnologyReview.parse(data)).toEqual(review);
  });

  it("is intact to the verifier, and not once a file was touched", async () => {
    expect((await verifyPath(join(root, "en"), { now: signedAt })).integrity.answer).toBe("yes");
    await writeReviewPack(input("touched"));
    await writeFile(join(root, "touched", "technologies.csv"), "technology\r\n");
    const after = await verifyPath(join(root, "touched"), { now: signedAt });
    expect(after.integrity.answer).toBe("no");
    expect(after.files.filter(({ state }) => state !== "intact")).toEqual([
      { name: "technologies.csv", state: "changed" },
    ]);
  });

  it("is a valid signature to pdfsig and a sound file to qpdf", async (context) => {
    await needs(context, "pdfsig", "qpdf");
    const pdf = join(root, "en", "report.pdf");
    const told = await said("pdfsig", "-nocert", pdf);
    expect(told).toContain("Signature is Valid");
    expect(told).toContain("Total document signed");
    expect(await said("qpdf", "--check", pdf)).toContain("No syntax or stream encoding errors");
  });

  it("says in both languages what stands where, and what is missing", async (context) => {
    await needs(context, "pdftotext");
    const [en, de] = [await textOf(join(root, "en", "report.pdf")), await textOf(join(root, "de", "report.pdf"))];
    for (const text of [en, de]) {
      for (const word of ["1. Node.js 20", "Luna network HSM", "FX-2026-117", "Margaret Hamilton", "shop/api:4.2"]) {
        expect(unspaced(text)).toContain(unspaced(word));
      }
      expect(text).not.toMatch(/\bcertified\b|\bcompliant\b|zertifiziert|konform/i);
    }
    expect(unspaced(en)).toContain(unspaced("2 × last review older than 12 months"));
    expect(unspaced(de)).toContain(unspaced("2 × letzte Überprüfung älter als 12 Monate"));
    expect(en).toContain("aligned with PCI DSS v4 requirement 12.3.4");
    expect(en.match(/Long-term support ended/g)).toHaveLength(1);
    expect(unspaced(en)).toContain(unspaced("Approved by senior management"));
  });

  it("attaches the data whose digest is on the cover", async (context) => {
    await needs(context, "pdfdetach", "pdftotext");
    const out = join(root, "attached.json");
    await said("pdfdetach", "-save", "1", "-o", out, join(root, "en", "report.pdf"));
    const data = await readFile(join(root, "en", "technologies.json"));
    expect((await readFile(out)).equals(data)).toBe(true);
    const digest = createHash("sha256").update(data).digest("hex");
    expect(unspaced(await textOf(join(root, "en", "report.pdf"), 1))).toContain(digest);
  });

  it("is the same for the same input but for signatures", async () => {
    await writeReviewPack(input("again"));
    for (const name of names.filter((name) => !/^(report|statement)/.test(name))) {
      const [first, second] = await Promise.all(["en", "again"].map((folder) => readFile(join(root, folder, name))));
      expect([name, first?.equals(second ?? Buffer.alloc(0))]).toEqual([name, true]);
    }
    const [first = "", second = ""] = await Promise.all(["en", "again"].map(unsignedPart));
    expect(first.length).toBeGreaterThan(10_000);
    expect(first === second).toBe(true);
  });
});

/** The file without what stands between the angle brackets of the signature. */
async function unsignedPart(folder: string): Promise<string> {
  return (await readFile(join(root, folder, "report.pdf"))).toString("latin1").replace(/\/Contents <[0-9a-f]+>/, "");
}

describe("the CSV", () => {
  it("has one line a technology, and takes no name of an image for a formula or a column", () => {
    const hostile = reviewOf(
      reviewInput({
        images: [
          imageWith('=HYPERLINK("x"),y', [entryWith({ product: null, label: "@SUM(1)\n,", status: "unknown" })]),
        ],
        technologies: null,
      }),
    );
    const [, line] = reviewCsv(hostile).split("\r\n");
    expect(line).toContain(`"'@SUM(1)\n,"`);
    expect(line).toContain(`"'=HYPERLINK(""x""),y"`);
    expect(reviewCsv(review).split("\r\n")).toHaveLength(review.technologies.length + 2);
  });
});

describe("an empty review", () => {
  it("says so on every part", async (context) => {
    await needs(context, "pdftotext");
    const empty = reviewOf(reviewInput({ images: [], technologies: null }));
    await writeReviewPack(input("empty", { review: empty }));
    const text = await textOf(join(root, "empty", "report.pdf"));
    expect(text).toContain("there is nothing to review");
    expect(text).toContain("No image is part of this review.");
  });
});
