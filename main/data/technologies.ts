// The file of technologies, read and checked whole: a fault names file, line and column. Shape: shared/model/technology.ts;
// docs/LIFECYCLE.md explains it with an example.
import { canonicalJson } from "../../shared/canonical-json.ts";
import { type Technology, TechnologyFile, type TechnologySet } from "../../shared/model/technology.ts";
import { isSamePerson } from "../../shared/same-person.ts";
import { type DecisionFile, readDecisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { misfit } from "./read-yaml.ts";
import { uuid5 } from "./uuid5.ts";

/** Reads technologies. Throws FailureError: `not-readable`, or `catalogue-invalid` with the place of the fault. */
export async function loadTechnologies(path: string): Promise<TechnologySet> {
  return parseTechnologies(path, await readDecisionFile(path));
}

/** The same, null where there is no such file. */
export async function loadTechnologiesIfThere(path: string): Promise<TechnologySet | null> {
  const file = await readDecisionFileIfThere(path);
  return file === null ? null : parseTechnologies(path, file);
}

/** Technologies of a file that was read; `path` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseTechnologies(path: string, { value, fault, digest }: DecisionFile): TechnologySet {
  const parsed = TechnologyFile.safeParse(value);
  if (!parsed.success) throw misfit(path, fault, parsed.error);
  const ids = new Map<string, number>();
  const subjects = new Map<string, number>();
  const technologies = (parsed.data.technologies ?? []).map((given, index): Technology => {
    const at = ["technologies", index];
    const found = faultOf(given);
    if (found !== null) throw fault(found.cause, [...at, ...found.place]);
    const technology = { ...given, id: given.id ?? technologyId(given) };
    const twice = ids.get(technology.id) ?? subjects.get(aboutOf(technology));
    if (twice !== undefined) throw fault(`it stands twice, also as number ${twice + 1}`, at);
    ids.set(technology.id, index);
    subjects.set(aboutOf(technology), index);
    return technology;
  });
  return { technologies, digest };
}

/** The id of a technology that was given none: it follows from what the entry is about. */
export function technologyId(technology: About): string {
  return uuid5(`technology ${aboutOf(technology)}`);
}

type About = Pick<Technology, "product" | "cycle" | "name" | "version">;

/** Two entries about the same are one too many: nobody could say which holds. */
function aboutOf({ product, cycle, name, version }: About): string {
  return canonicalJson({ product, cycle, name: name?.trim().toLowerCase(), version });
}

interface Fault {
  readonly cause: string;
  readonly place: readonly PropertyKey[];
}

/** What is wrong with an entry that its shape alone does not show; null = nothing. */
function faultOf(entry: Omit<Technology, "id"> & { readonly id?: string | undefined }): Fault | null {
  const { product, cycle, name, owner, plan, approver, approved, reviewed, reviewer } = entry;
  if (product === undefined && name === undefined) return { cause: "name a product, or give a name", place: [] };
  if (product !== undefined && name !== undefined)
    return { cause: "name: a product has its own name; give one of the two", place: ["name"] };
  if (cycle !== undefined && product === undefined)
    return { cause: "cycle: it needs a product; beside a name, give version", place: ["cycle"] };
  const stated = (["kind", "version", "end", "source"] as const).find((key) => entry[key] !== undefined);
  if (product !== undefined && stated !== undefined)
    return { cause: `${stated}: it goes with a name; a product has it from the lifecycle data`, place: [stated] };
  if (entry.end !== undefined && entry.source === undefined)
    return { cause: "end: say where the day comes from as well (source)", place: ["end"] };
  if (approver !== undefined && approved === undefined)
    return { cause: "approver: say on which day as well (approved)", place: ["approver"] };
  if (approved !== undefined && approver === undefined)
    return { cause: "approved: say by whom as well (approver)", place: ["approved"] };
  if (approver !== undefined && plan === undefined)
    return { cause: "approver: there is no plan that was approved", place: ["approver"] };
  if (approver !== undefined && owner !== undefined && isSamePerson(approver, owner))
    return { cause: `approver: ${owner} is the owner; another person must approve the plan`, place: ["approver"] };
  if (reviewed !== undefined && reviewer === undefined)
    return { cause: "reviewed: say by whom as well (reviewer)", place: ["reviewed"] };
  if (reviewer !== undefined && reviewed === undefined)
    return { cause: "reviewer: say on which day as well (reviewed)", place: ["reviewer"] };
  return null;
}
