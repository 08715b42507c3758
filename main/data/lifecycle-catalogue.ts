// The lifecycle snapshot: which cycles the products of endoflife.date have and when their phases end. Loaded at every
// start, so its 8,000 cycles are checked by hand-written code; the schema in shared/model/lifecycle.ts says the same.
import { LifecycleCatalogue } from "../../shared/model/lifecycle.ts";
import { invalid, readJson } from "./read-json.ts";

export type LoadedLifecycle = LifecycleCatalogue & { readonly digest: string };

const Head = LifecycleCatalogue.omit({ products: true });

/**
 * Reads and checks a snapshot as scripts/build-data.mjs and lifecycle-snapshot.ts write it. Throws FailureError
 * `not-readable` or `catalogue-invalid`, which names the product and the field at fault.
 */
export async function loadLifecycle(file: string): Promise<LoadedLifecycle> {
  const { value, digest } = await readJson(file);
  return { ...checkedLifecycle(file, value), digest };
}

/** A catalogue from parsed JSON; `file` is for messages. Throws FailureError `catalogue-invalid`. */
export function checkedLifecycle(file: string, value: unknown): LifecycleCatalogue {
  if (!isRecord(value)) invalid(file, "not an object");
  const head = Head.safeParse(value);
  if (!head.success) {
    const issue = head.error.issues[0];
    invalid(file, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit the schema"}`);
  }
  const products = value["products"];
  if (!Array.isArray(products) || products.length === 0) invalid(file, "products: no list, or an empty one");
  const days = new Set<string>();
  const ids = new Set<string>();
  products.forEach((product: unknown, index) => {
    const fault = productFault(product, days);
    const id = isRecord(product) ? String(product["id"]) : "";
    if (fault !== null) invalid(file, `products.${index} (${id}): ${fault}`);
    if (ids.has(id)) invalid(file, `products.${index} (${id}): stands twice`);
    ids.add(id);
  });
  return { ...head.data, products: products as LifecycleCatalogue["products"] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

/** What is wrong with a product; null when nothing is. `days` remembers days already found to exist. */
function productFault(product: unknown, days: Set<string>): string | null {
  if (!isRecord(product)) return "not an object";
  for (const key of ["id", "label", "category"]) if (!isText(product[key])) return `${key}: no text`;
  for (const key of ["policy", "ltsLabel"]) {
    if (product[key] !== undefined && !isText(product[key])) return `${key}: no text`;
  }
  for (const key of ["aliases", "purls"]) {
    if (product[key] !== undefined && !isTextList(product[key])) return `${key}: no list of texts`;
  }
  const phases = product["phases"];
  if (phases !== undefined && !(isRecord(phases) && Object.values(phases).every(isText))) return "phases: not names";
  const cycles = product["cycles"];
  if (!Array.isArray(cycles)) return "cycles: no list";
  for (const cycle of cycles) {
    const fault = cycleFault(cycle, days);
    if (fault !== null) return `cycle ${isRecord(cycle) ? String(cycle["cycle"]) : "?"}: ${fault}`;
  }
  return null;
}

function cycleFault(cycle: unknown, days: Set<string>): string | null {
  if (!isRecord(cycle)) return "not an object";
  if (!isText(cycle["cycle"])) return "cycle: no text";
  for (const key of ["codename", "latest"]) {
    if (cycle[key] !== undefined && !isText(cycle[key])) return `${key}: no text`;
  }
  if (cycle["release"] !== undefined && !isDay(cycle["release"], days)) return "release: no day";
  for (const key of ["lts", "eoas", "eol", "eoes"]) {
    const value = cycle[key];
    if (value !== undefined && typeof value !== "boolean" && !isDay(value, days)) return `${key}: no day`;
  }
  return null;
}

/** `YYYY-MM-DD` and a day that exists. */
function isDay(value: unknown, days: Set<string>): boolean {
  if (typeof value !== "string") return false;
  if (days.has(value)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== value) return false;
  days.add(value);
  return true;
}
