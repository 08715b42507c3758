// Where a command finds what people decided, and reading it: policy, waivers, answers. Waivers and answers lie in the state
// folder unless a file is named; a policy is always named.
import { resolve } from "node:path";
import type { Judgement } from "../audit.ts";
import { loadAnswers, loadAnswersIfThere } from "../data/answers.ts";
import { loadPolicy } from "../data/policy.ts";
import { loadWaivers, loadWaiversIfThere } from "../data/waivers.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import type { World } from "./world.ts";

export interface DecisionOptions {
  readonly policy?: string;
  readonly waivers?: string;
  readonly answers?: string;
}

/** The path of the file of waivers or answers: the one that is named, else the state folder's. */
export function decisionPath(kind: "waivers" | "answers", options: DecisionOptions, world: World): string {
  const named = options[kind];
  return named === undefined ? homeLayout(homeFolder(world.env["PLIMSOLL_HOME"]))[kind] : resolve(world.cwd, named);
}

/**
 * All that is there. `rules` are all rule sets, also those that this command does not judge by. Throws FailureError where a
 * named file cannot be read, or any file is at fault: an audit never runs beside half of what was decided.
 */
export async function loadDecisions(
  options: DecisionOptions,
  world: World,
  rules: Judgement["rules"],
): Promise<Pick<Judgement, "policy" | "policyDigest" | "waivers" | "answers">> {
  const packs = rules.map(({ id }) => id);
  const known = new Set(rules.flatMap(({ controls }) => controls.map(({ id }) => id)));
  const { policy: named } = options;
  const policy = named === undefined ? null : await loadPolicy(resolve(world.cwd, named), packs, known);
  const waiversAt = decisionPath("waivers", options, world);
  const answersAt = decisionPath("answers", options, world);
  const waivers = await (options.waivers === undefined ? loadWaiversIfThere : loadWaivers)(waiversAt, rules);
  const answers = await (options.answers === undefined ? loadAnswersIfThere : loadAnswers)(answersAt, rules);
  return {
    ...(policy === null ? {} : { policy: policy.policy, policyDigest: policy.digest }),
    ...(waivers === null ? {} : { waivers }),
    ...(answers === null ? {} : { answers }),
  };
}
