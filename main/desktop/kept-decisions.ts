// What people decided, as the window's audits use it: the files of waivers and answers in the state folder, read anew for
// every audit, since people and teams edit them.
import type { Judgement } from "../audit.ts";
import { loadAnswersIfThere } from "../data/answers.ts";
import { loadWaiversIfThere } from "../data/waivers.ts";
import type { Home } from "../store/home.ts";

/** Throws FailureError where a file cannot be read or is at fault: no audit runs beside half of what was decided. */
export async function keptDecisions(
  home: Pick<Home, "waivers" | "answers">,
  rules: Judgement["rules"],
): Promise<Pick<Judgement, "waivers" | "answers">> {
  const waivers = await loadWaiversIfThere(home.waivers, rules);
  const answers = await loadAnswersIfThere(home.answers, rules);
  return { ...(waivers === null ? {} : { waivers }), ...(answers === null ? {} : { answers }) };
}
