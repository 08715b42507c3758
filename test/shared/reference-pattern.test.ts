// Patterns of image references, completed as docker completes references.
import { expect, it } from "vitest";
import { fitsReference } from "../../shared/reference-pattern.ts";

it.each([
  ["debian", "debian", true],
  ["debian", "docker.io/library/debian:latest", true],
  ["debian:12", "debian", false],
  ["debian:12", "debian:*", true],
  ["debian:12", "debian*", true],
  ["debian:12", "*", true],
  ["shop/api:7", "*", false],
  ["shop/api:7", "shop/*", true],
  ["shop/api:7", "shop/*:8", false],
  ["shop/api:7", "docker.io/**", true],
  ["r.example.org:5000/a/b/c:1", "r.example.org:5000/**", true],
  ["r.example.org:5000/a/b/c:1", "r.example.org:5000/a/**", true],
  ["r.example.org:5000/a/b/c:1", "r.example.org/**", false],
  ["r.example.org/a/b/c:1", "r.example.org/*", false],
  ["r.example.org/a/b/c:1", "r.example.org/**/c:1", true],
  ["r.example.org/a/b/c:1", "*.example.org/a/b/c:1", true],
  ["r.example.org/a/b/c", "*.example.org/a/b/c", true],
  ["r.example.org/a/b/c:1", "*.example.org/a/b/c", false],
  ["r.example.org/a/b/c:1", "**", true],
  ["r.example.org/a/b/c:1", "**/c:1", true],
  ["localhost/a:1", "localhost/*", true],
  ["a.b/c:1", "", false],
  [`a.b/c@sha256:${"1".repeat(64)}`, "a.b/c@sha256:*", true],
  [`a.b/c@sha256:${"1".repeat(64)}`, "a.b/*", true],
] as const)("%s against %s: %s", (reference, pattern, fits) => {
  expect(fitsReference(reference, pattern)).toBe(fits);
});

it("takes no time on a pattern made to take long", () => {
  expect(fitsReference(`${"a".repeat(200)}/${"b".repeat(200)}`, `${"*a".repeat(300)}/${"**/".repeat(100)}c`)).toBe(
    false,
  );
});
