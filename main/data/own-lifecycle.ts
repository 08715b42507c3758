// The file of own dates, read and checked whole; a fault names file, line and column. Shape: shared/model/own-lifecycle.ts.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { SourceDate } from "../../shared/model/lifecycle.ts";
import { type OwnLifecycle, OwnLifecycleFile } from "../../shared/model/own-lifecycle.ts";
import { type DecisionFile, readDecisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { misfit, type YamlFile } from "./read-yaml.ts";

/** Reads the file. Throws FailureError: `not-readable`, or `catalogue-invalid` with the place at fault. */
export async function loadOwnLifecycle(path: string): Promise<OwnLifecycle> {
  return parseOwnLifecycle(path, await readDecisionFile(path));
}

/** The same, null where there is no such file. */
export async function loadOwnLifecycleIfThere(path: string): Promise<OwnLifecycle | null> {
  const file = await readDecisionFileIfThere(path);
  return file === null ? null : parseOwnLifecycle(path, file);
}

/** Own dates of a file that was read; `path` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseOwnLifecycle(path: string, { value, fault, digest }: DecisionFile): OwnLifecycle {
  const parsed = OwnLifecycleFile.safeParse(value);
  if (!parsed.success) throw misfit(path, fault, parsed.error);
  const products = (parsed.data.products ?? []).map((product) => ({
    ...product,
    osRelease: product.osRelease?.map((id) => id.toLowerCase()),
  }));
  const dates = parsed.data.dates ?? [];
  const names = new Map<string, number>();
  products.forEach(({ id, aliases = [], osRelease = [], cycles }, index) => {
    const at = ["products", index];
    for (const name of new Set([id.toLowerCase(), ...aliases.map(lower), ...osRelease])) {
      const other = names.get(name);
      if (other !== undefined) throw fault(`${name} already belongs to entry ${other + 1} of products`, [...at, "id"]);
      names.set(name, index);
    }
    const seen = new Set<string>();
    cycles.forEach((cycle, place) => {
      const here = [...at, "cycles", place];
      if (seen.has(cycle.cycle)) throw fault(`cycle ${cycle.cycle} stands twice`, [...here, "cycle"]);
      seen.add(cycle.cycle);
      inOrder(cycle, fault, here);
    });
  });
  const stated = new Set<string>();
  dates.forEach((one, index) => {
    const at = ["dates", index];
    const { product, cycle } = one;
    if (names.has(product.toLowerCase()))
      throw fault(`${product} is a product of this file; state its dates there`, [...at, "product"]);
    const key = `${product} ${cycle}`;
    if (stated.has(key)) throw fault(`dates of ${key} stand twice`, [...at, "cycle"]);
    stated.add(key);
    const says = (["release", "eoas", "eol", "eoes"] as const).some((date) => one[date] !== undefined);
    if (!says) throw fault(`it states no date; give release, eoas, eol or eoes`, at);
    inOrder(one, fault, at);
  });
  return { file: path, digest, products: products.map(withoutUndefined), dates };
}

type Dates = { readonly [K in "release" | "eoas" | "eol" | "eoes"]?: SourceDate | undefined };

/** No phase ends before the release, or extended support before the end of life. */
function inOrder(dates: Dates, fault: YamlFile["fault"], at: readonly PropertyKey[]): void {
  const day = (date: SourceDate | undefined): CalendarDay | null => (typeof date === "string" ? date : null);
  for (const [earlier, later] of [
    ["release", "eoas"],
    ["release", "eol"],
    ["eoas", "eol"],
    ["eol", "eoes"],
  ] as const) {
    const [first, second] = [day(dates[earlier]), day(dates[later])];
    if (first !== null && second !== null && second < first) {
      throw fault(`${later}: ${second} lies before ${earlier}, ${first}`, [...at, later]);
    }
  }
}

const lower = (text: string): string => text.toLowerCase();

function withoutUndefined<T extends { osRelease?: unknown }>(product: T): T {
  if (product.osRelease !== undefined) return product;
  const { osRelease: _, ...rest } = product;
  return rest as T;
}
