// Where a command finds what people decided and bought, and reading it: policy, waivers, answers, entitlements. They lie in the
// state folder unless a file is named.
import { resolve } from "node:path";
import type { EntitlementSet } from "../../shared/model/entitlement.ts";
import type { Judgement } from "../audit.ts";
import { loadAnswers, loadAnswersIfThere } from "../data/answers.ts";
import { loadEntitlements, loadEntitlementsIfThere } from "../data/entitlements.ts";
import { loadPolicy, loadPolicyIfThere } from "../data/policy.ts";
import { loadWaivers, loadWaiversIfThere } from "../data/waivers.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import type { World } from "./world.ts";

export interface DecisionOptions {
  readonly policy?: string;
  readonly waivers?: string;
  readonly answers?: string;
  readonly entitlements?: string;
}

/** The path of such a file: the one that is named, else the state folder's. */
export function decisionPath(
  kind: "policy" | "waivers" | "answers" | "entitlements",
  options: DecisionOptions,
  world: World,
): string {
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
): Promise<Pick<Judgement, "policy" | "policyDigest" | "waivers" | "answers" | "entitlements">> {
  const packs = rules.map(({ id }) => id);
  const known = new Set(rules.flatMap(({ controls }) => controls.map(({ id }) => id)));
  const policyAt = decisionPath("policy", options, world);
  const policy = await (options.policy === undefined ? loadPolicyIfThere : loadPolicy)(policyAt, packs, known);
  const waiversAt = decisionPath("waivers", options, world);
  const answersAt = decisionPath("answers", options, world);
  const waivers = await (options.waivers === undefined ? loadWaiversIfThere : loadWaivers)(waiversAt, rules);
  const answers = await (options.answers === undefined ? loadAnswersIfThere : loadAnswers)(answersAt, rules);
  const entitlements = await entitlementsOf(options, world);
  return {
    ...(policy === null ? {} : { policy: policy.policy, policyDigest: policy.digest }),
    ...(waivers === null ? {} : { waivers }),
    ...(answers === null ? {} : { answers }),
    ...(entitlements === null ? {} : { entitlements }),
  };
}

/** What was bought; null where no file is named and the state folder has none. Throws FailureError as `loadDecisions`. */
export async function entitlementsOf(
  options: Pick<DecisionOptions, "entitlements">,
  world: World,
): Promise<EntitlementSet | null> {
  const path = decisionPath("entitlements", options, world);
  return options.entitlements === undefined ? loadEntitlementsIfThere(path) : loadEntitlements(path);
}
