// The real app in a real window: list, audit, image page, signed report, over a real engine.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ElectronApplication, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { openCliSettings } from "../../main/cli/settings-conf.ts";
import { debianImage } from "../support/debian-image.ts";
import { dir, file, image, toTar } from "../support/image-builder.ts";
import { missingTools } from "../support/installed-tools.ts";
import { launchApp, readyApp } from "../support/launch-app.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const run = promisify(execFile);

let home = "";
let app: ElectronApplication | null = null;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "plimsoll-desktop-"));
});
afterEach(async () => {
  await app?.close();
  app = null;
  await rm(home, { recursive: true, force: true });
});

async function open(ctx: TestContext, options: { args?: string[]; env?: Record<string, string> }): Promise<Page> {
  app = await launchApp(readyApp(ctx), { home, ...options });
  const page = await app.firstWindow();
  await page.waitForLoadState("domcontentloaded");
  return page;
}

/** Keeps a picture when asked: `PLIMSOLL_SCREENS=docs/screens npm run test:e2e`. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env["PLIMSOLL_SCREENS"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe("the app over a real engine", () => {
  it("lists the images, audits them, shows evidence, and exports a report that pdfsig accepts", async (ctx) => {
    const engine = sharedEngine(ctx);
    const missing = await missingTools(["pdfsig"]);
    if (missing !== null) return ctx.skip(missing);
    await debianImage(engine, "bookworm");
    const shop = image()
      .layer(
        dir("/app"),
        file("/app/run", "#!/bin/sh\n", { mode: 0o4755 }),
        file("/etc/passwd", "app:x:10:10::/:/bin/sh\n"),
      )
      .config({ User: "app" })
      .tag("shop/api:7.2");
    const archive = join(home, "shop.tar");
    await writeFile(archive, toTar(shop.dockerArchive()));
    await engine.docker("load", "-i", archive);

    const page = await open(ctx, { env: { DOCKER_HOST: `unix://${engine.socket}` } });
    const row = page.getByRole("row", { name: /shop\/api:7\.2/ });
    await row.waitFor();
    expect(await page.getByRole("row", { name: /debian/ }).count()).toBeGreaterThan(0);

    await page.getByRole("button", { name: "Audit all" }).click();
    await page
      .getByRole("main")
      .getByText(/Audit finished: \d+ images? audited/)
      .waitFor({ timeout: 120_000 });
    await keep(page, "images");

    await row.dblclick();
    await page.getByText("No unexpected setuid or setgid files").first().click();
    await page.getByText("/app/run").first().waitFor();
    await keep(page, "image");

    await page.getByRole("button", { name: "Export signed report" }).first().click();
    await page.getByText("The signed report is written.").waitFor({ timeout: 60_000 });
    const report = (
      await page
        .getByText(/report\.pdf/)
        .first()
        .innerText()
    ).trim();
    expect(report.startsWith(join(home, "reports"))).toBe(true);
    const { stdout } = await run("pdfsig", ["-nocert", report]);
    expect(stdout).toContain("Signature is Valid");
    expect(stdout).toContain("Total document signed");
    const audit = JSON.parse(await readFile(report.replace("report.pdf", "audit.json"), "utf8"));
    expect(audit.images.length).toBe(audit.population.audited);
  });

  it("says in one sentence when no engine answers, and offers the sample pair", async (ctx) => {
    const page = await open(ctx, { env: { DOCKER_HOST: `unix://${join(home, "no.sock")}` } });
    await page
      .getByText(/no engine answers/i)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Look at the sample pair" }).click();
    await page.getByRole("row", { name: /plimsoll\/sample-legacy:1/ }).waitFor();
  });
});

describe("the window is closed to the world", () => {
  it("has no Node, no network, no other pages, no permissions, and answers no stranger", async (ctx) => {
    const page = await open(ctx, { args: ["--sample"] });
    await page.getByRole("row", { name: /sample-legacy/ }).waitFor();
    const seen = await page.evaluate(async () => {
      const reach = async (url: string): Promise<string> => {
        try {
          await fetch(url);
          return "reached";
        } catch {
          return "blocked";
        }
      };
      const asked = async (channel: string, input: unknown): Promise<unknown> => {
        try {
          return await (
            window as unknown as { plimsoll: { ask(c: string, i: unknown): Promise<unknown> } }
          ).plimsoll.ask(channel, input);
        } catch (error) {
          return `refused: ${error instanceof Error ? error.message : ""}`;
        }
      };
      return {
        address: location.href,
        node: [
          typeof (window as unknown as { require?: unknown }).require,
          typeof (window as unknown as { process?: unknown }).process,
        ],
        bridge: Object.keys((window as unknown as { plimsoll: object }).plimsoll).sort(),
        frozen: Object.isFrozen((window as unknown as { plimsoll: object }).plimsoll),
        web: await reach("https://example.com/"),
        file: await reach("file:///etc/passwd"),
        popup: window.open("https://example.com/"),
        inline: (() => {
          const script = document.createElement("script");
          script.textContent = "window.inlineScriptRan = true";
          document.head.append(script);
          return (window as unknown as { inlineScriptRan?: boolean }).inlineScriptRan === true ? "ran" : "blocked";
        })(),
        notifications: await navigator.permissions
          .query({ name: "geolocation" as PermissionName })
          .then((state) => state.state),
        unknownChannel: await asked("constructor", null),
        streamAsAsk: await asked("audit.run", null),
        malformed: await asked("images.list", { source: { kind: "archive" } }),
        otherPath: await asked("report.reveal", { path: "/etc/passwd" }),
      };
    });
    expect(seen).toMatchObject({
      address: expect.stringMatching(/^app:\/\/plimsoll\//),
      node: ["undefined", "undefined"],
      bridge: ["ask", "listen", "subscribe"],
      frozen: true,
      web: "blocked",
      file: "blocked",
      popup: null,
      inline: "blocked",
      notifications: "denied",
      unknownChannel: expect.stringMatching(/^refused/),
      streamAsAsk: expect.stringMatching(/^refused/),
      malformed: { ok: false, failure: { kind: "usage" } },
      otherPath: { ok: false, failure: { kind: "usage" } },
    });
    await page.evaluate(() => {
      location.href = "https://example.com/";
    });
    await page.waitForTimeout(300);
    expect(page.url()).toMatch(/^app:\/\/plimsoll\//);
    const preferences = await app?.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
      return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag };
    });
    expect(preferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });
});

describe("settings are one file for both faces", () => {
  it("the command line reads what the app wrote, and the other way round", async (ctx) => {
    const ask = (page: Page, channel: string, input: unknown): Promise<unknown> =>
      page.evaluate(
        ([name, value]) =>
          (window as unknown as { plimsoll: { ask(c: unknown, i: unknown): Promise<unknown> } }).plimsoll.ask(
            name,
            value,
          ),
        [channel, input] as const,
      );
    const page = await open(ctx, { args: ["--sample"] });
    expect(await ask(page, "settings.set", { density: "compact" })).toMatchObject({ ok: true });
    await app?.close();
    const { settings } = await openCliSettings(home, "2026-11-24");
    expect(settings.get().density).toBe("compact");
    settings.set({ language: "de" });

    const again = await open(ctx, { args: ["--sample"] });
    expect(await ask(again, "settings.get", null)).toMatchObject({
      ok: true,
      value: { density: "compact", language: "de" },
    });
    await again.getByRole("button", { name: "Alle prüfen" }).waitFor();
    await keep(again, "german");
  });
});
