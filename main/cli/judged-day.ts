// The day as of which a command judges.
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import type { Clock } from "../../shared/clock.ts";
import { FailureError } from "../../shared/model/failure.ts";

/** The day that `--on` names, today without it. Throws FailureError `usage` for a text that is not a day that exists. */
export function judgedDay(on: string | undefined, clock: Clock): CalendarDay {
  if (on === undefined) return clock.today();
  const day = parseDay(on);
  if (day !== null) return day;
  // In the words of the option parser, which refuses the other options.
  const cause = `option '--on <day>' argument '${on}' is invalid. give a day that exists as YYYY-MM-DD`;
  throw new FailureError({ kind: "usage", cause });
}
