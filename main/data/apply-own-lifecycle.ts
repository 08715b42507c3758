// Own dates worked into the catalogue: own products beside the others, and single dates in the place of the source's, which
// stays beside them as a second opinion. Pure; everything that comes from the file bears its source and age.
import type { Cycle, LifecycleData, OwnDates, Product, SecondOpinion } from "../../shared/model/lifecycle.ts";
import type { OwnCycle, OwnDate, OwnLifecycle, OwnProduct } from "../../shared/model/own-lifecycle.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { phrase } from "../../shared/wording/say.ts";

const overridable = ["release", "eoas", "eol", "eoes"] as const;

export interface WithOwn<T extends LifecycleData> {
  readonly data: T;
  /** What of the file meets nothing in this state of the data: catalogues change, so it is said and no fault. */
  readonly notes: readonly Phrase[];
}

/** `data` with own dates in it, its products in the same order and own ones at the end; `data` itself is not changed. */
export function withOwnDates<T extends LifecycleData>(data: T, own: OwnLifecycle): WithOwn<T> {
  const notes: Phrase[] = [];
  const opinions: SecondOpinion[] = [];
  const replaced = new Map<string, Product>();
  for (const date of own.dates) {
    const known = findProduct(data, date.product);
    const product = known === undefined ? undefined : (replaced.get(known.id) ?? known);
    const cycle = product?.cycles.find((each) => each.cycle === date.cycle);
    if (product === undefined || cycle === undefined) {
      notes.push(phrase("data.own-unknown", { name: `${date.product} ${date.cycle}`, date: data.date }));
      continue;
    }
    if (overridable.every((key) => date[key] === undefined || date[key] === cycle[key])) {
      notes.push(phrase("data.own-same", { name: `${product.label} ${cycle.cycle}` }));
      continue;
    }
    opinions.push(...formerDates(data, product, cycle, date));
    const now = overridden(cycle, date, own.file);
    if (typeof now.eol === "string" && typeof now.eoes === "string" && now.eoes < now.eol) {
      const name = `${product.label} ${cycle.cycle}`;
      notes.push(phrase("data.own-crossed", { name, eol: now.eol, eoes: now.eoes }));
    }
    const cycles = product.cycles.map((each) => (each === cycle ? now : each));
    replaced.set(product.id, { ...product, cycles });
  }
  const ids = new Set(own.products.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const products = data.products.flatMap((product): Product[] => {
    if (!ids.has(product.id)) return [replaced.get(product.id) ?? product];
    notes.push(phrase("data.own-known", { name: product.label, date: data.date }));
    return [];
  });
  return {
    data: {
      ...data,
      products: [...products, ...own.products.map((product) => productOf(product, own.file))],
      opinions: [...(data.opinions ?? []), ...opinions],
      own: { file: own.file, digest: own.digest },
    },
    notes,
  };
}

function findProduct({ products }: LifecycleData, id: string): Product | undefined {
  return (
    products.find((product) => product.id === id) ?? products.find(({ aliases }) => aliases?.includes(id) === true)
  );
}

/** Own dates say so themselves: `lifecycle.yaml: minutes of October`. */
function fromFile(file: string, source: string): string {
  return `${file.split(/[\\/]/).at(-1) ?? file}: ${source}`;
}

function overridden(cycle: Cycle, own: OwnDate, file: string): Cycle {
  const { source, asOf, product: _, cycle: __, ...dates } = own;
  const stated = overridable.filter((key) => dates[key] !== undefined && dates[key] !== cycle[key]);
  const said: OwnDates = { source: fromFile(file, source), asOf, dates: stated };
  return { ...cycle, ...Object.fromEntries(stated.map((key) => [key, dates[key]])), own: said };
}

/** What the source said of the ends that the file states differently. */
function formerDates(data: LifecycleData, { id }: Product, cycle: Cycle, own: OwnDate): SecondOpinion[] {
  return (["eol", "eoes"] as const).flatMap((phase): SecondOpinion[] => {
    const until = cycle[phase];
    if (own[phase] === undefined || own[phase] === until || typeof until !== "string") return [];
    return [{ product: id, cycle: cycle.cycle, phase, until, source: data.source, asOf: data.date }];
  });
}

function productOf(own: OwnProduct, file: string): Product {
  const { source, asOf, cycles, osRelease, phases, ...product } = own;
  const { id, label, category, aliases, policy } = product;
  return {
    id,
    label,
    category,
    ...(aliases === undefined ? {} : { aliases }),
    ...(phases === undefined ? {} : { phases: stated(phases) }),
    ...(policy === undefined ? {} : { policy }),
    // Compared in lower case, as os-release IDs are.
    ...(category === "os" ? { osRelease: [...new Set([id.toLowerCase(), ...(osRelease ?? [])])] } : {}),
    cycles: cycles.map((cycle) => cycleOf(cycle, source, asOf, file)),
  };
}

function cycleOf(cycle: OwnCycle, source: string, asOf: OwnDates["asOf"], file: string): Cycle {
  const { source: own = source, asOf: day = asOf, ...rest } = cycle;
  const dates = (["release", "lts", "eoas", "eol", "eoes"] as const).filter((key) => rest[key] !== undefined);
  return { ...stated(rest), own: { source: fromFile(file, own), asOf: day, dates } };
}

/** Without keys whose value is undefined. */
function stated<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
