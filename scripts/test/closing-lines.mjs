// The last thing `npm test` prints: every skip with its reason, every failure, and one line of numbers.
import { judgeSkips } from "./skip-policy.mjs";

/** Adds tallies up; see reporter.mjs for their shape. */
export function addTallies(tallies) {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The closing lines and whether all is well.
 * @param {{passed: number, failed: {name: string, reason: string}[], skipped: {name: string, reason: string}[]}} tally
 * @param {{ci: boolean, platform: string, asked?: readonly string[]}} where see `judgeSkips`
 * @returns {{lines: string[], ok: boolean}}
 */
export function closingLines(tally, where) {
  const { taken, refused } = judgeSkips(tally.skipped, where);
  const failed = [
    ...tally.failed,
    ...refused.map(({ name, reason }) => ({ name, reason: `skipped, which CI does not take: ${reason}` })),
  ];
  const lines = [
    ...taken.map(({ name, reason }) => `skipped  ${name}: ${reason}`),
    ...failed.map(({ name, reason }) => `failed   ${name}: ${reason}`),
    `${tally.passed} passed, ${failed.length} failed, ${taken.length} skipped`,
  ];
  return { lines, ok: failed.length === 0 && tally.passed > 0 };
}
