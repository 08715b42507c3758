// Which parameters hold for a benchmark: its own, those of all, the defaults of its profile.
import { describe, expect, it } from "vitest";
import { isInProfile, parametersFor } from "../../../main/control/profile.ts";
import { Policy, PolicyParameters, Profile } from "../../../shared/model/policy.ts";
import { defaultParameters, profileParameters } from "../../../shared/policy-defaults.ts";

const policyOf = (given: object): Policy => Policy.parse({ schema: "plimsoll/policy@1", ...given });
const ages = ({
  maximumScanAgeDays,
  maximumImageAgeDays,
  supportNoticeDays,
  maximumNodeCertificateDays,
}: PolicyParameters) => [maximumScanAgeDays, maximumImageAgeDays, supportNoticeDays, maximumNodeCertificateDays];

describe("defaults", () => {
  it.each([
    [undefined, [30, 90, 90, 90]],
    ["level-1", [30, 90, 90, 90]],
    ["level-2", [7, 30, 180, 30]],
    ["cat-1", [30, 180, 30, 90]],
    ["cat-2", [30, 90, 90, 90]],
    ["cat-3", [7, 30, 180, 30]],
  ] as const)("of profile %s are ages of %j days", (profile, expected) => {
    const policy = policyOf(profile === undefined ? {} : { profiles: { one: profile } });
    expect(ages(parametersFor(policy, "one"))).toEqual(expected);
    // The profile of one benchmark says nothing of another.
    expect(ages(parametersFor(policy, "other"))).toEqual([30, 90, 90, 90]);
  });

  it("are there for every profile, and excuse nothing in any", () => {
    expect(Object.keys(profileParameters).sort()).toEqual([...Profile.options].sort());
    for (const profile of Profile.options) {
      const parameters = parametersFor(policyOf({ profiles: { one: profile } }), "one");
      expect(PolicyParameters.parse(parameters)).toEqual(parameters);
      expect(Object.values(parameters).filter((value) => Array.isArray(value) && value.length > 0)).toEqual([]);
    }
    expect(Object.keys(defaultParameters).sort()).toEqual(Object.keys(PolicyParameters.shape).sort());
  });
});

describe("a policy", () => {
  const policy = policyOf({
    profiles: { one: "level-2" },
    parameters: { allowedSetuid: ["/usr/bin/su"], maximumScanAgeDays: 14 },
    benchmarks: { one: { maximumImageAgeDays: 60 }, two: { allowedSetuid: [] } },
  });

  it("comes before the profile, what it says of a benchmark before what it says of all", () => {
    expect(ages(parametersFor(policy, "one"))).toEqual([14, 60, 180, 30]);
    expect(ages(parametersFor(policy, "three"))).toEqual([14, 90, 90, 90]);
  });

  it("that states one parameter of a benchmark leaves the others as they are for all", () => {
    expect(parametersFor(policy, "one").allowedSetuid).toEqual(["/usr/bin/su"]);
    expect(parametersFor(policy, "two").allowedSetuid).toEqual([]);
    expect(parametersFor(policy, "two").maximumScanAgeDays).toBe(14);
  });
});

describe("a profile", () => {
  it.each([
    ["level-1", { level: 2 }, false],
    ["level-1", { level: 1 }, true],
    ["level-2", { level: 2 }, true],
    ["cat-1", { stig: { cat: "II" } }, false],
    ["cat-2", { stig: { cat: "II" } }, true],
    ["cat-2", { stig: { cat: "III" } }, false],
    ["cat-3", { stig: { cat: "III" } }, true],
  ])("%s and %j: %s", (profile, part, expected) => {
    const control = { benchmark: "one", ...part } as Parameters<typeof isInProfile>[0];
    expect(isInProfile(control, policyOf({ profiles: { one: profile } }))).toBe(expected);
  });
});
