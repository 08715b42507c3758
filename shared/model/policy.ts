// What an organisation sets: which profile of each benchmark is judged, and what its rules may excuse. Every list is empty
// until a person fills it.
import { z } from "zod";
import { RemediationPolicy } from "./remediation.ts";

/** Level 1 or 2 of a CIS benchmark: Level 2 holds Level 1. Of a STIG or SRG: the categories up to this one. */
export const Profile = z.enum(["level-1", "level-2", "cat-1", "cat-2", "cat-3"]);
export type Profile = z.infer<typeof Profile>;

const Days = z.int().min(0).max(3650);

/** A path inside an image: exact, or with `*` for a part of one name and `**` for any folders. */
const PathPattern = z.string().regex(/^\//);

export const PolicyParameters = z.strictObject({
  /** Regular files that may carry the setuid or setgid bit. */
  allowedSetuid: z.array(PathPattern),
  /** Ports that may be exposed or published, `443/tcp` or `443`; also those below 1024. */
  allowedPorts: z.array(z.string().regex(/^\d{1,5}(-\d{1,5})?(\/(tcp|udp|sctp))?$/)),
  /** Registries or repositories images may come from: a prefix of the normalised reference such as `registry.example.org/team/`. */
  approvedRegistries: z.array(z.string().min(1)),
  /** Images that may be a base: a reference pattern or a digest. */
  trustedBases: z.array(z.string().min(1)),
  /** Packages that are needed although a rule names them. */
  allowedPackages: z.array(z.string().min(1)),
  /** Linux capabilities that containers may add. */
  allowedCapabilities: z.array(z.string().regex(/^[A-Z_]+$/)),
  /** Host folders that containers may mount. */
  allowedMounts: z.array(PathPattern),
  /** Host devices that containers may use. */
  allowedDevices: z.array(PathPattern),
  /** Accounts that may drive the daemon: members of the `docker` group. */
  trustedAccounts: z.array(z.string().min(1)),
  /** World-writable files, unowned files and the like that are meant to be so. */
  allowedPaths: z.array(PathPattern),
  /** SHA-256 of certificate bundles that are approved. */
  approvedTrustAnchors: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** Local accounts that may exist beside root and nobody. */
  allowedAccounts: z.array(z.string().min(1)),
  /** Shells and package managers that may be in a runtime image. */
  allowedExecutables: z.array(PathPattern),
  /** Default ulimits that the daemon is meant to set, `nofile=1024:4096` (soft:hard; one number is both). */
  defaultUlimits: z.array(z.string().regex(/^[a-z]+=-?\d+(:-?\d+)?$/)),
  /** Whether swarm mode is meant to be in use. */
  swarmNeeded: z.boolean(),
  maximumScanAgeDays: Days,
  maximumImageAgeDays: Days,
  maximumUnusedImages: z.int().min(0),
  maximumStoppedContainers: z.int().min(0),
  maximumManagers: z.int().min(1),
  maximumNodeCertificateDays: Days,
  /** Days before the end of an operating system's support in which it is still a pass that names the day. */
  supportNoticeDays: Days,
});
export type PolicyParameters = z.infer<typeof PolicyParameters>;
export type PolicyParameter = keyof PolicyParameters;

/** Those that a policy states; the others are as shared/policy-defaults.ts says. */
export const StatedParameters = PolicyParameters.partial();
export type StatedParameters = z.infer<typeof StatedParameters>;

/** A mapping of the organisation's own, such as to PCI DSS or SOC 2, for which no item-level source is known. */
export const OwnMapping = z.strictObject({
  /** Ids of controls. */
  controls: z.array(z.string().min(1)).min(1).max(1_000),
  framework: z.string().min(1).max(200),
  ids: z.array(z.string().min(1).max(200)).min(1).max(200),
  /** Who says so. */
  source: z.string().min(1).max(1_000),
  indicative: z.boolean().optional(),
});
export type OwnMapping = z.infer<typeof OwnMapping>;

export const Policy = z.strictObject({
  schema: z.literal("plimsoll/policy@1"),
  name: z.string().min(1).default("default"),
  /** By benchmark id; one that is not named is judged whole. */
  profiles: z.record(z.string(), Profile).default({}),
  parameters: StatedParameters.default({}),
  /** Parameters that hold for one benchmark only. */
  benchmarks: z.record(z.string(), StatedParameters).default({}),
  /** Printed beside the mappings of the catalogue. */
  mappings: z.array(OwnMapping).max(10_000).default([]),
  /** How long a vulnerability may stay open: a ready table or one of one's own; absent = no limit was set. */
  remediation: RemediationPolicy.optional(),
});
export type Policy = z.infer<typeof Policy>;

/** The policy where nobody set one. */
export const defaultPolicy: Policy = Policy.parse({ schema: "plimsoll/policy@1" });
