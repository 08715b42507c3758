import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, fileOf, isOwnAddress } from "../../../main/desktop/app-address.ts";

describe("the window's own scheme serves", () => {
  it.each([
    ["app://plimsoll/", "/r/index.html"],
    ["app://plimsoll/index.html", "/r/index.html"],
    ["app://plimsoll/assets/index-AbC_1.js", "/r/assets/index-AbC_1.js"],
    ["app://plimsoll/assets/inter.woff2?v=1#x", "/r/assets/inter.woff2"],
  ])("%s", (url, path) => expect(fileOf(url, "/r")).toBe(path));

  it.each([
    ["another host", "app://evil/index.html"],
    ["a way out", "app://plimsoll/../../etc/passwd"],
    ["an encoded way out", "app://plimsoll/%2e%2e/%2e%2e/etc/passwd"],
    ["an encoded slash", "app://plimsoll/..%2fetc%2fpasswd"],
    ["a hidden file", "app://plimsoll/.env"],
    ["a double slash", "app://plimsoll//etc/passwd"],
    ["a backslash", "app://plimsoll/..\\..\\etc"],
    ["a null byte", "app://plimsoll/index.html%00.js"],
  ])("but nothing outside: %s", (_name, url) => {
    const path = fileOf(url, "/r");
    expect(path === null || path.startsWith("/r/")).toBe(true);
    expect(path ?? "").not.toContain("..");
    expect(path).not.toBe("/r/.env");
  });
});

it("only our own pages may speak to the main process", () => {
  expect(isOwnAddress("app://plimsoll/index.html#/images")).toBe(true);
  for (const url of [
    "app://evil/",
    "https://plimsoll/",
    "file:///etc/passwd",
    "app://plimsoll.evil/",
    "app://plimsoll:1/",
    "",
    "about:blank",
  ]) {
    expect(isOwnAddress(url), url).toBe(false);
  }
});

it("the policy allows no inline script, no eval, no remote content and no connection", () => {
  const policy = contentSecurityPolicy("abc");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});
