// The form of a check of a swarm: not applicable where the node has none or is no manager of it, not assessed where a manager
// could not answer (locked, joining, broken).
import type { Phrase } from "../../../../shared/model/phrase.ts";
import type { EngineFacts } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import {
  defineSurroundingCheck,
  type SurroundingCheck,
  type SurroundingSubject,
  type SurroundingVerdict,
} from "../../define-surrounding-check.ts";

type SwarmFact = "engine.info" | "engine.swarm" | "engine.networks";
export type SwarmSubject = SurroundingSubject<SwarmFact, "host.swarm">;

export interface SwarmRule {
  readonly decides: readonly [string, ...string[]];
  /** What it reads beside /info and the swarm. */
  readonly reads?: "engine.networks";
  readonly may?: readonly "host.swarm"[];
  readonly lacks?: (subject: SwarmSubject) => Phrase | null;
  readonly judge: (subject: SwarmSubject) => SurroundingVerdict;
}

/** A check of `rule` for managers of an active swarm. */
export function swarmCheck({ decides, reads, may = [], lacks, judge }: SwarmRule): SurroundingCheck {
  return defineSurroundingCheck<SwarmFact, "host.swarm">({
    decides,
    needs: ["engine.info", "engine.swarm", ...(reads === undefined ? [] : [reads])],
    may,
    lacks(subject) {
      if (outside(subject.engine) !== null) return null;
      return silent(subject.engine) ?? lacks?.(subject) ?? null;
    },
    judge(subject) {
      const reason = outside(subject.engine);
      return reason === null ? judge(subject) : { status: "not-applicable", reason, restsOn: ["engine.info"] };
    },
  });
}

/** Why swarm rules do not concern this node; null where they do. */
export function outside({ swarm }: EngineFacts): Phrase | null {
  if (swarm.state === "inactive") return words("host.swarm-inactive");
  return swarm.state === "active" && !swarm.isManager ? words("host.swarm-worker") : null;
}

/** Why a node that belongs to a swarm cannot tell of it; null where it can. */
export function silent({ swarm }: EngineFacts): Phrase | null {
  return swarm.state === "active" ? null : words("host.swarm-state", { state: swarm.state });
}
