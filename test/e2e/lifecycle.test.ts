// The time line in today's Chromium over a fake bridge: what lays out, scrolls, takes keys and has contrast.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { routes } from "../../renderer/routes.ts";
import { chromiumPath, type OpenPage, type RendererBrowser, startRenderer } from "../support/renderer-page.ts";

const executable = chromiumPath();
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe-core finds serious or critical, by WCAG 2.2 AA. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })`,
  )) as AxeResult;
  return result.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`));
}

const chartOf = (page: Page): Locator => page.getByRole("listbox");
const rowsOf = (page: Page): Locator => chartOf(page).getByRole("option");
const activeName = async (page: Page): Promise<string | null> => {
  const id = await chartOf(page).getAttribute("aria-activedescendant");
  return page.locator(`[id="${id}"]`).getAttribute("aria-label");
};
/** The days that the first row's own bands are drawn for. */
const drawnDays = (page: Page): Promise<string[]> =>
  rowsOf(page)
    .first()
    .locator("rect[data-lane='0']")
    .evaluateAll((bands) => bands.map((band) => `${band.getAttribute("data-from")} ${band.getAttribute("data-to")}`));
const yearsShown = (page: Page): Promise<string[]> =>
  chartOf(page)
    .locator("text")
    .evaluateAll((texts) => texts.map(({ textContent }) => textContent ?? "").filter((text) => /^\d{4}$/.test(text)));

