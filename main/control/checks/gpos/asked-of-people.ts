// Rules that the profile calls not applicable although no fact of an image shows it and no control of our catalogues answers
// them: they stay with a person, who is told what to look at, with what the image declares as evidence.
import type { ImageConfig } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { type Check, defineCheck } from "../../define-check.ts";
import { askedOfPeople } from "./profile-rules.ts";

type Topic = keyof typeof askedOfPeople;

interface Question {
  readonly look: ControlPhraseKey;
  /** What the image's settings have to say to it. */
  readonly shows?: (config: ImageConfig) => readonly ProofPoint[];
}

const questions: Readonly<Record<Topic, Question>> = {
  errorMessages: { look: "gpos.look-error-messages" },
  guidance: { look: "gpos.look-guidance" },
  invalidInput: { look: "gpos.look-invalid-input" },
  peers: { look: "gpos.look-peers", shows: declaredPorts },
  rateLimits: { look: "gpos.look-rate-limits", shows: declaredPorts },
  transmission: { look: "gpos.look-transmission", shows: declaredPorts },
  time: { look: "gpos.look-time" },
  storedData: { look: "gpos.look-stored-data", shows: declaredVolumes },
};

function declaredPorts({ exposedPorts }: ImageConfig): ProofPoint[] {
  return exposedPorts.map((port) => ({
    where: `config.ExposedPorts ${port}`,
    detail: words("gpos.port-declared"),
  }));
}

function declaredVolumes({ volumes }: ImageConfig): ProofPoint[] {
  return volumes.map((path) => ({ where: `config.Volumes ${path}`, detail: words("gpos.volume-declared") }));
}

function question(topic: Topic): Check {
  const { look, shows } = questions[topic];
  return defineCheck({
    decides: askedOfPeople[topic],
    needs: ["config"],
    judge: ({ config }): Verdict => ({ status: "manual", reason: words(look), evidence: shows?.(config) ?? [] }),
  });
}

export const questionsToPeople: readonly Check[] = [
  question("errorMessages"),
  question("guidance"),
  question("invalidInput"),
  question("peers"),
  question("rateLimits"),
  question("transmission"),
  question("time"),
  question("storedData"),
];
