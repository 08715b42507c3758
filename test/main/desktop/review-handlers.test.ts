// The window's questions about the review of technologies, over a real store in a temporary folder.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { reviewHandlers } from "../../../main/desktop/ipc/review-handlers.ts";
import { verifyPath } from "../../../main/evidence/verify/verify-path.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { homeLayout } from "../../../main/store/home.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import { makeSigner, signedAt } from "../../support/evidence-pack.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";
import { factsOfCase } from "../../support/lifecycle-case.ts";

const { lifecycle, hardened } = await loadCatalogues("assets");
const now = { periodEnd: null };
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-review-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function handlers(written = new Set<string>(), revealed: string[] = []) {
  const home = homeLayout(folder);
  return reviewHandlers(
    {
      lifecycle,
      hardened,
      store: openAuditStore(home.audits),
      files: home,
      clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T10:00:00Z", zone: () => "UTC (UTC+00:00)" },
      instant: () => signedAt,
      tool: { version: "0.1.0" },
      openSigner: () => makeSigner(home.keys),
      folders: { reports: home.reports, fonts: "node_modules/dejavu-fonts-ttf/ttf", assets: "assets" },
      host: { name: "bench", os: "Linux" },
      operator: "ada",
      reveal: (path) => revealed.push(path),
    },
    written,
  );
}

async function keepOne(): Promise<void> {
  const facts = factsOfCase({ name: "", why: "", expected: {}, osRelease: { ID: "debian", VERSION_ID: "10" } });
  const audit = { ...auditWith(idOf("1"), ["shop/old:1"], []), facts };
  await openAuditStore(homeLayout(folder).audits).keep(runWith([audit]));
}

it("answers with an empty list where nothing is kept, and makes no form of it", async () => {
  const answer = contract["review.get"].out.parse(await handlers()["review.get"](now));
  expect(answer).toMatchObject({ technologies: [], images: 0, operator: "ada" });
  const making = handlers()["review.export"](
    { language: "en", periodEnd: null },
    () => {},
    new AbortController().signal,
  );
  expect(await making.then(() => null, failureOf)).toMatchObject({ kind: "usage" });
});

it("writes what people say, with the day of approval and review, and reviews anew", async () => {
  await keepOne();
  const before = await handlers()["review.get"](now);
  expect(before.technologies).toMatchObject([{ label: "Debian 10", group: "past-unplanned" }]);
  const edit = {
    subject: { product: "debian", cycle: "10" },
    owner: " Ada ",
    plan: { action: "upgrade" as const, target: day("2027-01-31") },
    approver: "Margaret",
    reviewer: "Grace",
    fixes: { prompt: true },
  };
  const entry = await handlers()["review.set"](contract["review.set"].in.parse(edit));
  expect(entry).toMatchObject({ owner: "Ada", approved: "2026-11-24", reviewed: "2026-11-24" });
  expect(await readFile(homeLayout(folder).technologies, "utf8")).toContain("approver: Margaret\n");
  const after = await handlers()["review.get"]({ periodEnd: day("2027-12-31") });
  expect(after.technologies).toMatchObject([{ group: "past-planned", gaps: [], dueInPeriod: true }]);
});

it("refuses the owner as approver, and says where a file is at fault", async () => {
  const edit = { subject: { name: "HSM" }, owner: "Ada", plan: { action: "keep" as const }, approver: "ada" };
  expect(
    await handlers()
      ["review.set"](edit)
      .then(() => null, failureOf),
  ).toMatchObject({ kind: "usage" });
  await writeFile(homeLayout(folder).technologies, "schema: plimsoll/technologies@1\ntechnologies:\n  - owner: Ada\n");
  const found = await handlers()
    ["review.get"](now)
    .then(() => null, failureOf);
  expect(found).toMatchObject({ kind: "catalogue-invalid", line: 3 });
});

it("writes the signed form, tells its steps, and lets it be shown", async () => {
  await keepOne();
  const written = new Set<string>();
  const revealed: string[] = [];
  const steps: string[] = [];
  const made = await handlers(written, revealed)["review.export"](
    { language: "de", periodEnd: null },
    ({ step }) => steps.push(step),
    new AbortController().signal,
  );
  expect(steps).toEqual(["composing", "signing", "writing"]);
  expect([[...written], revealed]).toEqual([[made.report], [made.report]]);
  expect((await verifyPath(made.folder, { now: signedAt })).integrity.answer).toBe("yes");
});
