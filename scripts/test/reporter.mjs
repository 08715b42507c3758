// A vitest reporter that writes what happened as numbers and reasons, for the closing lines of `npm test`.
import { writeFileSync } from "node:fs";

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {{name: string, reason: string}[]} failed
 * @property {{name: string, reason: string}[]} skipped
 */

/** Writes a Tally as JSON to the file that PLIMSOLL_TEST_TALLY names, at the end of the run. */
export default class TallyReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tally = { passed: 0, failed: [], skipped: [] };
    for (const error of unhandledErrors) tally.failed.push({ name: "unhandled error", reason: messageOf(error) });
    for (const module of modules) {
      addErrors(tally, module, module.relativeModuleId);
      for (const suite of module.children.allSuites())
        addErrors(tally, suite, `${module.relativeModuleId} > ${suite.fullName}`);
      for (const test of module.children.allTests())
        addTest(tally, test, `${module.relativeModuleId} > ${test.fullName}`);
    }
    writeFileSync(process.env.PLIMSOLL_TEST_TALLY, JSON.stringify(tally));
  }
}

/** What a file or a group failed with outside its tests: a syntax error, a hook. */
function addErrors(tally, owner, name) {
  for (const error of owner.errors()) tally.failed.push({ name, reason: messageOf(error) });
}

function addTest(tally, test, name) {
  const result = test.result();
  if (result.state === "passed") tally.passed += 1;
  else if (result.state === "failed") tally.failed.push({ name, reason: messageOf(result.errors?.[0]) });
  else
    tally.skipped.push({ name, reason: result.state === "skipped" && result.note ? result.note : "no reason given" });
}

function messageOf(error) {
  return String(error?.message ?? error).split("\n")[0];
}
