// The window's own scheme: `app://plimsoll/` serves the built renderer and nothing else, under a strict policy.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { protocol } from "electron";
import { appScheme, contentSecurityPolicy, fileOf } from "./app-address.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

/** To be called before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
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
