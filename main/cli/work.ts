// What the command line loads when a command runs: the entry of a bundle of its own, dist/cli-work.cjs. Whoever imports
// this file does so with `import()`, or the thin bundle is thin no more; the build refuses that.
export { giveAnswer, listAnswers, takeAnswerBack } from "./answer.ts";
export { runAuditCommand } from "./audit.ts";
export { writeCalendar } from "./calendar.ts";
export { listControls, showControl } from "./controls.ts";
export { importData, refreshData, showData } from "./data.ts";
export { listEntitlements, recordEntitlement, takeEntitlementAway } from "./entitlement.ts";
export { errorText } from "./error-line.ts";
export { compareKept, listRuns, showRun } from "./history.ts";
export { runImages } from "./images.ts";
export { showKey } from "./key.ts";
export { runLifecycle } from "./lifecycle.ts";
export { runMigrate } from "./migrate.ts";
export { realWorld } from "./real-world.ts";
export { runRecommend } from "./recommend.ts";
export { finishReminders, listReminders, reopenReminders, snoozeReminders } from "./reminders.ts";
export { makeReport } from "./report.ts";
export { runVerify } from "./verify.ts";
export { approve, listWaivers, requestWaiver, revoke } from "./waiver.ts";
