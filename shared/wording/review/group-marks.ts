// The shape that stands beside a group of technologies, in window and form: those of verdicts, which lose nothing in black and
// white.
import type { Status } from "../../model/finding.ts";
import type { ReviewGroup } from "../../model/technology.ts";

export const groupMarks: Readonly<Record<ReviewGroup, Status>> = {
  "past-unplanned": "fail",
  "past-planned": "manual",
  unknown: "not-assessed",
  ending: "manual",
  good: "pass",
  follows: "not-applicable",
};
