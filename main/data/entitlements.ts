// The file of extended support that was bought, read and checked whole: a fault names file, line and column, and no audit
// runs beside one. Shape: shared/model/entitlement.ts; docs/LIFECYCLE.md explains it with an example.
import { canonicalJson } from "../../shared/canonical-json.ts";
import { type Entitlement, EntitlementFile, type EntitlementSet } from "../../shared/model/entitlement.ts";
import { type DecisionFile, readDecisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { misfit } from "./read-yaml.ts";
import { uuid5 } from "./uuid5.ts";

/**
 * Reads entitlements. Throws FailureError: `not-readable`, or `catalogue-invalid` where the file does not parse or an entry
 * contradicts itself. A product that the lifecycle data does not know is no fault: data changes (entitlement-standing.ts).
 */
export async function loadEntitlements(path: string): Promise<EntitlementSet> {
  return parseEntitlements(path, await readDecisionFile(path));
}

/** The same, null where there is no such file. */
export async function loadEntitlementsIfThere(path: string): Promise<EntitlementSet | null> {
  const file = await readDecisionFileIfThere(path);
  return file === null ? null : parseEntitlements(path, file);
}

/** Entitlements of a file that was read; `path` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseEntitlements(path: string, { value, fault, digest }: DecisionFile): EntitlementSet {
  const parsed = EntitlementFile.safeParse(value);
  if (!parsed.success) throw misfit(path, fault, parsed.error);
  const seen = new Map<string, number>();
  const entitlements = (parsed.data.entitlements ?? []).map((given, index): Entitlement => {
    const entitlement = { ...given, id: given.id ?? entitlementId(given) };
    const at = ["entitlements", index];
    const found = faultOf(entitlement);
    if (found !== null) throw fault(found.cause, [...at, ...found.place]);
    const { id } = entitlement;
    const other = seen.get(id);
    if (other !== undefined) throw fault(`entitlement ${id} stands twice, also as number ${other + 1}`, [...at, "id"]);
    seen.set(id, index);
    return entitlement;
  });
  return { entitlements, digest };
}

/** The id of an entry that was given none: it follows from what was bought, and from who recorded it when. */
export function entitlementId(given: Omit<Entitlement, "id">): string {
  const { provider, programme, scope, contract, from, until, by, on } = given;
  return uuid5(`entitlement ${canonicalJson({ provider, programme, scope, contract, from, until, by, on })}`);
}

interface Fault {
  readonly cause: string;
  readonly place: readonly PropertyKey[];
}

/** What is wrong with an entry that its shape alone does not show; null = nothing. */
function faultOf({ from, until, on, removed }: Entitlement): Fault | null {
  if (from !== undefined && until < from)
    return { cause: `until: ${until} lies before its first day, ${from}`, place: ["until"] };
  if (removed !== undefined && removed.on < on)
    return { cause: `on: it was removed before it was recorded, on ${on}`, place: ["removed", "on"] };
  return null;
}
