// The window in today's Chromium, over a fake bridge and under the app's content security policy: what happy-dom cannot
// judge - layout, virtual scrolling, focus, contrast, refused styles.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { imagePlace, routes, surroundingsPlace } from "../../renderer/routes.ts";
import type { FakeBridge } from "../support/fake-bridge.ts";
import { fakeImage } from "../support/fake-images.ts";
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

const written = (page: Page) =>
  page.evaluate(() => (window as unknown as { plimsoll: FakeBridge }).plimsoll.written) as Promise<
    FakeBridge["written"]
  >;

/** Text that is wider or taller than what holds it and is neither cut on purpose nor scrolled. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, h1, h2, th, [role=columnheader], [role=tab], label, dt, nav a")]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).textOverflow !== "ellipsis")
      .map((element) => element.outerHTML.slice(0, 160)),
  );

describe("the window in Chromium", () => {
  let browser: RendererBrowser | null = null;
  let opened: OpenPage | null = null;
  const open = async (...args: Parameters<RendererBrowser["open"]>): Promise<Page> => {
    if (browser === null) throw new Error("Chromium was not started");
    opened = await browser.open(...args);
    await opened.page.locator("h1, h2").first().waitFor();
    // Until the window's own font is there, a wider one of the machine stands in, and widths are not what they will be.
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
    // A style or script that the policy refuses stands in the console, and so does every error.
    expect(complaints).toEqual([]);
  });

  test("lists a thousand images and draws only those in view, also after a long scroll", async () => {
    const page = await open({ images: 1000, audited: 1000 });
    const rows = page.locator('[role="row"][aria-selected]');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await page.locator("#image-grid").evaluate((grid) => grid.scrollTo(0, 20_000));
    await page.waitForFunction(() => document.querySelector('[aria-rowindex="630"]') !== null);
    expect(await rows.count()).toBeLessThan(60);
  });

  test("keeps the active row in view and in the page while keys move it", async () => {
    const page = await open({ images: 200 });
    const grid = page.locator("#image-grid");
    await grid.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.querySelector('[aria-rowindex="201"]') !== null);
    const active = await grid.getAttribute("aria-activedescendant");
    await grid.evaluate((element) => element.scrollTo(0, 0));
    await page.waitForFunction(() => document.querySelector('[aria-rowindex="2"]') !== null);
    expect(await page.locator(`[id="${active}"]`).count()).toBe(1);
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction(() => {
      const row = document.querySelector('[aria-rowindex="200"]')?.getBoundingClientRect();
      return row !== undefined && row.top > 0 && row.bottom < window.innerHeight;
    });
  });

  test("audits with A, shows bytes while it runs, and writes the report", async () => {
    const page = await open({ images: 12, unreadable: [4], stepMs: 30 });
    await page.locator("#image-grid").focus();
    await page.keyboard.press("a");
    await page.getByRole("progressbar", { name: "Bytes read" }).waitFor();
    await page.getByText(/11 audited, 1 could not be read/).waitFor();
    expect(await page.getByRole("progressbar").count()).toBe(0);
    await page.getByText(/layer 3 of 6: the layer ends early/).waitFor();
    await page.getByRole("button", { name: "Export signed report" }).click();
    const dialog = page.getByRole("dialog", { name: "Signed report" });
    await dialog.getByRole("button", { name: "Show in folder" }).click();
    await page.waitForFunction(
      () => (window as unknown as { plimsoll: FakeBridge }).plimsoll.written.revealed.length === 1,
    );
    expect((await written(page)).reports).toEqual(["run-1 en"]);
  });

  test("opens the palette with Ctrl+K and acts from it", async () => {
    const page = await open({ images: 30, audited: 30 });
    await page.keyboard.press("Control+k");
    const search = page.getByPlaceholder("Find an image or a command");
    await search.fill("dark");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.dataset["mantineColorScheme"] === "dark");
    await search.waitFor({ state: "detached" });
    await page.keyboard.press("Control+k");
    await search.fill("indexer");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^search\/indexer/ }).waitFor();
  });

  test("shows a hostile label in full on demand without letting it act or overflow", async () => {
    const place = imagePlace(fakeImage(0).key, "contents", { section: "config" });
    const page = await open({ images: 2, audited: 2 }, {}, place);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await page.getByText("\\u202eelif a si siht\\u202c").count()).toBe(1);
  });

  const places: readonly (readonly [string, string, Parameters<RendererBrowser["open"]>[0]])[] = [
    ["the list", "/images", { images: 42, audited: 38 }],
    ["the list while it is audited", "/images", { images: 12, stall: true }],
    ["no engine", "/images", { noEngine: true }],
    ["verdicts", imagePlace(fakeImage(0).key, "verdicts", { open: "cis-docker:4.8" }), { images: 4, audited: 4 }],
    ["layers", imagePlace(fakeImage(4).key, "layers"), { images: 6, audited: 6 }],
    ["support", imagePlace(fakeImage(0).key, "support"), { images: 4, audited: 4 }],
    ["packages", imagePlace(fakeImage(0).key, "contents"), { images: 4, audited: 4 }],
    ["configuration", imagePlace(fakeImage(0).key, "contents", { section: "config" }), { images: 4, audited: 4 }],
    [
      "engine, host and containers",
      surroundingsPlace({ subject: "container:c0ffee", open: "cis-docker:5.3" }),
      { images: 4, subjects: true },
    ],
    ["an engine nobody looked at", surroundingsPlace(), { images: 4 }],
    [
      "a verdict for a person",
      imagePlace(fakeImage(0).key, "verdicts", { open: "cis-docker:4.2" }),
      { images: 4, audited: 4 },
    ],
    ["waivers and answers", routes.waivers, { images: 4, decisions: true }],
    ["no waiver yet", routes.waivers, { images: 4 }],
    ["files of waivers and answers at fault", routes.waivers, { images: 4, brokenDecisions: true }],
    ["reminders", routes.reminders, { images: 4, reminders: true, reminderTroubles: true }],
    ["no reminder yet", routes.reminders, { images: 4 }],
    ["reminders that cannot be planned", routes.reminders, { images: 4, brokenReminders: true }],
    ["settings", "/settings", { images: 1, oldRuntime: true }],
    [
      "settings of reminders",
      "/settings",
      { images: 1, reminders: true, poorDesktop: true, settings: { componentLeads: { debian: [60, 0] }, tray: true } },
    ],
  ];

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    test.each(places)("%s is accessible by WCAG 2.2 AA", async (name, place, bridge) => {
      const page = await open(bridge, { colorScheme }, place);
      if (name === "the list while it is audited") {
        await page.locator("#image-grid").focus();
        await page.keyboard.press("a");
        await page.getByRole("progressbar").waitFor();
      }
      expect(await accessibilityFaults(page)).toEqual([]);
      // Else the other colours were judged.
      expect(await page.evaluate(() => document.documentElement.dataset["mantineColorScheme"])).toBe(colorScheme);
    });
  });

  test("the palette and the report dialog are accessible", async () => {
    const page = await open({ images: 4, audited: 4 });
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find an image or a command").waitFor();
    // A fade that is half way has half the contrast.
    await page.waitForTimeout(300);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Export signed report" }).click();
    await page.getByRole("button", { name: "Show in folder" }).waitFor();
    await page.waitForTimeout(300);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test.each(places)("in German, %s has no text that leaves its place", async (_name, place, bridge) => {
    const page = await open({ ...bridge, settings: { language: "de" } }, {}, place);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("de");
    expect(await overflowing(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  const verdictOf = (control: string) => imagePlace(fakeImage(0).key, "verdicts", { open: `cis-docker:${control}` });
  const dialogs: readonly (readonly [string, string, RegExp])[] = [
    ["asking for a waiver", verdictOf("4.8"), /^(Ask for a waiver|Ausnahme beantragen)$/],
    ["answering", verdictOf("4.2"), /^(Answer|Beantworten)$/],
    ["approving a waiver", routes.waivers, /^(Approve|Genehmigen):/],
    ["renewing a waiver", routes.waivers, /^(Renew|Verlängern):/],
    ["taking an answer back", routes.waivers, /^(Take back|Zurücknehmen):/],
  ];

  describe.each([
    ["light", "en"],
    ["dark", "de"],
  ] as const)("in %s colours and %s", (colorScheme, language) => {
    test.each(dialogs)(
      "the dialog for %s is accessible, fits, and says what is missing",
      async (_name, place, button) => {
        const options = { images: 4, audited: 4, decisions: true, settings: { language } };
        const page = await open(options, { colorScheme, viewport: { width: 900, height: 1100 } }, place);
        await page.getByRole("button", { name: button }).first().click();
        const dialog = page.getByRole("dialog");
        await dialog.locator("form").waitFor();
        for (const field of await dialog.getByRole("textbox").all()) await field.fill("");
        const places = dialog.getByRole("radio", { name: /^(only these places|nur diese Stellen)$/ });
        if ((await places.count()) > 0) await places.check();
        await dialog.locator("button[type=submit]").click();
        await page.waitForTimeout(300);
        // High enough that nothing scrolls: a box half beneath the buttons has no room, wherever it comes to rest.
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.setViewportSize({ width: 900, height: 560 });
        expect(await dialog.locator("button[type=submit]").isVisible()).toBe(true);
        expect(await overflowing(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        expect(await dialog.getByText(/^(This is needed\.|Diese Angabe fehlt\.)$/).count()).toBeGreaterThan(0);
      },
    );
  });

  test("draws shapes in two hues only where more contrast is asked for", async () => {
    const page = await open({ images: 12, audited: 12 }, { contrast: "more" });
    await page.locator("svg[data-status]").first().waitFor();
    const hues = await page.evaluate(() => [
      ...new Set([...document.querySelectorAll("svg[data-status]")].map((shape) => getComputedStyle(shape).color)),
    ]);
    expect(hues.length).toBe(2);
  });
});
