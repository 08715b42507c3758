// The built window in a real Chromium: served with the same content security policy as the app's own scheme gives it, with
// the fake bridge in place of a main process.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { FakeOptions } from "./fake-bridge.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Apart from what the app is started with, so that neither disturbs the other. */
const folder = join(root, "dist/renderer-in-chromium");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** Where Debian, Fedora and CI images put it; null when there is none, so that tests can say what they lack. */
export function chromiumPath(): string | null {
  const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return places.find((place) => existsSync(place)) ?? null;
}

export interface RendererBrowser {
  /** Opens the window at `place` (such as `/images`) over a bridge of these options. */
  open(bridge?: FakeOptions, context?: BrowserContextOptions, place?: string): Promise<OpenPage>;
  close(): Promise<void>;
}
export interface OpenPage {
  readonly page: Page;
  /** Everything the console complained of: errors, refused styles and scripts. */
  readonly complaints: string[];
}

/** Builds the window, serves it on the loopback, starts Chromium. */
export async function startRenderer(executablePath: string): Promise<RendererBrowser> {
  await buildWindow();
  const bridgeScript = await bundledBridge();
  const server = createServer((request, response) => {
    serve(request.url ?? "/", response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const port = await listen(server);
  const args = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  return {
    open: (bridge = {}, context = {}, place = "/images") => open(browser, port, bridgeScript, bridge, context, place),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** In a process of its own: under the test runner's NODE_ENV the window would come out as a development build. */
async function buildWindow(): Promise<void> {
  const { NODE_ENV: _test, ...env } = process.env;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, args, { cwd: root, env });
}

async function serve(url: string, response: import("node:http").ServerResponse): Promise<void> {
  const path = normalize(new URL(url, "http://window").pathname);
  const file = path === "/" ? "/index.html" : path;
  const body = await readFile(join(folder, file)).catch(() => null);
  if (body === null) {
    response.writeHead(404).end();
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
  ].join("; ");
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-security-policy": policy,
  });
  response.end(extname(file) === ".html" ? body.toString("utf8").replaceAll("__CSP_NONCE__", nonce) : body);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** The fake bridge as one script that puts `fakeBridge` on the page. */
async function bundledBridge(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { fakeBridge } from "./fake-bridge.ts"; globalThis.fakeBridge = fakeBridge;`,
      resolveDir: join(root, "test/support"),
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0]?.text ?? "";
}

async function open(
  browser: Browser,
  port: number,
  bridgeScript: string,
  bridge: FakeOptions,
  options: BrowserContextOptions,
  place: string,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", ...options });
  await context.addInitScript({ content: `${bridgeScript}; window.plimsoll = fakeBridge(${JSON.stringify(bridge)});` });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`http://127.0.0.1:${port}/#${place}`);
  return { page, complaints };
}
