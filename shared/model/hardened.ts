// What is known of an image's hardened origin. Claims stay claims until something proves them.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { PackageType } from "./facts.ts";
import { Phrase } from "./phrase.ts";

/** What an intruder could use; fields that came later are absent in audits kept before. */
export const Surface = z.object({
  shells: z.array(z.string()),
  packageManagers: z.array(z.string()),
  interpreters: z.array(z.string()),
  setuid: z.int().nonnegative(),
  packages: z.int().nonnegative(),
  files: z.int().nonnegative(),
  size: z.number().nonnegative(),
  root: z.boolean(),
  ports: z.array(z.string()),
  writable: z
    .object({
      /** Files and folders that every user may write, without the sticky bit. */
      everyone: z.int().nonnegative(),
      /** Folders such as /tmp, where each may write but not delete what belongs to others. */
      sticky: z.int().nonnegative(),
      /**
       * What the configured user owns and may write, among the files that facts list with their owners (homes, logs, library and
       * program folders): a lower bound. Absent where nothing tells, and for root, who writes anything.
       */
      owned: z.int().nonnegative().optional(),
      /** The first of them by path. */
      first: z.array(z.string()),
    })
    .optional(),
  /** Measures that were not read in full, so that their numbers say nothing; absent = not recorded. */
  unread: z.array(z.enum(["programs", "packages", "files"])).optional(),
});
export type Surface = z.infer<typeof Surface>;

/** One cryptographic module (dhi.md section 3.6). */
export const FipsModule = z.object({
  name: z.string(),
  version: z.string().optional(),
  /** `FIPS 140-3`. */
  standard: z.string().optional(),
  /** In the words of the attestation, `active` or `in process`; `unknown` where only the image speaks. */
  status: z.string(),
  /** `CMVP #4985`; absent = none is stated. */
  certificate: z.string().optional(),
  certificateUrl: z.string().optional(),
  /** The last day of the certificate. */
  sunset: CalendarDay.optional(),
  /** Its package URL, as attested. */
  package: z.string().optional(),
  /** `attested`: a verified attestation says so. Everything else, an unverified one too, is `claimed`. */
  ground: z.enum(["attested", "claimed"]),
  source: z.string(),
  /** The day of that source. */
  date: CalendarDay.optional(),
});
export type FipsModule = z.infer<typeof FipsModule>;

export const FipsState = z.object({
  /** `attested`: for at least one module; each says its own ground. */
  state: z.enum(["attested", "claimed"]),
  modules: z.array(FipsModule),
  reasons: z.array(Phrase),
});
export type FipsState = z.infer<typeof FipsState>;

/** What extended support is paid for: evidence made after upstream ended the line. */
export const ElsEvidence = z.object({
  /** `inferred`: built after the end, which the public catalogue does too (dhi.md 4.2). */
  ground: z.enum(["entitlement", "label", "repository", "inferred"]),
  /** The last day of upstream support; null = none is known. */
  end: CalendarDay.nullable(),
  endSource: z.string().optional(),
  rows: z.array(
    z.object({
      kind: z.enum(["sbom", "provenance", "signature"]),
      state: z.enum(["newer", "older", "undated", "not-compared", "unverified", "missing"]),
      date: CalendarDay.optional(),
      source: z.string().optional(),
      reason: Phrase,
    }),
  ),
  /** `shown`: all three are verified and newer than the end. `unknown`: nothing contradicts and something is missing. */
  result: z.enum(["shown", "contradicted", "unknown"]),
  reasons: z.array(Phrase),
});
export type ElsEvidence = z.infer<typeof ElsEvidence>;

/** Packages that Docker rebuilt, in whatever image: versions `+dhiN`. */
export const HardenedPackages = z.object({
  count: z.int().nonnegative(),
  /** The first by name. */
  first: z.array(z.object({ type: PackageType, name: z.string(), version: z.string(), layer: z.int().nonnegative() })),
});
export type HardenedPackages = z.infer<typeof HardenedPackages>;

export const HardenedRepository = z.object({
  url: z.string(),
  /** `security` and `els` need a subscription. */
  channel: z.enum(["main", "security", "els"]),
  /** The file that names it. */
  evidence: z.string(),
});
export type HardenedRepository = z.infer<typeof HardenedRepository>;

const Claim = z.enum(["cis", "stig", "fips"]);

export const HardenedState = z.object({
  state: z.enum(["hardened", "derived", "none", "unproven"]),
  family: z.string().optional(),
  product: z.string().optional(),
  line: z.string().optional(),
  tier: z.string().optional(),
  variant: z.string().optional(),
  claims: z.array(Claim),
  proof: z.object({ method: z.enum(["chain-id", "attestation", "none"]), baseLayers: z.int().optional() }),
  attestations: z.array(
    z.object({ kind: z.string(), result: z.string(), key: z.string().optional(), date: z.string().optional() }),
  ),
  surface: Surface,
  /** The most exact tag, as labelled. */
  version: z.string().optional(),
  /** Everything that sets this build apart, sorted: `dev`, `runtime`, `compat`, `fips`, `sfw`, `sfw-ent`, `fpm`, `stig`. */
  variants: z.array(z.string()).optional(),
  /** What the image is for, where it is no plain image. */
  kind: z.enum(["mcp-server"]).optional(),
  /** The name under which an MCP server registers. */
  mcpServer: z.string().optional(),
  /** Claims that a verified attestation bears out; there is none for cis. */
  proven: z.array(Claim).optional(),
  /** os-release as it names a hardened image: with the distribution's id (old) or with `dhi` (new). */
  os: z.object({ style: z.enum(["old", "new"]), distribution: z.string().optional() }).optional(),
  /** A tag with a customer's suffix. `base` is `exact` or `floating` where the rest of the tag can be the labelled version. */
  customised: z
    .object({ reference: z.string(), suffix: z.string(), base: z.enum(["exact", "floating", "other", "unknown"]) })
    .optional(),
  /** Hardened charts that use this product, `exact` where they pin this version. */
  charts: z.array(z.object({ chart: z.string(), tag: z.string(), pins: z.string(), exact: z.boolean() })).optional(),
  packages: HardenedPackages.optional(),
  repositories: z.array(HardenedRepository).optional(),
  fips: FipsState.optional(),
  els: ElsEvidence.optional(),
  /** What cannot be told, and what does not fit together. */
  notes: z.array(Phrase).optional(),
});
export type HardenedState = z.infer<typeof HardenedState>;
