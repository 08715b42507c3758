// The usual end of a check that looks for faults: what was seen fails, and nothing seen passes on a ground. What a policy
// excuses stands beside either as evidence.
import type { FactName } from "../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../shared/model/finding.ts";
import type { PolicyParameter } from "../../shared/model/policy.ts";
import { words } from "./control-phrase.ts";

/**
 * `fail` on the first of `faults`, whatever was not read besides; else `pass` on `ground`. `beside` is shown with both;
 * `restsOn` names the facts that a pass rests on, where that is less than the check needs.
 */
export function failOrPass(
  faults: readonly ProofPoint[],
  ground: ProofPoint,
  beside: readonly ProofPoint[] = [],
  restsOn?: readonly FactName[],
): Verdict {
  const [first, ...rest] = faults;
  if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(beside)], restsOn: [] };
  return { status: "pass", evidence: [ground, ...beside], ...(restsOn === undefined ? {} : { restsOn }) };
}

/** Evidence of a failure that is none of its places, and none that a waiver would have to cover. */
export function saidBeside(points: readonly ProofPoint[]): ProofPoint[] {
  return points.map((point) => ({ ...point, beside: true }));
}

/** What was found, apart into faults and what `list` of the policy excuses, which stays visible. */
export function excusing<T>(
  found: readonly T[],
  list: PolicyParameter,
  isAllowed: (one: T) => boolean,
  pointOf: (one: T) => ProofPoint,
): { faults: ProofPoint[]; excused: ProofPoint[] } {
  const faults: ProofPoint[] = [];
  const excused: ProofPoint[] = [];
  for (const one of found) {
    const point = pointOf(one);
    if (isAllowed(one)) excused.push({ ...point, detail: words("control.excused", { list }) });
    else faults.push(point);
  }
  return { faults, excused };
}
