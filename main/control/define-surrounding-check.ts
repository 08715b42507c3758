// The form of a check of an engine, a container or a host: as define-check.ts has it for images. It is pure, sees the facts
// that it names, and cannot answer `not-assessed` or `error`.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Verdict as ImageVerdict } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { PolicyParameters } from "../../shared/model/policy.ts";
import type {
  ContainerFacts,
  EngineFacts,
  HostFacts,
  Surrounding,
  SurroundingFact,
} from "../../shared/model/surroundings.ts";

interface FactsOf {
  readonly engine: EngineFacts;
  readonly container: ContainerFacts;
  readonly host: HostFacts;
}
type AreaOf<Fact extends SurroundingFact> = Fact extends `${infer Area extends Surrounding}.${string}` ? Area : never;

/** One subject with all that lies around it, as the runner has it. */
export type JudgedSurroundings = { readonly [Area in Surrounding]: FactsOf[Area] | null } & {
  readonly on: CalendarDay;
  readonly policy: PolicyParameters;
};

/** A verdict as checks of images give it; `restsOn` names facts of the surroundings. */
export type SurroundingVerdict = DistributiveOmit<ImageVerdict, "restsOn"> & {
  readonly restsOn?: readonly SurroundingFact[];
};
type DistributiveOmit<T, Key extends string> = T extends unknown ? Omit<T, Key> : never;

/** What a check sees: the areas of the facts it needs, and those of the facts it may use where they were read. */
export type SurroundingSubject<Needs extends SurroundingFact, May extends SurroundingFact = never> = {
  readonly on: CalendarDay;
  readonly policy: PolicyParameters;
  /** Whether a fact that it may use was read. */
  readonly known: (fact: May) => boolean;
} & { readonly [Area in AreaOf<Needs>]: FactsOf[Area] } & { readonly [Area in AreaOf<May>]: FactsOf[Area] | null };

export interface SurroundingCheckDefinition<Needs extends SurroundingFact, May extends SurroundingFact> {
  readonly decides: readonly [string, ...string[]];
  /** Facts without which it cannot judge: where one was not read, the finding is `not-assessed`. */
  readonly needs: readonly [Needs, ...Needs[]];
  /** Facts that it uses where they were read. */
  readonly may?: readonly May[];
  /** What evidence no reader could have found; see define-check.ts. */
  readonly lacks?: (subject: SurroundingSubject<Needs, May>) => Phrase | null;
  readonly judge: (subject: SurroundingSubject<Needs, May>) => SurroundingVerdict;
}

/** A check as the runner calls it. */
export interface SurroundingCheck {
  readonly decides: readonly string[];
  readonly needs: readonly SurroundingFact[];
  readonly may: readonly SurroundingFact[];
  readonly lacks: (judged: JudgedSurroundings) => Phrase | null;
  readonly judge: (judged: JudgedSurroundings) => SurroundingVerdict;
}

/** Makes a check that is handed only the areas it names. The runner has made sure that those it needs were read. */
export function defineSurroundingCheck<Needs extends SurroundingFact, May extends SurroundingFact = never>(
  definition: SurroundingCheckDefinition<Needs, May>,
): SurroundingCheck {
  const { decides, needs, may = [], lacks, judge } = definition;
  const subject = (judged: JudgedSurroundings) => {
    const areas = [...needs, ...may].map((fact) => areaOf(fact));
    const seen = Object.fromEntries(areas.map((area) => [area, judged[area]]));
    const known = (fact: May) => isRead(judged, fact);
    return { on: judged.on, policy: judged.policy, known, ...seen } as unknown as SurroundingSubject<Needs, May>;
  };
  return {
    decides,
    needs,
    may,
    lacks: (judged) => lacks?.(subject(judged)) ?? null,
    judge: (judged) => judge(subject(judged)),
  };
}

/** `engine` of `engine.info`. */
export function areaOf(fact: SurroundingFact): Surrounding {
  return fact.slice(0, fact.indexOf(".")) as Surrounding;
}

/** Whether the fact was read whole. */
export function isRead(judged: JudgedSurroundings, fact: SurroundingFact): boolean {
  const facts = judged[areaOf(fact)];
  return facts !== null && !facts.limits.some((limit) => limit.fact === fact && limit.weight === "gap");
}
