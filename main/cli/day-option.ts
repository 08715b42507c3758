// `--on YYYY-MM-DD`: the day as of which to judge. Its text is read by the command (judged-day.ts): whether a day exists
// is known to the calendar alone, which the command line does not load for `--version` or a typing mistake.
import { Option } from "commander";

export function dayOption(): Option {
  return new Option("--on <day>", "judge as of this day (YYYY-MM-DD) instead of today");
}
