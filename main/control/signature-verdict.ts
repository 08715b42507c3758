// What signatures over an image's digest say, for the two controls that ask for them.
import type { External } from "../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../shared/model/finding.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { words } from "./control-phrase.ts";
import { signaturesOf } from "./outside-evidence.ts";

/** Why signatures cannot be judged; null when at least one was looked at. */
export function signaturesLack(external: readonly External[], image: ImageIdentity): Phrase | null {
  if (signaturesOf(external).length > 0) return null;
  const count = image.attestations.length;
  return count === 0 ? words("control.signature-not-looked") : words("control.signature-unverified", { count });
}

/** Pass on one that verifies, fail where those that are there do not. */
export function signatureVerdict(external: readonly External[]): Verdict {
  const signatures = signaturesOf(external);
  const good = signatures.filter(({ verified }) => verified);
  const detail = good.length > 0 ? words("control.signature-good") : words("control.signature-bad");
  const points = (good.length > 0 ? good : signatures).map(({ source }): ProofPoint => ({ where: source, detail }));
  const [first, ...rest] = points;
  if (first === undefined) throw new Error("a signature was there a moment ago");
  return { status: good.length > 0 ? "pass" : "fail", evidence: [first, ...rest] };
}