describe("the time line", () => {
  let browser: RendererBrowser | null = null;
  let opened: OpenPage | null = null;
  const open = async (...[bridge, context = {}, place = routes.lifecycle]: Parameters<RendererBrowser["open"]>) => {
    if (browser === null) throw new Error("Chromium was not started");
    opened = await browser.open(bridge, context, place);
    await opened.page.locator("h1, h2").first().waitFor();
    await opened.page.evaluate(() => document.fonts.ready.then(() => undefined));
    return opened.page;
  };

  beforeAll(async () => {
    if (executable !== null) browser = await startRenderer(executable);
  });
  afterAll(() => browser?.close());
  beforeEach((context) => {
    if (executable === null) context.skip("not installed: chromium");
  });
  afterEach(async () => {
    const complaints = opened?.complaints ?? [];
    await opened?.page.context().close();
    opened = null;
    expect(complaints).toEqual([]);
  });

  test("is walked by keys: rows, time, zoom, and Enter opens what a row is about", async () => {
    const page = await open({ images: 60, audited: 42 });
    await chartOf(page).focus();
    expect(await activeName(page)).toMatch(/^Debian 9; extended support only; not covered;/);
    await page.keyboard.press("ArrowDown");
    expect(await activeName(page)).toMatch(/^Debian 10; .*until 2027-06-30.*bought, contract FX-2025-118/);
    const whole = await yearsShown(page);
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    const near = await yearsShown(page);
    expect(near.length).toBeLessThan(whole.length);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(Number((await yearsShown(page)).at(-1))).toBeGreaterThan(Number(near.at(-1)));
    await page.keyboard.press("0");
    expect(await yearsShown(page)).toEqual(whole);
    await page.keyboard.press("End");
    expect(await activeName(page)).toMatch(/^House Linux 9; unknown; not known;.*do not cover House Linux/);
    await page.waitForFunction(() => {
      const chart = document.querySelector("[role=listbox]");
      const row = document.getElementById(chart?.getAttribute("aria-activedescendant") ?? "");
      const [outer, inner] = [chart?.getBoundingClientRect(), row?.getBoundingClientRect()];
      return outer !== undefined && inner !== undefined && inner.bottom <= outer.bottom + 1 && inner.top >= outer.top;
    });
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /:/ }).first().click();
    await page.getByRole("tab", { name: /Support/, selected: true }).waitFor();
  });

  test("zooms about the pointer, pans by a drag, and neither opens a row", async () => {
    const page = await open({ images: 60, audited: 42 });
    const box = await chartOf(page).boundingBox();
    if (box === null) throw new Error("no chart");
    const before = await drawnDays(page);
    await page.mouse.move(box.x + box.width * 0.7, box.y + 90);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    await expect.poll(() => drawnDays(page)).not.toEqual(before);
    const zoomed = await drawnDays(page);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 90, { steps: 6 });
    await page.mouse.up();
    expect(await drawnDays(page)).not.toEqual(zoomed);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test("says its windows in words beside the pointer, and Escape takes them away", async () => {
    const page = await open({ images: 60, audited: 42 });
    await chartOf(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("bought, contract FX-2025-118").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("bought, contract FX-2025-118").waitFor({ state: "detached" });
    await rowsOf(page).nth(2).hover();
    await page.getByText("another source, shown beside · distro-info-data, 2026-10-01").waitFor();
  });

  test("shows what ends within the days asked for, and what is not covered", async () => {
    const page = await open({ images: 60, audited: 42 });
    const all = await page.getByRole("table").getAttribute("aria-rowcount");
    expect(all).toBe("13");
    await page.getByRole("spinbutton", { name: "Days until the end" }).fill("160");
    await expect.poll(() => page.getByRole("table").getAttribute("aria-rowcount")).toBe("5");
    // One more is past its published end, but under support that is in use: when that ends, nobody has published.
    expect(await page.getByRole("button", { name: "Ends within 4" }).getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("slider", { name: "Days until the end" }).focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.getByRole("table").getAttribute("aria-rowcount")).toBe("4");
    expect(await page.evaluate(() => window.location.hash)).toBe("#/lifecycle?within=0");
    await page.getByRole("button", { name: /^Unknown/ }).click();
    await page.getByRole("heading", { name: "No component matches" }).waitFor();
    await page.getByRole("button", { name: "Show all" }).last().click();
    await expect.poll(() => page.getByRole("table").getAttribute("aria-rowcount")).toBe("13");
    await page.getByRole("searchbox", { name: "Component or image" }).fill("node 24");
    await expect.poll(() => page.getByRole("table").getAttribute("aria-rowcount")).toBe("2");
  });

  test("weighs everything on another day, and says which", async () => {
    const page = await open({ images: 60, audited: 42 });
    await page.getByRole("textbox", { name: "As of" }).fill("2030-01-01");
    await page.waitForFunction(() => window.location.hash === "#/lifecycle?on=2030-01-01");
    await chartOf(page).getByText("2030-01-01").waitFor();
    await page.getByRole("button", { name: "Back to today" }).click();
    await page.getByRole("button", { name: "Back to today" }).waitFor({ state: "detached" });
    expect(await page.evaluate(() => window.location.hash)).toBe("#/lifecycle");
  });

  test("groups by image, and draws only the rows in view of a thousand", async () => {
    const page = await open({ images: 1000, audited: 1000 });
    await page.getByText("By image").click();
    await page.getByRole("listbox").getByText("billing/worker", { exact: false }).first().waitFor();
    expect(Number(await page.getByRole("table").getAttribute("aria-rowcount"))).toBeGreaterThan(1600);
    expect(await rowsOf(page).count()).toBeLessThan(50);
    await chartOf(page).evaluate((chart) => chart.scrollTo(0, 30_000));
    await expect.poll(() => rowsOf(page).nth(1).getAttribute("aria-posinset")).not.toBe("2");
    expect(await rowsOf(page).count()).toBeLessThan(50);
    await chartOf(page).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: /Support/, selected: true }).waitFor();
  });

  const places: readonly (readonly [string, string, Parameters<RendererBrowser["open"]>[0]])[] = [
    ["by product", routes.lifecycle, { images: 60, audited: 42 }],
    ["by image", `${routes.lifecycle}?group=image`, { images: 60, audited: 42 }],
    ["what was bought", `${routes.lifecycle}?part=cover`, { images: 60, audited: 42 }],
    ["nothing that matches", `${routes.lifecycle}?q=zzz`, { images: 60, audited: 42 }],
    ["no audit yet", routes.lifecycle, { images: 6 }],
    ["a damaged store", routes.lifecycle, { images: 6, audited: 6, brokenTimeLine: true }],
  ];

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    test.each(places)("%s is accessible by WCAG 2.2 AA", async (name, place, bridge) => {
      const page = await open(bridge, { colorScheme }, place);
      if (name === "by product") {
        await chartOf(page).focus();
        await page.keyboard.press("ArrowDown");
        await page.getByText("bought, contract FX-2025-118").waitFor();
      }
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.dataset["mantineColorScheme"])).toBe(colorScheme);
    });
  });

  test.each(places)("in German, %s has no text that leaves its place", async (_name, place, bridge) => {
    const page = await open({ ...bridge, settings: { language: "de" } }, {}, place);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("de");
    const overflowing = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, h1, h2, [role=columnheader], [role=tab], label, nav a")]
        .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => getComputedStyle(element).textOverflow !== "ellipsis")
        .map((element) => element.outerHTML.slice(0, 160)),
    );
    expect(overflowing).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
