// Lists of untrusted documents, checked member by member up to the first that does not fit: the schema library describes
// every misfit, and a list of a million numbers where texts belong would become a million descriptions.
import { z } from "zod";

/** A schema for a list of `member`; the issue of the first misfit has its place in the list. */
export function listOf<T>(member: z.ZodType<T>) {
  return z.array(z.unknown()).transform((items, context): T[] => {
    const list: T[] = [];
    for (const [at, item] of items.entries()) {
      const parsed = member.safeParse(item);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const message = issue?.message ?? "it does not fit";
        context.addIssue({ code: "custom", path: [at, ...(issue?.path ?? [])], message });
        return z.NEVER;
      }
      list.push(parsed.data);
    }
    return list;
  });
}
