import { expect, it } from "vitest";
import { debianMirror } from "../support/debian-image.ts";

it.each([
  ["one line", "deb http://mirror.example/debian bookworm main\n"],
  ["one line with options", "deb [signed-by=/usr/share/k.gpg arch=amd64] http://mirror.example/debian bookworm main"],
  ["deb822", "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\n"],
  [
    "another archive before it",
    "deb http://security.example/debian-security bookworm main\ndeb http://tools.example/apt x main\ndeb http://mirror.example/debian bookworm main",
  ],
  [
    "a comment before it",
    "# deb http://old.example/debian bookworm main\ndeb http://mirror.example/debian bookworm main",
  ],
])("the mirror is the one that apt is set to: %s", (_, text) => {
  expect(debianMirror([text])).toBe("http://mirror.example/debian");
});

it("where apt names no Debian mirror, that is said", () => {
  expect(() => debianMirror(["deb http://mirror.example/ubuntu noble main"])).toThrow("names no Debian mirror");
});
