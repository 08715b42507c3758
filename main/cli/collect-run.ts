// Runs an audit to its end, with its progress on the terminal.
import type { AuditRun } from "../../shared/model/audit.ts";
import type { runAudit } from "../audit.ts";
import { progressLine } from "./progress.ts";
import type { World } from "./world.ts";

/** The run at the end of `events`; what they throw is thrown on, with the line of progress cleared. */
export async function collectRun(events: ReturnType<typeof runAudit>, world: World): Promise<AuditRun> {
  const progress = progressLine(world.stderr, () => world.instant().getTime());
  try {
    for (;;) {
      const step = await events.next();
      if (step.done === true) return step.value;
      progress.show(step.value);
    }
  } finally {
    progress.clear();
  }
}
