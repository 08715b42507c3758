// The address of the window's pages and what may stand there. No Electron here, so that tests reach it.
import { join, sep } from "node:path";

export const appScheme = "app";
export const appOrigin = "app://plimsoll";

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
  ].join("; ");
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

/** Whether a frame's address is a page of ours. */
export function isOwnAddress(url: string): boolean {
  try {
    const { protocol, hostname, port } = new URL(url);
    return `${protocol}//${hostname}` === appOrigin && port === "";
  } catch {
    return false;
  }
}
