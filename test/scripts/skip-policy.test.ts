import { describe, expect, it } from "vitest";
import { addTallies, closingLines } from "../../scripts/test/closing-lines.mjs";
import { isCi, judgeSkips } from "../../scripts/test/skip-policy.mjs";

const shared = { name: "a", reason: "../shared/reference is not beside this checkout" };
const tool = { name: "b", reason: "not installed: pdfsig" };
const silent = { name: "c", reason: "no reason given" };

describe("skips", () => {
  it("are only told where it is not CI", () => {
    const { refused } = judgeSkips([shared, tool, silent], { ci: false, platform: "linux" });
    expect(refused).toEqual([]);
  });

  it.each([
    ["nothing at all, on Linux", { platform: "linux" }, []],
    [
      "a missing ../shared, where the workflow says that it has none",
      { platform: "linux", asked: ["shared"] },
      [shared],
    ],
    ["missing Debian programs on another system", { platform: "win32" }, [tool]],
    ["no ground that nobody knows", { platform: "linux", asked: ["everything", ""] }, []],
  ])("that CI takes: %s", (_, where, taken) => {
    expect(judgeSkips([shared, tool, silent], { ci: true, ...where }).taken).toEqual(taken);
  });

  it.each([
    [{ CI: "true" }, true],
    [{ CI: "1" }, true],
    [{ CI: "false" }, false],
    [{ CI: "" }, false],
    [{}, false],
  ])("CI is told by %j", (env, ci) => {
    expect(isCi(env)).toBe(ci);
  });
});

describe("the closing lines", () => {
  const failure = { name: "d", reason: "expected 1 to be 2" };
  const tally = addTallies([
    { passed: 3, failed: [], skipped: [tool] },
    { passed: 4, failed: [failure], skipped: [] },
  ]);

  it("end with the numbers and name every skip and failure before", () => {
    const { lines, ok } = closingLines(tally, { ci: false, platform: "linux" });
    expect(ok).toBe(false);
    expect(lines).toEqual([
      "skipped  b: not installed: pdfsig",
      "failed   d: expected 1 to be 2",
      "7 passed, 1 failed, 1 skipped",
    ]);
  });

  it("count a skip that CI refuses as a failure", () => {
    const { lines, ok } = closingLines({ passed: 1, failed: [], skipped: [silent] }, { ci: true, platform: "linux" });
    expect(ok).toBe(false);
    expect(lines.at(-1)).toBe("1 passed, 1 failed, 0 skipped");
  });

  it("never call a run without a single test a success", () => {
    expect(closingLines({ passed: 0, failed: [], skipped: [] }, { ci: false, platform: "linux" }).ok).toBe(false);
  });
});
