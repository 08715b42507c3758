// The changes that a file of entitlements knows: record and remove. Each is checked against what the file says.
import type { Document } from "yaml";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Entitlement, EntitlementSet } from "../../shared/model/entitlement.ts";
import { addToList, editDecisions, pickById, usage } from "./edit-decisions.ts";
import { entitlementId, parseEntitlements } from "./entitlements.ts";

/** A new file, with what people who open it should know. */
export const emptyEntitlements = `# Extended support that was bought: from whom, for what, under which contract, until when. See docs/LIFECYCLE.md.
schema: plimsoll/entitlements@1
entitlements: []
`;

/**
 * Writes down what was bought; its scope was checked against the lifecycle data (entitled-scope.ts). Gives the entry.
 * Throws FailureError `usage` for one that contradicts itself or stands there already, and what `editDecisions` throws.
 */
export function addEntitlement(path: string, entitlement: Omit<Entitlement, "id">): Promise<Entitlement> {
  return changed(path, (document) => {
    const id = entitlementId(entitlement);
    addToList(document, "entitlements", { id, ...entitlement });
    return id;
  });
}

/** Marks an entry as removed; it stays in the file. Throws FailureError `usage` where there is none, or it is removed. */
export function removeEntitlement(
  path: string,
  removal: {
    readonly id: string;
    readonly by: string;
    readonly on: CalendarDay;
    readonly reason?: string | undefined;
  },
): Promise<Entitlement> {
  return changed(path, (document, before) => {
    const { entry, index } = pickById(before.entitlements, removal.id, "entitlement");
    const { removed } = entry;
    if (removed !== undefined) throw usage(`entitlement ${entry.id} was removed by ${removed.by} on ${removed.on}`);
    const { by, on, reason } = removal;
    const said = { by, on, ...(reason === undefined ? {} : { reason }) };
    document.setIn(["entitlements", index, "removed"], document.createNode(said));
    return entry.id;
  });
}

async function changed(
  path: string,
  change: (document: Document, before: EntitlementSet) => string,
): Promise<Entitlement> {
  const parse = (file: Parameters<typeof parseEntitlements>[1]) => parseEntitlements(path, file);
  const { done, after } = await editDecisions(path, { list: "entitlements", empty: emptyEntitlements, parse, change });
  return pickById(after.entitlements, done, "entitlement").entry;
}
