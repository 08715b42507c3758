// The review of technologies in the window, in today's Chromium: what is missing is seen, said and written, by keyboard too.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, type RendererBrowser, startRenderer } from "../support/renderer-page.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const chromium = chromiumPath();

describe.skipIf(chromium === null)("the review of technologies", () => {
  let renderer: RendererBrowser;
  beforeAll(async () => {
    renderer = await startRenderer(chromium ?? "");
  }, 180_000);
  afterAll(() => renderer?.close());

  async function open(bridge: Parameters<RendererBrowser["open"]>[0] = {}): Promise<Page> {
    const { page } = await renderer.open({ images: 12, audited: 8, ...bridge }, {}, "/lifecycle");
    const isGerman = bridge?.language === "de";
    await page
      .getByRole("button", { name: isGerman ? "Technologien überprüfen …" : "Review of technologies…" })
      .click();
    await page.getByRole("dialog").waitFor();
    return page;
  }

  it("shows what needs care first, takes what people say, and gives the focus back", async () => {
    const page = await open();
    const rows = page.getByRole("dialog").getByRole("row");
    expect(await rows.nth(1).innerText()).toMatch(/^Node\.js 20[\s\S]*owner, plan, review/);
    await page.getByRole("button", { name: "Edit Node.js 20" }).press("Enter");
    expect(await page.getByLabel("Owner (optional)").evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("Ada Lovelace");
    await page.getByLabel("Approved by (optional)").fill("ada lovelace");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.getByRole("dialog").innerText()).toContain("The owner cannot approve; another person must.");
    await page.getByLabel("Approved by (optional)").fill("Margaret Hamilton");
    await page.getByLabel("Plan", { exact: true }).selectOption("upgrade");
    await page.getByLabel(/^To be done by/).fill("2027-01-31");
    await page.getByRole("button", { name: "Save" }).press("Enter");
    const button = page.getByRole("button", { name: "Edit Node.js 20" });
    await button.waitFor();
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
    const row = page.getByRole("dialog").getByRole("row").filter({ hasText: "Node.js 20" });
    expect(await row.innerText()).toMatch(
      /Ada Lovelace[\s\S]*upgrade[\s\S]*by 2027-01-31[\s\S]*approved by Margaret Hamilton/,
    );
    await page.close();
  });

  it("writes the form and says where it lies", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Write the signed form" }).click();
    await page.getByText("The signed report is written.").waitFor();
    await page.close();
  });

  it("says what is so where there is nothing, and where the file cannot be used", async () => {
    const empty = await open({ emptyReview: true });
    expect(await empty.getByRole("dialog").innerText()).toContain("There is no technology to review.");
    expect(await empty.getByRole("button", { name: "Write the signed form" }).isDisabled()).toBe(true);
    await empty.close();
    const broken = await open({ brokenReview: true });
    expect(await broken.getByRole("alert").innerText()).toContain("technologies.yaml:12:5");
    await broken.close();
  });

  it.each(["en", "de"] as const)("has nothing that axe finds serious, list and form (%s)", async (language) => {
    const page = await open({ language, settings: { language } });
    await page.evaluate(axeSource);
    expect(await seriousIn(page)).toEqual([]);
    await page.getByRole("button", { name: /Node\.js 20/ }).click();
    expect(await seriousIn(page)).toEqual([]);
    await page.close();
  });
});

/** What axe-core finds serious or critical in the dialog, by WCAG 2.2 AA. */
async function seriousIn(page: Page): Promise<string[]> {
  const run = `axe.run(document.querySelector("[role=dialog]"), { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] })`;
  const { violations } = (await page.evaluate(run)) as { violations: { id: string; impact: string }[] };
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
}
