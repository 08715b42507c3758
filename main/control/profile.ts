// Which controls a policy asks for, and which parameters hold for them.
import type { Control, Mapping } from "../../shared/model/control.ts";
import type { Policy, PolicyParameters, Profile, StatedParameters } from "../../shared/model/policy.ts";
import { defaultParameters, profileParameters } from "../../shared/policy-defaults.ts";

/** Whether the control belongs to the profile that the policy sets for its benchmark; without one, all do. */
export function isInProfile(control: Pick<Control, "benchmark" | "level" | "stig">, policy: Policy): boolean {
  const profile = policy.profiles[control.benchmark];
  return profile === undefined || holds(profile, control);
}

function holds(profile: Profile, { level, stig }: Pick<Control, "level" | "stig">): boolean {
  switch (profile) {
    case "level-1":
      return level === undefined || level === 1;
    case "level-2":
      return true;
    case "cat-1":
      return stig === undefined || stig.cat === "I";
    case "cat-2":
      return stig === undefined || stig.cat !== "III";
    case "cat-3":
      return true;
  }
}

/** The parameters as they hold for this benchmark: its own, those of all, the defaults of its profile, in that order. */
export function parametersFor(policy: Policy, benchmark: string): PolicyParameters {
  const profile = policy.profiles[benchmark];
  return {
    ...defaultParameters,
    ...(profile === undefined ? {} : profileParameters[profile]),
    ...stated(policy.parameters),
    ...stated(policy.benchmarks[benchmark] ?? {}),
  };
}

function stated(parameters: StatedParameters): Partial<PolicyParameters> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}

/** The mappings of a control: the catalogue's, then the organisation's own, which say whose they are. */
export function mappingsOf({ id, mappings }: Pick<Control, "id" | "mappings">, policy: Policy): Mapping[] {
  const own = policy.mappings.filter(({ controls }) => controls.includes(id));
  return [...mappings, ...own.map(({ controls: _, ...mapping }) => mapping)];
}
