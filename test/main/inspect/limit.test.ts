import { expect, it } from "vitest";
import { Limits } from "../../../main/inspect/limit.ts";

it("the same limit is kept once, in the order of facts and places", () => {
  const limits = new Limits();
  limits.add("note", "packages", "/b", "inspect.link-loop", { path: "/b" });
  limits.add("note", "os", "/a", "inspect.link-loop", { path: "/a" });
  limits.add("note", "packages", "/b", "inspect.link-loop", { path: "/b" });
  expect(limits.sorted().map(({ fact, where }) => `${fact} ${where}`)).toEqual(["os /a", "packages /b"]);
});

it("of a hundred thousand limits some are listed, and a gap behind them stays a gap of its fact", () => {
  const limits = new Limits();
  for (let at = 0; at < 100_000; at++) {
    limits.add("note", "packages", `/p${at}`, "inspect.link-loop", { path: `/p${at}` });
  }
  limits.add("gap", "accounts", "/etc/passwd", "inspect.link-loop", { path: "/etc/passwd" });
  const listed = limits.sorted();
  expect(listed.length).toBeLessThan(3000);
  expect(listed.find(({ fact }) => fact === "accounts")).toMatchObject({
    weight: "gap",
    phrase: { params: { count: 1 } },
  });
  const more = listed.find(({ where, fact }) => where === "limits" && fact === "packages");
  expect(more).toMatchObject({ weight: "note", reason: expect.stringMatching(/^9\d+ more things were not read/) });
});
