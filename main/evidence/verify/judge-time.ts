// When it was signed, as far as that can be known. Without a time stamp of an authority the time is the signer's claim;
// it can still contradict the certificate or the clock of the person who verifies.
import type { X509Certificate } from "node:crypto";
import type { TimeAnswer } from "../../../shared/model/verification.ts";
import { phrase } from "../../../shared/wording/say.ts";

/** Clocks of two machines may differ by this much. */
const toleranceMs = 10 * 60_000;

/** `claimed` is the time in the signed bytes, null where there is none. */
export function judgeTime(claimed: Date | null, leaf: X509Certificate, now: Date): TimeAnswer {
  if (claimed === null) return { answer: "none", reasons: [phrase("verify.time-none")] };
  const at = `${claimed.toISOString().slice(0, 19)}Z`;
  if (!isWithinValidity(claimed, leaf)) {
    return { answer: "contradicted", at, reasons: [phrase("verify.time-outside", { at, ...validity(leaf) })] };
  }
  if (claimed.getTime() > now.getTime() + toleranceMs) {
    return { answer: "contradicted", at, reasons: [phrase("verify.time-future", { at })] };
  }
  const reasons = [phrase("verify.time-claimed", { at })];
  if (now.getTime() > Date.parse(leaf.validTo)) reasons.push(phrase("verify.expired-since", validity(leaf)));
  return { answer: "claimed", at, reasons };
}

export function isWithinValidity(claimed: Date, leaf: X509Certificate): boolean {
  return claimed.getTime() >= Date.parse(leaf.validFrom) && claimed.getTime() <= Date.parse(leaf.validTo);
}

function validity(leaf: X509Certificate): { from: string; until: string } {
  return {
    from: new Date(leaf.validFrom).toISOString().slice(0, 10),
    until: new Date(leaf.validTo).toISOString().slice(0, 10),
  };
}
