// What fetched or imported bytes have to be before they replace anything: JSON of a known shape, no half of what was known,
// no older state and none of the future. Either all of it is taken, or none.
import type { z } from "zod";
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { LifecycleCatalogue } from "../../shared/model/lifecycle.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { phrase } from "../../shared/wording/say.ts";
import { catalogueOfAnswer, FullAnswer } from "./lifecycle-api.ts";
import { sizeOf } from "./lifecycle-snapshot.ts";

/** An answer of the source, or with `own` also a catalogue as Plimsoll itself writes it. */
export type Accepted = "answer" | "own";

/**
 * The catalogue in `bytes`; `known` is the data in use, `today` the day of this machine, `source` an address or a file for
 * messages. Throws FailureError `data-refused` with the reason.
 */
export function acceptedLifecycle(
  bytes: Uint8Array,
  accepted: Accepted,
  known: LifecycleCatalogue,
  today: CalendarDay,
  source: string,
): LifecycleCatalogue {
  const refuse = (key: string, params?: Phrase["params"]): never => {
    throw new FailureError({ kind: "data-refused", source, why: phrase(key, params) });
  };
  const value = parsed(bytes) ?? refuse("data.no-json");
  const catalogue =
    accepted === "own" && isOurs(value)
      ? withoutOwn(fitting(LifecycleCatalogue, value, refuse))
      : catalogueOfAnswer(whole(fitting(FullAnswer, value, refuse), refuse), known);
  const twice = firstTwice(catalogue);
  if (twice !== null) refuse("data.twice", { name: twice });
  if (catalogue.date > addDays(today, 1)) refuse("data.future", { date: catalogue.date, today });
  if (catalogue.date < known.date) refuse("data.older", { date: catalogue.date, known: known.date });
  const [now, before] = [sizeOf(catalogue), sizeOf(known)];
  // Products come and go one by one; half of them at once is a cut or a wrong answer.
  for (const what of ["products", "cycles"] as const) {
    if (now[what] * 2 < before[what]) refuse(`data.few-${what}`, { count: now[what], known: before[what] });
  }
  return catalogue;
}

/** Lists that say how long they are have to be that long. */
function whole(answer: FullAnswer, refuse: (key: string, params: Phrase["params"]) => never): FullAnswer {
  const { total, result } = answer;
  if (total !== undefined && total !== result.length) refuse("data.not-whole", { count: result.length, total });
  return answer;
}

function fitting<T>(schema: z.ZodType<T>, value: unknown, refuse: (key: string, params: Phrase["params"]) => never): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  return refuse("data.other-shape", {
    place: place === "" ? "–" : place.slice(0, 200),
    cause: issue?.message.slice(0, 200) ?? "",
  });
}

/** Marks that only a file of own dates may set. */
function withoutOwn(catalogue: LifecycleCatalogue): LifecycleCatalogue {
  const products = catalogue.products.map(({ osRelease: _, cycles, ...product }) => ({
    ...product,
    cycles: cycles.map(({ own: __, ...cycle }) => cycle),
  }));
  return { ...catalogue, products };
}

function firstTwice({ products }: LifecycleCatalogue): string | null {
  const ids = new Set<string>();
  for (const { id, cycles } of products) {
    if (ids.has(id)) return id;
    ids.add(id);
    const names = new Set<string>();
    for (const { cycle } of cycles) {
      if (names.has(cycle)) return `${id} ${cycle}`;
      names.add(cycle);
    }
  }
  return null;
}

function isOurs(value: unknown): boolean {
  const schema: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "schema") : undefined;
  return typeof schema === "string" && schema.startsWith("plimsoll/");
}

/** undefined where it is no JSON in UTF-8. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
