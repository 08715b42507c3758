// Packs: rules of an organisation, in the schema of the catalogue, decided by CEL expressions instead of by code. The form of
// a pack is described for people in docs/PACKS.md.
import { z } from "zod";
import { BenchmarkHead, Control, type RuleSet } from "./control.ts";
import type { FailureError } from "./failure.ts";

/** No organisation comes near these; a pack beyond them is none. */
export const packBounds = { files: 64, controls: 500, expression: 4_000 } as const;

const Message = z.strictObject({ en: z.string().min(1).max(300), de: z.string().min(1).max(300) });
const Expression = z.string().min(1).max(packBounds.expression);

export const PackCheck = z.strictObject({
  /** Names of the facts that it reads; it sees no others, and where one was not read the finding is `not-assessed`. */
  needs: z.array(z.string()).min(1),
  /** CEL, a bool: where it is false, the rule does not apply to this subject. */
  when: Expression.optional(),
  /** CEL, a bool: true is a pass, false is a fail. */
  expression: Expression,
  /** CEL, a list of places: texts, or maps with `where` and `detail`. */
  evidence: Expression.optional(),
  messages: z
    .strictObject({ pass: Message.optional(), fail: Message.optional(), "not-applicable": Message.optional() })
    .optional(),
});
export type PackCheck = z.infer<typeof PackCheck>;

export const PackControl = Control.extend({ check: PackCheck.optional() }).superRefine((control, context) => {
  const { check, unchecked } = control;
  if ((check === undefined) === (unchecked === undefined))
    context.addIssue({
      code: "custom",
      path: [],
      message: "a control has either a check or unchecked with its reason",
    });
  if (check?.when !== undefined && check.messages?.["not-applicable"] === undefined)
    context.addIssue({
      code: "custom",
      path: ["check", "when"],
      message: "messages.not-applicable must say why the rule does not apply where `when` is false",
    });
});
export type PackControl = z.infer<typeof PackControl>;

/** `benchmark.yaml` of a pack: its id is its own. */
export const PackHead = BenchmarkHead.extend({ id: z.string().regex(/^[a-z][a-z0-9-]*$/) });
export type PackHead = z.infer<typeof PackHead>;

export const PackPart = z.strictObject({
  shared: z.unknown().optional(),
  controls: z.array(PackControl).min(1).max(packBounds.controls),
});

/** A field of a check, for messages that point into it. */
export type PackPlace = readonly ["when" | "expression" | "evidence"] | readonly ["needs", number];

/** A control with its expression as read, and the way back to the file. */
export interface PackRule {
  readonly control: Control;
  readonly check: PackCheck;
  /** A failure with file, line and column; `offset` counts UTF-16 units inside the text of the field. */
  readonly fault: (place: PackPlace, cause: string, offset?: number) => FailureError;
}

/** A pack as it was read: a rule set like any other, and the expressions that decide its controls. */
export interface Pack {
  readonly set: RuleSet;
  readonly rules: readonly PackRule[];
}
