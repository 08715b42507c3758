import { describe, expect, it } from "vitest";
import { isAllowedName, isAllowedPath, isAllowedPort, isApprovedReference } from "../../shared/policy-match.ts";

describe("paths", () => {
  it.each([
    ["/usr/bin/su", "/usr/bin/su", true],
    ["/usr/bin/sudo", "/usr/bin/su", false],
    ["/usr/bin/sudo", "/usr/bin/su*", true],
    ["/usr/bin/a/su", "/usr/bin/*", false],
    ["/srv/a/b/c", "/srv/**", true],
    ["/srv", "/srv/**", true],
    ["/srvx/a", "/srv/**", false],
    ["/a/x/b/y/c", "/a/**/c", true],
    ["/a/c", "/a/**/c", true],
    ["/a/.b", "/a/*", true],
    ["/a/(b)+", "/a/(b)+", true],
  ])("%s by %s: %s", (path, pattern, expected) => {
    expect(isAllowedPath(path, [pattern])).toBe(expected);
  });

  it("takes no time over patterns that regular expressions choke on", () => {
    expect(isAllowedName("a".repeat(20_000), [`${"a*".repeat(2_000)}b`])).toBe(false);
  });
});

describe("ports", () => {
  it.each([
    ["443/tcp", "443", true],
    ["443/udp", "443", true],
    ["443/udp", "443/tcp", false],
    ["443", "443/tcp", true],
    ["8080/tcp", "8000-8100/tcp", true],
    ["8000-8200/tcp", "8000-8100", false],
    ["nonsense", "443", false],
  ])("%s by %s: %s", (port, entry, expected) => {
    expect(isAllowedPort(port, [entry])).toBe(expected);
  });
});

describe("references", () => {
  it.each([
    ["nginx:1", "docker.io/library/", true],
    ["nginx:1", "docker.io/library/nginx", true],
    ["nginxx:1", "docker.io/library/nginx", false],
    ["registry.example.org/team/app:2", "registry.example.org/team", true],
    ["registry.example.org.evil/team/app:2", "registry.example.org", false],
    ["registry.example.org:5000/app", "registry.example.org", false],
    ["registry.example.org:5000/app", "registry.example.org:5000", true],
  ])("%s by %s: %s", (reference, prefix, expected) => {
    expect(isApprovedReference(reference, [prefix])).toBe(expected);
  });
});
