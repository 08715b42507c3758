// The rules of section 5 are written for Linux: Windows containers know neither capabilities nor namespaces of that kind, and
// a verdict on them would be noise. What an engine runs stands in its /info.
import { words } from "../control-phrase.ts";
import type { JudgedSurroundings, SurroundingCheck } from "../define-surrounding-check.ts";

/** The check, not applicable where the engine is known to run Windows containers. */
export function ofLinux(check: SurroundingCheck): SurroundingCheck {
  return {
    ...check,
    lacks: (judged) => (isWindows(judged) ? null : check.lacks(judged)),
    judge: (judged) =>
      isWindows(judged)
        ? { status: "not-applicable", reason: words("container.windows"), restsOn: [] }
        : check.judge(judged),
  };
}

function isWindows({ engine }: JudgedSurroundings): boolean {
  return engine?.osType === "windows";
}
