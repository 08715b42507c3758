import { describe, expect, it } from "vitest";
import { z } from "zod";
import { overBounds } from "../../../main/source/json-bounds.ts";
import { listOf } from "../../../main/source/list-of.ts";

describe("bounds on JSON before it is parsed", () => {
  const bounds = { values: 10, depth: 3 };
  it.each([
    ["{}", null],
    ['{"a":[1,2,{"b":3}]}', null],
    ["[[[1]]]", null],
    ["[[[[1]]]]", "is nested deeper than 3 levels"],
    [`[${"1,".repeat(8)}1]`, null],
    [`[${"1,".repeat(9)}1]`, "holds more than 10 values"],
    // Brackets and commas in texts are text, also behind quotes that are escaped.
    ['["[[[[{{{{,,,,,,,,,,,,"]', null],
    ['["\\"[[[[","\\\\",1]', null],
    ['["\\\\",[[[1]]]]', "is nested deeper than 3 levels"],
    // What is no JSON is for the parser to say.
    ['"[[[[[[', null],
    ["]]]]]]", null],
  ])("%s %s", (json, over) => {
    expect(overBounds(Buffer.from(json), bounds)).toBe(over);
  });

  it("counts every value that the parser makes", () => {
    const json = Buffer.from(JSON.stringify({ a: [1, "x", null, { b: true }], c: "d" }));
    // Two objects, one list, six others; names are not counted.
    expect(overBounds(json, { values: 7, depth: 9 })).not.toBeNull();
    expect(overBounds(json, { values: 12, depth: 9 })).toBeNull();
  });
});

describe("a list of untrusted members", () => {
  const texts = listOf(z.object({ name: z.string().transform((name) => name.toUpperCase()) }));

  it("is what its members become", () => {
    expect(texts.parse([{ name: "a" }, { name: "b" }])).toEqual([{ name: "A" }, { name: "B" }]);
    expect(texts.safeParse({}).success).toBe(false);
  });

  it("tells the first member that does not fit, and no other", () => {
    const { error } = texts.safeParse([{ name: "a" }, { name: 1 }, { name: 2 }]);
    expect(error?.issues).toMatchObject([{ path: [1, "name"], message: expect.stringContaining("expected string") }]);
  });
});
