// What the organisation set and people decided and bought, as the window's audits use it: the files of policy, waivers, answers
// and entitlements in the state folder, read anew for every audit, since people and teams edit them.
import type { Judgement } from "../audit.ts";
import { loadAnswersIfThere } from "../data/answers.ts";
import { loadEntitlementsIfThere } from "../data/entitlements.ts";
import { loadPolicyIfThere } from "../data/policy.ts";
import { loadWaiversIfThere } from "../data/waivers.ts";
import type { Home } from "../store/home.ts";

export type KeptDecisions = Pick<Judgement, "policy" | "policyDigest" | "waivers" | "answers" | "entitlements">;

/** Throws FailureError where a file cannot be read or is at fault: no audit runs beside half of what was decided. */
export async function keptDecisions(
  home: Pick<Home, "policy" | "waivers" | "answers" | "entitlements">,
  rules: Judgement["rules"],
): Promise<KeptDecisions> {
  const controls = new Set(rules.flatMap((set) => set.controls.map(({ id }) => id)));
  const policy = await loadPolicyIfThere(
    home.policy,
    rules.map(({ id }) => id),
    controls,
  );
  const waivers = await loadWaiversIfThere(home.waivers, rules);
  const answers = await loadAnswersIfThere(home.answers, rules);
  const entitlements = await loadEntitlementsIfThere(home.entitlements);
  return {
    ...(policy === null ? {} : { policy: policy.policy, policyDigest: policy.digest }),
    ...(waivers === null ? {} : { waivers }),
    ...(answers === null ? {} : { answers }),
    ...(entitlements === null ? {} : { entitlements }),
  };
}
