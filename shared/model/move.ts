// Moves: from the image as it is to another base, with what that costs and changes. Tags stand here only where the catalogue
// of hardened images holds them; what no data of ours holds is a thing to look for, without a tag.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { HardenedState } from "./hardened.ts";
import { LifecycleStatus } from "./lifecycle.ts";
import { Phrase } from "./phrase.ts";

export const moveKinds = ["newer-tag", "next-line", "dhi", "dhi-els", "distroless", "own-base"] as const;
export const MoveKind = z.enum(moveKinds);
export type MoveKind = z.infer<typeof MoveKind>;

export const Effort = z.enum(["low", "medium", "high"]);
export type Effort = z.infer<typeof Effort>;

/** What has to be paid for: nothing but a Docker account, or the Enterprise subscription with its ELS add-on. */
export const MoveTier = z.enum(["community", "enterprise-els"]);
export type MoveTier = z.infer<typeof MoveTier>;

/** What would become of a control: a forecast from what the catalogue states, never a verdict. */
export const ControlChange = z.object({
  control: z.string(),
  change: z.enum(["gain", "loss"]),
  certainty: z.literal("expected"),
  reason: z.string(),
  phrase: Phrase,
});
export type ControlChange = z.infer<typeof ControlChange>;

/** The last supported day now and afterwards, also one that has passed; null = no source dates it. */
export const SupportChange = z.object({
  before: CalendarDay.nullable(),
  after: CalendarDay.nullable(),
  /** `after` is an upper bound that nobody has published. */
  estimate: z.literal(true).optional(),
});
export type SupportChange = z.infer<typeof SupportChange>;

/** Sentences in English, and the phrases they were made of. */
const Said = { reasons: z.array(z.string()), phrases: z.array(Phrase) };

export const Move = z.object({
  kind: MoveKind,
  /** `REPOSITORY:TAG` as the catalogue holds it: for the last stage. */
  to: z.string(),
  /** The same for stages that run commands; absent where the catalogue names none. */
  devTo: z.string().optional(),
  /** The catalogue's name of the line. */
  line: z.string(),
  tier: MoveTier,
  licence: z.string(),
  effort: Effort,
  /** Ids of controls that are expected to be met, and no longer to be met; `changes` says why. */
  gains: z.array(z.string()),
  losses: z.array(z.string()),
  changes: z.array(ControlChange),
  supportedUntil: SupportChange,
  ...Said,
  /** The data that the move rests on, with their day. */
  source: z.string(),
});
export type Move = z.infer<typeof Move>;

/** A newer version that exists, in a repository whose tags no data of ours holds. */
export const LookFor = z.object({
  kind: z.enum(["newer-tag", "next-line"]),
  product: z.string(),
  label: z.string(),
  cycle: z.string(),
  /** The newest version of the cycle that the data know. */
  version: z.string().nullable(),
  supportedUntil: SupportChange,
  ...Said,
  source: z.string(),
});
export type LookFor = z.infer<typeof LookFor>;

/** What the image is taken for, and by which evidence. */
export const MainThing = z.object({
  by: z.enum(["chain-id", "shared-layers", "name", "runtime", "program", "os", "nothing"]),
  /** The hardened product that would stand for it; null = none is known. */
  product: z.string().nullable(),
  version: z.string().nullable(),
  reason: z.string(),
  phrase: Phrase,
});
export type MainThing = z.infer<typeof MainThing>;

export const Recommendation = z.object({
  schema: z.literal("plimsoll/recommendation@1"),
  on: CalendarDay,
  image: z.object({ reference: z.string(), id: z.string(), references: z.array(z.string()), platform: z.string() }),
  now: z.object({
    thing: MainThing,
    hardened: HardenedState.pick({ state: true, family: true, product: true, line: true, tier: true, variant: true }),
    lifecycle: LifecycleStatus,
    supportedUntil: z.object({ date: CalendarDay, component: z.string() }).nullable(),
    fails: z.int().nonnegative(),
    notAssessed: z.int().nonnegative(),
    surface: HardenedState.shape.surface,
  }),
  /** Best first: the most gain for the least effort, then the lowest price. */
  moves: z.array(Move),
  lookFor: z.array(LookFor),
  /** Why there is no move, and what is not known. */
  ...Said,
  data: z.object({
    lifecycle: z.object({ source: z.string(), date: CalendarDay }),
    hardened: z.object({ source: z.string(), date: CalendarDay }),
  }),
});
export type Recommendation = z.infer<typeof Recommendation>;
