// What the report says of extended support that was bought: one line of the method, and none without such a file.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { composeReport } from "../../../../main/evidence/report/compose-report.ts";
import type { RunEntitlements } from "../../../../shared/model/entitlement.ts";
import { auditWith, idOf, runWith } from "../../../support/kept-run.ts";
import { needs, textOf, unspaced } from "../../../support/pdf-tools.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-bought-report-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const used = (count: number): RunEntitlements["used"] =>
  Array.from({ length: count }, (_, index) => ({ id: `e-${index}`, contract: `FX-${index}`, images: 1 }));

async function reportText(language: "en" | "de", entitlements?: RunEntitlements): Promise<string> {
  // The text of a file is read once, so each report has a name of its own.
  const path = join(root, `${language}-${entitlements?.used.length ?? "none"}.pdf`);
  const run = runWith([auditWith(idOf("1"), ["shop/api:1"], [])], entitlements === undefined ? {} : { entitlements });
  await writeFile(
    path,
    await composeReport(run, {
      rules: [],
      language,
      reportId: "0d6f1e0a-6a7c-5b7e-9c54-2f1f0e6f7a11",
      createdAt: new Date("2026-11-24T06:32:10Z"),
      signer: { name: "default", fingerprint: "AB:".repeat(31).concat("CD"), protection: "unprotected" },
      auditSha256: "7".repeat(64),
      operator: "m.keller",
      host: { name: "build-07", os: "Linux" },
      fontsFolder: "node_modules/dejavu-fonts-ttf/ttf",
      attach: [],
    }),
  );
  return unspaced(await textOf(path));
}

it("names the contracts that made a window count, and the file by its digest", async (context) => {
  await needs(context, "pdftotext");
  const digest = `sha256:${"d".repeat(64)}`;
  const two = await reportText("en", { digest, used: used(2) });
  expect(two).toContain(unspaced("the file (sha256:dddddddddddd) that made a window count: FX-0, FX-1."));
  expect(await reportText("de", { digest, used: [] })).toContain(unspaced("durch die ein Zeitraum zählt: keine."));
  expect(await reportText("en", { digest, used: used(13) })).toContain(unspaced("FX-11 … (13)."));
});

it("says nothing of it where there was no such file", async (context) => {
  await needs(context, "pdftotext");
  expect(await reportText("en")).not.toContain(unspaced("that made a window count"));
});
