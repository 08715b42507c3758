// `--on YYYY-MM-DD`: the day as of which to judge.
import { InvalidArgumentError, Option } from "commander";
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";

export function dayOption(): Option {
  return new Option("--on <day>", "judge as of this day (YYYY-MM-DD) instead of today").argParser(readDay);
}

function readDay(text: string): CalendarDay {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError("give a day that exists as YYYY-MM-DD");
  return day;
}
