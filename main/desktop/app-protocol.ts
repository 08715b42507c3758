// The window's own scheme: `app://plimsoll/` serves the built renderer and nothing else, under a strict policy.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { protocol } from "electron";

export const appScheme = "app";
export const appOrigin = "app://plimsoll";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** The policy of the page; `nonce` is the style nonce that Mantine's inline rules carry. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** To be called before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/** The file of `folder` that a URL of our scheme names; null for another host, a way out of the folder, or an odd name. */
export function fileOf(url: string, folder: string): string | null {
  const { hostname, pathname } = new URL(url);
  if (hostname !== "plimsoll") return null;
  const name = pathname === "/" ? "/index.html" : pathname;
  // Built files have plain names; anything encoded or dotted is not ours.
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(name)) return null;
  const path = join(folder, name);
  return path.startsWith(folder + sep) ? path : null;
}

/** Serves `folder` (the built renderer) under the scheme; to be called once the app is ready. */
export function serveApp(folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const path = fileOf(request.url, folder);
    const type = path === null ? undefined : types[extname(path)];
    if (path === null || type === undefined || request.method !== "GET")
      return new Response("not found", { status: 404 });
    let body: Buffer;
    try {
      body = await readFile(path);
    } catch {
      return new Response("not found", { status: 404 });
    }
    const nonce = randomBytes(16).toString("base64");
    const page = type.startsWith("text/html")
      ? Buffer.from(body.toString("utf8").replaceAll("__CSP_NONCE__", nonce))
      : body;
    return new Response(new Uint8Array(page), {
      headers: {
        "content-type": type,
        "content-security-policy": contentSecurityPolicy(nonce),
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cache-control": "no-store",
      },
    });
  });
}
