// What `verify` answers: three separate answers and never one green tick. The shape is a published JSON contract.
import { z } from "zod";
import { Phrase } from "./phrase.ts";

/** Each with its grounds, in the order in which they were found; a `yes` has grounds too. */
export const IntegrityAnswer = z.object({
  /** `yes`: every byte is what was signed. Everything else is `no`, also "nobody signed it" and "cannot be read". */
  answer: z.enum(["yes", "no"]),
  reasons: z.array(Phrase),
});

/** The certificate that signed. The names in it are what its maker wrote, nothing more. */
export const VerifiedSigner = z.object({
  name: z.string(),
  organisation: z.string().optional(),
  /** SHA-256 of the certificates, upper-case hex with colons. */
  fingerprint: z.string(),
  issuer: z.string(),
  issuerFingerprint: z.string().optional(),
  notBefore: z.string(),
  notAfter: z.string(),
  origin: z.enum(["made-by-plimsoll", "other"]),
  protection: z.enum(["passphrase", "unprotected", "unknown"]),
});
export type VerifiedSigner = z.infer<typeof VerifiedSigner>;

export const IdentityAnswer = z.object({
  /**
   * `trusted`: pinned by the person who verifies. `self-asserted`: confirmed by nobody. `untrusted`: pins were given and
   * this is none of them, or the certificate does not allow such a signature. `unknown`: there is no signer to name.
   */
  answer: z.enum(["trusted", "self-asserted", "untrusted", "unknown"]),
  reasons: z.array(Phrase),
  signer: VerifiedSigner.optional(),
});

export const TimeAnswer = z.object({
  /** `claimed`: the signer's own clock. `contradicted`: outside the certificate's validity or later than now. */
  answer: z.enum(["none", "claimed", "contradicted"]),
  reasons: z.array(Phrase),
  /** RFC 3339, UTC. */
  at: z.string().optional(),
});

export const VerifiedFile = z.object({
  /** Path inside what was verified, with slashes. */
  name: z.string(),
  state: z.enum(["intact", "changed", "missing", "unlisted", "unreadable"]),
});
export type VerifiedFile = z.infer<typeof VerifiedFile>;

export const Verification = z.object({
  schema: z.literal("plimsoll/verification@1"),
  path: z.string(),
  kind: z.enum(["pack", "pdf", "statement", "file"]),
  integrity: IntegrityAnswer,
  identity: IdentityAnswer,
  time: TimeAnswer,
  /** Each file that was compared, ordered by name. */
  files: z.array(VerifiedFile),
});
export type Verification = z.infer<typeof Verification>;
export type IntegrityAnswer = z.infer<typeof IntegrityAnswer>;
export type IdentityAnswer = z.infer<typeof IdentityAnswer>;
export type TimeAnswer = z.infer<typeof TimeAnswer>;
