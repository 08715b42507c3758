import { describe, expect, test } from "vitest";
import { placeIn } from "../../renderer/hash-location.ts";
import { imagePartIn, imagePlace } from "../../renderer/routes.ts";
import { viewIn, viewPlace } from "../../renderer/screens/images/view-state.ts";

describe("addresses", () => {
  test.each([
    ["", { path: "/", query: "" }],
    ["#/images", { path: "/images", query: "" }],
    ["#images?sort=size", { path: "/images", query: "sort=size" }],
    ["#/images?q=a?b", { path: "/images", query: "q=a?b" }],
  ])("%j names a place and a query", (hash, place) => {
    expect(placeIn(hash)).toEqual(place);
  });

  test("of an image hold any key, and the part in view", () => {
    expect(imagePlace("sha256:ab/../c?d#e")).toBe("/images/sha256%3Aab%2F..%2Fc%3Fd%23e");
    expect(imagePlace("k", "contents", { section: "secrets" })).toBe("/images/k?part=contents&section=secrets");
    expect(imagePartIn("part=layers")).toBe("layers");
    expect(imagePartIn("part=nonsense")).toBe("verdicts");
  });

  test("of a view read back as what was written", () => {
    const view = { sort: "size", direction: "ascending", filters: ["failing", "unused"], search: "a&b=c d" } as const;
    expect(viewIn(placeIn(`#${viewPlace(view)}`).query)).toEqual(view);
    expect(viewPlace(viewIn(""))).toBe("/images");
  });

  test("with unknown words fall back to the plain list", () => {
    expect(viewIn("sort=evil&dir=sideways&show=failing,nothing")).toEqual({
      sort: "image",
      direction: "ascending",
      filters: ["failing"],
      search: "",
    });
  });
});
