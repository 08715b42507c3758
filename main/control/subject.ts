// What a check gets to see: the image's identity, the day, and of the facts only those that it names.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { FactName, Facts } from "../../shared/model/facts.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { PolicyParameters } from "../../shared/model/policy.ts";

/** One image with all its facts, as the runner has it. */
export interface JudgedImage {
  readonly image: ImageIdentity;
  readonly facts: Facts;
  readonly on: CalendarDay;
  /** What the organisation excuses, as it holds for the benchmark that is judged. */
  readonly policy: PolicyParameters;
}

/** Which fields of the facts belong to a fact's name. */
export const fieldsOf = {
  os: ["os"],
  config: ["config"],
  history: ["history"],
  packages: ["packages"],
  files: ["files", "executables"],
  accounts: ["accounts", "groups"],
  secrets: ["secrets"],
  runtimes: ["runtimes"],
  external: ["external"],
  packageTrust: ["packageTrust"],
  system: ["system"],
} as const satisfies Readonly<Record<FactName, readonly (keyof Facts)[]>>;

export type Subject<Needs extends FactName> = Readonly<
  { image: ImageIdentity; on: CalendarDay; policy: PolicyParameters } & Pick<Facts, (typeof fieldsOf)[Needs][number]>
>;

/** The part of an image that a check with these needs may see. */
export function subjectFor<Needs extends FactName>(
  { image, facts, on, policy }: JudgedImage,
  needs: readonly Needs[],
): Subject<Needs> {
  const fields = needs.flatMap((need): readonly (keyof Facts)[] => fieldsOf[need]);
  const seen = Object.fromEntries(fields.map((field) => [field, facts[field]]));
  return { image, on, policy, ...seen } as unknown as Subject<Needs>;
}

/** The facts that an older version of the facts does not hold at all. */
export function absentFacts(facts: Facts, needs: readonly FactName[]): FactName[] {
  return needs.filter((need) => facts[fieldsOf[need][0]] === undefined);
}
