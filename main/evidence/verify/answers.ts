// The three answers that everything in verify/ gives, put together in one place, so that "no" always means the same.

import type { Phrase } from "../../../shared/model/phrase.ts";
import type { IdentityAnswer, IntegrityAnswer, TimeAnswer } from "../../../shared/model/verification.ts";
import { phrase } from "../../../shared/wording/say.ts";

export interface Answers {
  readonly integrity: IntegrityAnswer;
  readonly identity: IdentityAnswer;
  readonly time: TimeAnswer;
}

/** The bytes are not what anybody validly signed; then nobody is named and no time is repeated. */
export function notIntact(...reasons: readonly Phrase[]): Answers {
  return {
    integrity: { answer: "no", reasons: [...reasons] },
    identity: { answer: "unknown", reasons: [phrase("verify.no-signer")] },
    time: { answer: "none", reasons: [phrase("verify.time-none")] },
  };
}
