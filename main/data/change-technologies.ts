// The one change that a file of technologies knows: what people say of a technology is set, field by field. A plan that
// changes loses its approval: it was given to another plan.
import { canonicalJson } from "../../shared/canonical-json.ts";
import type { Technology, TechnologySet } from "../../shared/model/technology.ts";
import { addToList, editDecisions } from "./edit-decisions.ts";
import { parseTechnologies, technologyId } from "./technologies.ts";

/** A new file, with what people who open it should know. */
export const emptyTechnologies = `# Technologies in use: who answers for them, what is planned, who approved it. See docs/LIFECYCLE.md.
schema: plimsoll/technologies@1
technologies: []
`;

/** What an entry is about; it never changes. */
export type TechnologySubject = Pick<Technology, "product" | "cycle" | "name" | "version">;

const fields = [
  "kind",
  "end",
  "source",
  "owner",
  "plan",
  "approver",
  "approved",
  "reviewed",
  "reviewer",
  "fixes",
  "announcements",
] as const;
type Field = (typeof fields)[number];

/** New values by field; null takes a field away, and one that is absent stays as it is. */
export type TechnologyChange = { readonly [F in Field]?: Technology[F] | null };

/**
 * Sets fields of the entry about `subject`, which is made where there is none. Gives the entry as it now reads. Throws
 * FailureError `usage` for what must not be (an owner who approves, a day without a person), and as editDecisions does.
 */
export async function setTechnology(
  path: string,
  subject: TechnologySubject,
  change: TechnologyChange,
): Promise<Technology> {
  const { done, after } = await editDecisions(path, {
    list: "technologies",
    empty: emptyTechnologies,
    parse: (file) => parseTechnologies(path, file),
    change: (document, before) => {
      const index = placeOf(before, subject);
      const known = index < 0 ? undefined : before.technologies[index];
      const values = { ...change, ...fallenApproval(known, change) };
      if (known === undefined) {
        const id = technologyId(subject);
        const given = fields.flatMap((field) => {
          const value = values[field];
          return value === undefined || value === null ? [] : [[field, value] as const];
        });
        addToList(document, "technologies", { id, ...defined(subject), ...Object.fromEntries(given) });
        return id;
      }
      for (const field of fields) {
        const value = values[field];
        if (value === undefined || canonicalJson(value) === canonicalJson(known[field] ?? null)) continue;
        if (value === null) document.deleteIn(["technologies", index, field]);
        else document.setIn(["technologies", index, field], document.createNode(value));
      }
      return known.id;
    },
  });
  const entry = after.technologies.find(({ id }) => id === done);
  if (entry === undefined) throw new Error(`no technology ${done} in the file that was just written`);
  return entry;
}

function placeOf({ technologies }: TechnologySet, subject: TechnologySubject): number {
  return technologies.findIndex((entry) => technologyId(entry) === technologyId(subject));
}

/** The approval of a plan that is changed without a new one. */
function fallenApproval(known: Technology | undefined, { plan, approver }: TechnologyChange): TechnologyChange {
  if (known?.approver === undefined || plan === undefined || approver !== undefined) return {};
  if (canonicalJson(plan) === canonicalJson(known.plan ?? null)) return {};
  return { approver: null, approved: null };
}

function defined(subject: TechnologySubject): object {
  return Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== undefined));
}
