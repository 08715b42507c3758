// Which entry of the file of technologies speaks of a technology that images show: the one that names it most exactly.
import type { Technology } from "../../../shared/model/technology.ts";
import { isAllowedName } from "../../../shared/policy-match.ts";
import type { SeenTechnology } from "./technologies-in-use.ts";

/** The entry, null where people said nothing of it. */
export function entryFor(
  { product, cycle, label, component }: Pick<SeenTechnology, "product" | "cycle" | "label" | "component">,
  entries: readonly Technology[],
): Technology | null {
  const version = cycle ?? component.component.version;
  const fitting = entries.filter((entry) => {
    if (entry.name !== undefined) return product === null && sameName(entry.name, label);
    if (entry.product !== product) return false;
    return entry.cycle === undefined || (version !== null && isAllowedName(version, [entry.cycle]));
  });
  return [...fitting].sort((a, b) => exactness(b) - exactness(a))[0] ?? null;
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** A cycle without a wildcard, then the pattern that says most of it, then the product alone. */
function exactness({ cycle }: Technology): number {
  if (cycle === undefined) return 0;
  const letters = cycle.replaceAll("*", "").length + 1;
  return cycle.includes("*") ? letters : letters + 1000;
}
