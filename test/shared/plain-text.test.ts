import { describe, expect, it } from "vitest";
import { plainText } from "../../shared/plain-text.ts";

describe("text from an image is made harmless where it is shown", () => {
  it.each([
    ["a terminal escape", "\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m"],
    ["a line break that would forge a line", "name\nplimsoll: all passed", "name\\u000aplimsoll: all passed"],
    ["a carriage return that would overwrite", "fail\rpass", "fail\\u000dpass"],
    ["right-to-left override", "exe.\u202egnp", "exe.\\u202egnp"],
    ["an isolate", "\u2066x\u2069", "\\u2066x\\u2069"],
    ["a zero-width space", "a\u200bb", "a\\u200bb"],
    ["C1 control", "\u009b31m", "\\u009b31m"],
    ["a byte order mark", "\ufeffx", "\\ufeffx"],
    ["a lone surrogate", "a\ud800b", "a\\ud800b"],
    ["a lone low surrogate", "\udc00b", "\\udc00b"],
  ])("%s", (_name, given, shown) => expect(plainText(given)).toBe(shown));

  it("leaves ordinary text of any script alone", () => {
    const text = "Grüße, 日本語, עברית, emoji 🚢, path/to/file-1.2_3";
    expect(plainText(text)).toBe(text);
  });

  it("cuts long text and says how long it was", () => {
    expect(plainText("x".repeat(1000), 10)).toBe(`${"x".repeat(10)}… (1000 characters)`);
  });
});
