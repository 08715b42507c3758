// What the report prints of waivers and answers: beside the verdict, with everyone who had a part in it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { composeReport } from "../../../../main/evidence/report/compose-report.ts";
import { decidedRun } from "../../../support/decided-run.ts";
import { needs, textOf, unspaced } from "../../../support/pdf-tools.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-decided-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it.for([
  [
    "en",
    ["requested by Ana · approved by Ben · until 2027-01-31 · ticket T-1 · waiver w-su", "waived in part"],
    ["answered by Dana on 2026-11-20 · until 2027-05-20", "1 of them waived", "Policy: ours"],
  ],
  [
    "de",
    ["beantragt von Ana · genehmigt von Ben · bis 2027-01-31 · Ticket T-1 · Ausnahme w-su", "teilweise ausgenommen"],
    ["beantwortet von Dana am 2026-11-20 · bis 2027-05-20", "davon 1 ausgenommen", "Richtlinie: ours"],
  ],
] as const)("in %s", async ([language, waivers, others], context) => {
  await needs(context, "pdftotext");
  const path = join(root, `${language}.pdf`);
  await writeFile(
    path,
    await composeReport(decidedRun(), {
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
  const text = unspaced(await textOf(path));
  for (const part of [...waivers, ...others]) expect(text).toContain(unspaced(part));
});
