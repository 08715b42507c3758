// One move to a target of the hardened catalogue, with everything that it costs and changes.
import type { ControlChange, Move, MoveKind, SupportChange } from "../../../shared/model/move.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { phrase, say } from "../../../shared/wording/say.ts";
import { controlChanges } from "./changes.ts";
import { type Work, workOf } from "./effort.ts";
import { hardenedSource, type Judged, type Knowledge, lifecycleSource } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";
import { supportAfter, supportNow, systemEnd } from "./support.ts";
import { isUnderstood, type Target } from "./target.ts";

/** The definitions of the public catalogue; what is in an image keeps its own licences. */
const communityLicence = "Apache-2.0";

/** A move with the weight of its gain, from which it gets its rank. */
export interface Weighed {
  readonly move: Move;
  readonly gain: number;
}

/** What is known of a move before its worth is judged. */
export interface Draft {
  readonly kind: MoveKind;
  readonly target: Target;
  readonly points: Parameters<typeof workOf>[0];
  readonly why: readonly Phrase[];
}

/** The move of a draft, in the free tier. */
export function makeMove(audit: Judged, thing: Thing, draft: Draft, known: Knowledge): Weighed {
  const { target } = draft;
  const { change, undated } = supportAfter(audit, thing, target, known);
  const changes = controlChanges(
    audit,
    target,
    { systemEnds: systemEnd(target, known), isHardened: thing.by === "chain-id" },
    known,
  );
  const work = workOf(draft.points);
  const phrases = [
    ...draft.why,
    ...(isUnderstood(thing) ? [] : [phrase("move.tag-words", { tag: (thing.tag ?? "").slice(0, 128) })]),
    ...(supportGain(audit, change, known) < 0 ? [phrase("move.support-shorter")] : []),
    ...(undated.length === 0 ? [] : [phrase("move.after-undated", { parts: undated.join(", ").slice(0, 300) })]),
    ...(target.devTo === null ? [phrase("move.no-dev-tag")] : [phrase("move.dev-tag", { tag: target.devTo })]),
    phrase("move.cost-community"),
    ...work.phrases,
  ];
  return {
    move: {
      kind: draft.kind,
      to: target.to,
      ...(target.devTo === null ? {} : { devTo: target.devTo }),
      line: target.line.version,
      tier: "community",
      licence: communityLicence,
      ...worth(work, changes, change, phrases),
      source: `${hardenedSource(known)}; ${lifecycleSource(known)}`,
    },
    gain: gainOf(audit, changes, change, known),
  };
}

/** The parts of a move that are the same for all kinds. */
export function worth(
  { effort }: Work,
  changes: readonly ControlChange[],
  supportedUntil: SupportChange,
  phrases: readonly Phrase[],
): Pick<Move, "effort" | "gains" | "losses" | "changes" | "supportedUntil" | "reasons" | "phrases"> {
  const ids = (which: ControlChange["change"]) =>
    changes.filter(({ change }) => change === which).map(({ control }) => control);
  return {
    effort,
    gains: ids("gain"),
    losses: ids("loss"),
    changes: [...changes],
    supportedUntil,
    reasons: phrases.map((each) => say(each, "en")),
    phrases: [...phrases],
  };
}

const weights = { high: 3, medium: 2, low: 1 } as const;

/** Controls by their severity, what is lost counting only where it is met today, and the support that is won. */
export function gainOf(
  audit: Judged,
  changes: readonly ControlChange[],
  support: SupportChange,
  known: Knowledge,
): number {
  const byId = new Map(audit.findings.map((finding) => [finding.control, finding]));
  const controls = changes.reduce((sum, { control, change }) => {
    const finding = byId.get(control);
    if (finding === undefined) return sum;
    if (change === "loss") return finding.status === "pass" ? sum - weights[finding.severity] : sum;
    return sum + (finding.status === "fail" ? weights[finding.severity] : 1);
  }, 0);
  // An end that nobody promises is shown and never counted.
  return support.estimate === true ? controls : controls + supportGain(audit, support, known);
}

/** Support won: 6 where it is over and comes back, 3 where it ends soon and lasts longer; 2 less than nothing where it shrinks. */
export function supportGain(audit: Judged, { after }: SupportChange, { on }: Knowledge): number {
  const { day, urgency } = supportNow(audit, on);
  if (after === null) return 0;
  if (day !== null && day >= on && after < day) return -2;
  if (after < on || (day !== null && after <= day)) return 0;
  return urgency === "over" ? 6 : urgency === "soon" ? 3 : 0;
}
