// What an expression of a pack can see and call: the facts that its rule names, the day, the policy, and a short list of
// functions. Nothing else of the library is reachable, and nothing outside of it.
import { Environment } from "@marcbachmann/cel-js";
import { daysBetween, parseDay } from "../../../shared/calendar-day.ts";
import { Facts } from "../../../shared/model/facts.ts";
import { ImageIdentity } from "../../../shared/model/image.ts";
import { PolicyParameters } from "../../../shared/model/policy.ts";
import { ContainerFacts, EngineFacts, HostFacts, type Surrounding } from "../../../shared/model/surroundings.ts";
import { type FactType, registerFacts } from "./fact-types.ts";
import { patternOf } from "./pattern.ts";

/** Functions and methods that a pack may call; `matches` is not among them, since its patterns can take for ever. */
export const callable: ReadonlySet<string> = new Set([
  ...["size", "string", "int", "double", "bool", "dyn", "has", "days"],
  ...["startsWith", "endsWith", "contains", "indexOf", "lastIndexOf", "substring", "split", "join"],
  ...["lowerAscii", "upperAscii", "trim", "re"],
  ...["all", "exists", "exists_one", "map", "filter", "bind"],
]);

/** Takes the place of `has` where its argument is checked, and has its length; no pack can call it. */
export const hasForChecking = "hav";

const areas = { engine: EngineFacts, container: ContainerFacts, host: HostFacts };

/** An environment with its variables: plain facts in, values of CEL out. */
export interface PackEnvironment {
  readonly cel: Environment;
  readonly contextOf: (seen: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** For rules over images: `facts` holds these fields alone. */
export function imageEnvironment(fields: readonly string[]): PackEnvironment {
  return environmentOf((cel) => ({
    facts: registerFacts(cel, "facts", Facts, fields),
    image: registerFacts(cel, "image", ImageIdentity),
  }));
}

/** For rules over what lies around images: a variable for each of these areas. */
export function surroundingEnvironment(seen: readonly Surrounding[]): PackEnvironment {
  return environmentOf((cel) => Object.fromEntries(seen.map((area) => [area, registerFacts(cel, area, areas[area])])));
}

function environmentOf(register: (cel: Environment) => Readonly<Record<string, FactType>>): PackEnvironment {
  const limits = { maxAstNodes: 2_000, maxDepth: 64, maxListElements: 500, maxMapEntries: 100, maxCallArguments: 8 };
  const cel = new Environment({ limits, homogeneousAggregateLiterals: false });
  const types: Readonly<Record<string, FactType>> = {
    ...register(cel),
    policy: registerFacts(cel, "policy", PolicyParameters),
    on: { name: "string", from: (day) => day },
  };
  for (const [name, type] of Object.entries(types)) cel.registerVariable(name, type.name);
  const patterns = new Map<string, ReturnType<typeof patternOf>>();
  cel
    .registerFunction("string.re(string): bool", (text: string, pattern: string) => {
      const known = patterns.get(pattern) ?? patternOf(pattern);
      patterns.set(pattern, known);
      return known.isIn(text);
    })
    .registerFunction("days(string, string): int", (from: string, to: string) => BigInt(daysOf(from, to)))
    .registerFunction(`${hasForChecking}(dyn): bool`, () => true);
  // Facts never change: what was made of them for one rule serves the next.
  const made = new WeakMap<object, unknown>();
  const celValue = ({ from }: FactType, plain: unknown): unknown => {
    if (typeof plain !== "object" || plain === null) return from(plain);
    if (!made.has(plain)) made.set(plain, from(plain));
    return made.get(plain);
  };
  return {
    cel,
    contextOf: (seen) =>
      Object.fromEntries(Object.entries(types).map(([name, type]) => [name, celValue(type, seen[name])])),
  };
}

/** Days from one day or RFC 3339 time to another. Throws for a text that is neither. */
function daysOf(from: string, to: string): number {
  const [first, last] = [from, to].map((text) => parseDay(text.slice(0, 10)));
  if (first === undefined || last === undefined || first === null || last === null)
    throw new Error("days() takes two days as YYYY-MM-DD, or times that begin with one");
  return daysBetween(first, last);
}
