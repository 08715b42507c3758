// What holds where a policy states nothing. Every list is empty until a person fills it; the ages follow the profile: one for
// defence in depth asks for newer evidence and earlier warning than one that looks at the gravest findings alone. No
// benchmark gives these numbers; they are ours, and docs/POLICY.md lists them.
import type { PolicyParameters, Profile } from "./model/policy.ts";

/** Without a profile. */
export const defaultParameters: PolicyParameters = {
  allowedSetuid: [],
  allowedPorts: [],
  approvedRegistries: [],
  trustedBases: [],
  allowedPackages: [],
  allowedCapabilities: [],
  allowedMounts: [],
  allowedDevices: [],
  trustedAccounts: [],
  allowedPaths: [],
  approvedTrustAnchors: [],
  allowedAccounts: [],
  allowedExecutables: [],
  defaultUlimits: [],
  swarmNeeded: false,
  maximumScanAgeDays: 30,
  maximumImageAgeDays: 90,
  maximumUnusedImages: 0,
  maximumStoppedContainers: 0,
  maximumManagers: 7,
  maximumNodeCertificateDays: 90,
  supportNoticeDays: 90,
};

const strict = {
  maximumScanAgeDays: 7,
  maximumImageAgeDays: 30,
  maximumNodeCertificateDays: 30,
  supportNoticeDays: 180,
} as const;

/** What a profile sets otherwise. */
export const profileParameters: Readonly<Record<Profile, Partial<PolicyParameters>>> = {
  "level-1": {},
  "level-2": strict,
  "cat-1": { maximumImageAgeDays: 180, supportNoticeDays: 30 },
  "cat-2": {},
  "cat-3": strict,
};
