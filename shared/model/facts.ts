// What reading one image yields: facts without opinion, kept whole, so that a stored audit can be judged again.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Phrase } from "./phrase.ts";
import { SystemFacts } from "./system-facts.ts";

/** Version of the shape and depth of facts; raised when readers learn something that rules may ask for. */
export const factsVersion = 4;

/** Layers are numbered from 0, the lowest. */
const LayerIndex = z.int().nonnegative();

/** Until when a system is supported, as lifecycle data of that day say; filled in when the audit is composed. */
export const OsSupport = z.object({
  /** The last supported day after cover; null = no day is set. */
  until: CalendarDay.nullable(),
  /** As in the audit's lifecycle. */
  status: z.string(),
  source: z.string(),
  /** Of the data. */
  date: CalendarDay,
});
export type OsSupport = z.infer<typeof OsSupport>;

export const Os = z.object({
  id: z.string(),
  versionId: z.string().nullable(),
  prettyName: z.string().nullable(),
  /** endoflife.date names, filled in by lifecycle/ when the audit is composed; null where no product or cycle fits. */
  product: z.string().nullable(),
  cycle: z.string().nullable(),
  /** The file the answer came from, absolute inside the image. */
  evidence: z.string(),
  /** All keys of os-release as read, so that newer matching rules can judge stored facts. */
  release: z.record(z.string(), z.string()),
  /** Contents of /etc/debian_version, refining a Debian release. */
  debianVersion: z.string().optional(),
  /** The repositories apk is set to use, telling edge from a release. */
  apkRepositories: z.array(z.string()).optional(),
  support: OsSupport.optional(),
  layer: LayerIndex.optional(),
});
export type Os = z.infer<typeof Os>;

export const EnvEntry = z.object({ name: z.string(), value: z.string().nullable(), masked: z.boolean().optional() });
export type EnvEntry = z.infer<typeof EnvEntry>;

export const Healthcheck = z.object({
  /** As in the config: `NONE`, or `CMD` / `CMD-SHELL` followed by the command; empty = inherit. */
  test: z.array(z.string()),
  intervalNs: z.number().optional(),
  timeoutNs: z.number().optional(),
  startPeriodNs: z.number().optional(),
  retries: z.number().optional(),
});
export type Healthcheck = z.infer<typeof Healthcheck>;

export const ImageConfig = z.object({
  user: z.string(),
  env: z.array(EnvEntry),
  exposedPorts: z.array(z.string()),
  /** null = the config has none. */
  healthcheck: Healthcheck.nullable(),
  entrypoint: z.array(z.string()).nullable(),
  cmd: z.array(z.string()).nullable(),
  labels: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  workingDir: z.string(),
  shell: z.array(z.string()).nullable(),
  stopSignal: z.string().nullable(),
  onBuild: z.array(z.string()),
  /** `config` = the raw config blob, bound to its digest; `engine` = rebuilt by the engine's inspect call. */
  origin: z.enum(["config", "engine"]),
  /** `oci` = the config's media type is OCI's, which has no field for a healthcheck; absent = Docker's, or not known. */
  format: z.literal("oci").optional(),
});
export type ImageConfig = z.infer<typeof ImageConfig>;

