// From the fields of the form to what is asked of the file: only what was changed, and what is wrong with it first.
import { parseDay } from "../../../../shared/calendar-day.ts";
import type { TechnologyEdit } from "../../../../shared/ipc/review.ts";
import { planActions, type ReviewedTechnology, type Technology } from "../../../../shared/model/technology.ts";
import { isSamePerson } from "../../../../shared/same-person.ts";

export interface Given {
  readonly owner: string;
  /** One of `planActions`, or nothing. */
  readonly action: string;
  readonly text: string;
  readonly target: string;
  readonly approver: string;
  readonly reviewer: string;
  /** `yes`, `no` or nothing. */
  readonly prompt: string;
  readonly note: string;
}

/** What the form begins with. A new review is asked for each time, so that field begins empty. */
export function givenOf(entry: Technology | undefined): Given {
  const { owner = "", plan, approver = "", fixes } = entry ?? {};
  return {
    owner,
    action: plan?.action ?? "",
    text: plan?.text ?? "",
    target: plan?.target ?? "",
    approver,
    reviewer: "",
    prompt: fixes === undefined ? "" : fixes.prompt ? "yes" : "no",
    note: fixes?.note ?? "",
  };
}

export type Fault = "no-day" | "no-plan" | "same-person" | "no-answer";

/** What is wrong, by field; the key of its sentence. */
export function faultsOf({
  owner,
  action,
  text,
  target,
  approver,
  prompt,
  note,
}: Given): Partial<Record<keyof Given, Fault>> {
  const hasApprover = approver.trim() !== "";
  return {
    ...(target.trim() !== "" && parseDay(target.trim()) === null ? { target: "no-day" as const } : {}),
    ...(action === "" && (target.trim() !== "" || text.trim() !== "" || hasApprover)
      ? { action: "no-plan" as const }
      : {}),
    ...(hasApprover && owner.trim() !== "" && isSamePerson(owner, approver)
      ? { approver: "same-person" as const }
      : {}),
    ...(prompt === "" && note.trim() !== "" ? { prompt: "no-answer" as const } : {}),
  };
}

/** What an edit of this row is about: its entry, else the product and cycle, else the name. */
export function subjectOf({ entry, product, cycle, label }: ReviewedTechnology): TechnologyEdit["subject"] {
  if (entry !== undefined)
    return defined({ product: entry.product, cycle: entry.cycle, name: entry.name, version: entry.version });
  if (product === null) return { name: label };
  return cycle === null ? { product } : { product, cycle };
}

/** The change; null where nothing was changed. To be asked once `faultsOf` finds nothing. */
export function editOf(technology: ReviewedTechnology, given: Given): TechnologyEdit | null {
  const before = givenOf(technology.entry);
  const differs = (...names: (keyof Given)[]): boolean =>
    names.some((name) => given[name].trim() !== before[name].trim());
  const isPlanChanged = differs("action", "text", "target");
  const approver = given.approver.trim();
  const edit: Omit<TechnologyEdit, "subject"> = {
    ...(differs("owner") ? { owner: given.owner.trim() || null } : {}),
    ...(isPlanChanged ? { plan: planOf(given) } : {}),
    // An approver who stays in the field beside a changed plan approved another plan: the file drops the approval then.
    ...(differs("approver") ? { approver: approver === "" ? null : approver } : {}),
    ...(given.reviewer.trim() === "" ? {} : { reviewer: given.reviewer.trim() }),
    ...(differs("prompt", "note") ? { fixes: fixesOf(given) } : {}),
  };
  return Object.keys(edit).length === 0 ? null : { subject: subjectOf(technology), ...edit };
}

function planOf({ action: asked, text, target }: Given): NonNullable<TechnologyEdit["plan"]> | null {
  const action = planActions.find((known) => known === asked);
  if (action === undefined) return null;
  const day = parseDay(target.trim());
  return { action, ...(text.trim() === "" ? {} : { text: text.trim() }), ...(day === null ? {} : { target: day }) };
}

function fixesOf({ prompt, note }: Given): NonNullable<TechnologyEdit["fixes"]> | null {
  if (prompt === "") return null;
  return { prompt: prompt === "yes", ...(note.trim() === "" ? {} : { note: note.trim() }) };
}

function defined<T extends object>(given: T): TechnologyEdit["subject"] {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