export const HistoryEntry = z.object({
  /** RFC 3339 as recorded, null when absent. */
  created: z.string().nullable(),
  createdBy: z.string(),
  comment: z.string().optional(),
  emptyLayer: z.boolean(),
  /** The layer this step made; absent for empty layers and where history and layers do not agree. */
  layer: LayerIndex.optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const PackageType = z.enum(["deb", "apk", "rpm", "npm", "pypi", "gem", "maven", "golang", "composer", "nuget"]);
export type PackageType = z.infer<typeof PackageType>;

export const Package = z.object({
  type: PackageType,
  name: z.string(),
  version: z.string(),
  arch: z.string(),
  source: z.object({ name: z.string(), version: z.string() }).optional(),
  layer: LayerIndex,
  /** The database or manifest it stands in. */
  path: z.string(),
});
export type Package = z.infer<typeof Package>;

export const FileFact = z.object({
  path: z.string(),
  /** Permission bits including setuid, setgid and sticky, octal without prefix: `4755`. */
  mode: z.string().regex(/^[0-7]{3,4}$/),
  uid: z.int(),
  gid: z.int(),
  layer: LayerIndex,
  removedInLayer: LayerIndex.optional(),
  /** Further names of the same file (hard links), so that it counts once. */
  links: z.array(z.string()).optional(),
  /** It is a folder. Absent for everything else, and in facts older than version 3. */
  folder: z.literal(true).optional(),
});
export type FileFact = z.infer<typeof FileFact>;

/** A program that may do more than its user (file capabilities): akin to setuid, and in no mode. */
export const CapableFile = z.object({
  path: z.string(),
  layer: LayerIndex,
  /** Names as capabilities(7) has them, such as `cap_net_raw`; what the program is permitted. */
  capabilities: z.array(z.string()),
  /** What it is permitted only where its caller has it as well. */
  inheritable: z.array(z.string()).optional(),
  /** It has them at once, without asking. */
  effective: z.boolean(),
  /** They hold only in a user namespace whose root is this user. */
  rootId: z.int().nonnegative().optional(),
  /** Further names of the same file (hard links). */
  links: z.array(z.string()).optional(),
});
export type CapableFile = z.infer<typeof CapableFile>;

export const FileFacts = z.object({
  /** Regular files with the setuid or setgid bit, folders never. */
  setuid: z.array(FileFact),
  setgid: z.array(FileFact),
  /** Files and folders writable by everyone, no links; `sticky` folders are told by their mode. */
  worldWritable: z.array(FileFact),
  /** Owner or group not in the image's own passwd and group files. */
  unowned: z.array(FileFact),
  /** Setuid and setgid files of a lower layer that a later one removed or disarmed. */
  removed: z.array(FileFact),
  /** Files with capabilities; absent in facts of a reader that did not look for them. */
  capabilities: z.array(CapableFile).optional(),
  /** Entries of the merged view and the bytes of its regular files. */
  count: z.int().nonnegative(),
  bytes: z.number().nonnegative(),
});
export type FileFacts = z.infer<typeof FileFacts>;

export const Account = z.object({
  name: z.string(),
  uid: z.int(),
  gid: z.int(),
  home: z.string(),
  shell: z.string(),
  password: z.enum(["hashed", "empty", "locked", "none"]),
});
export type Account = z.infer<typeof Account>;

export const Group = z.object({ name: z.string(), gid: z.int(), members: z.array(z.string()) });
export type Group = z.infer<typeof Group>;

export const Secret = z.object({
  kind: z.string(),
  where: z.enum(["file", "env", "label", "history", "command"]),
  /** File path; for history the number of the entry. */
  path: z.string().optional(),
  /** Name of the variable, label or config field; in a history line the name before the value. */
  name: z.string().optional(),
  layer: LayerIndex.optional(),
  removedInLayer: LayerIndex.optional(),
  /** Kind and length only, for instance `private key (PEM), 1704 characters`: never a part of the value. */
  preview: z.string(),
  /** `pattern`: the value itself has the form of a secret; `name`: only the name of its place says so. */
  ground: z.enum(["pattern", "name"]),
});
export type Secret = z.infer<typeof Secret>;

export const Runtime = z.object({
  /** The technique's own name, such as `nodejs` or `java`; the lifecycle product is found when judging. */
  product: z.string(),
  version: z.string(),
  cycle: z.string().nullable(),
  /** Where it was read: `/usr/local/include/node/node_version.h` or `env NODE_VERSION`. */
  evidence: z.string(),
  by: z.enum(["file", "package", "env", "label"]),
  /** Vendor line for products that differ by vendor (`IMPLEMENTOR` of a Java release file). */
  vendor: z.string().optional(),
  distroPackaged: z.boolean().optional(),
  layer: LayerIndex.optional(),
  /** Weaker evidence that says otherwise. */
  conflicts: z.array(z.object({ evidence: z.string(), version: z.string() })).optional(),
});
export type Runtime = z.infer<typeof Runtime>;

/** What rules name as their evidence; a limit on one of these makes its rules `not-assessed`. */
export const FactName = z.enum([
  "os",
  "config",
  "history",
  "packages",
  "files",
  "accounts",
  "secrets",
  "runtimes",
  "external",
  "packageTrust",
  "system",
]);
export type FactName = z.infer<typeof FactName>;

/** Something that was not read, and why. */
export const Limit = z.object({
  fact: FactName,
  where: z.string(),
  reason: z.string(),
  phrase: Phrase.optional(),
  /** `gap`: the fact as a whole cannot be relied on; `note`: it holds but for the place named here. */
  weight: z.enum(["gap", "note"]),
  layer: LayerIndex.optional(),
});
export type Limit = z.infer<typeof Limit>;

/** Evidence that does not lie in the image: an attestation, a scan result, a person's answer. */
export const External = z.object({
  kind: z.string(),
  source: z.string(),
  digest: z.string(),
  date: CalendarDay.nullable(),
  verified: z.boolean(),
  data: z.unknown(),
});
export type External = z.infer<typeof External>;

/** A line of a package manager's settings that switches signature checking off, or that it has such settings at all. */
export const TrustSetting = z.object({
  manager: z.enum(["apt", "apk", "rpm"]),
  path: z.string(),
  layer: LayerIndex,
  /** The setting with secrets masked; `ok` when nothing in this file weakens the check. */
  state: z.enum(["ok", "disabled"]),
  detail: z.string(),
});
export type TrustSetting = z.infer<typeof TrustSetting>;

export const Facts = z.object({
  version: z.int(),
  os: Os.nullable(),
  config: ImageConfig,
  history: z.array(HistoryEntry),
  packages: z.array(Package),
  files: FileFacts,
  accounts: z.array(Account),
  groups: z.array(Group),
  secrets: z.array(Secret),
  runtimes: z.array(Runtime),
  /** Known shells, package managers and interpreters of the merged view, absolute paths in order; absent = not looked for. */
  executables: z.array(z.string()).optional(),
  packageTrust: z.array(TrustSetting),
  /** Absent in facts of a reader that did not look. */
  system: SystemFacts.optional(),
  external: z.array(External),
  limits: z.array(Limit),
});
export type Facts = z.infer<typeof Facts>;
