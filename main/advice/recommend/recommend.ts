// The smallest moves that help an image, ranked: what is gained over what it takes, then the price. Pure: the same audit,
// data and day give the same answer. Where nothing helps, that is said with its reason.
import { daysBetween } from "../../../shared/calendar-day.ts";
import type { Move, Recommendation } from "../../../shared/model/move.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { displayName } from "../../../shared/reference.ts";
import { supportedUntil } from "../../../shared/summary.ts";
import { phrase, say } from "../../../shared/wording/say.ts";
import { elsMove } from "./els-moves.ts";
import { bareBase, equivalents, programBase } from "./hardened-moves.ts";
import type { Judged, Knowledge } from "./knowledge.ts";
import { heldProduct } from "./knowledge.ts";
import { lineMoves } from "./line-moves.ts";
import { lookFor } from "./look-for.ts";
import { mainThing, type Thing } from "./main-thing.ts";
import { type Draft, makeMove, supportGain, type Weighed } from "./make-move.ts";
import { supportNow } from "./support.ts";

/** The recommendation for one judged image. */
export function recommend(audit: Judged, known: Knowledge): Recommendation {
  const thing = mainThing(audit, known);
  const { weighed, said } = candidates(audit, thing, known);
  const helping = weighed.filter((one) => helps(one, audit, known));
  const moves = [...helping].sort(byRank(audit, known)).map(({ move }) => move);
  const phrases = [
    ...said,
    ...(moves.length === 0 ? whyNone(audit, thing.by === "chain-id", weighed.length, known) : []),
    ...unknowns(audit, thing, known),
  ];
  const { image, hardened, summary } = audit;
  const { state, family, product, line, tier, variant } = hardened;
  const named = { family, product, line, tier, variant };
  return {
    schema: "plimsoll/recommendation@1",
    on: known.on,
    image: { reference: displayName(image), id: image.id, references: image.references, platform: image.platform },
    now: {
      thing: {
        by: thing.by,
        product: thing.product,
        version: thing.version,
        reason: say(thing.phrase, "en"),
        phrase: thing.phrase,
      },
      hardened: { state, ...definedOf(named) },
      lifecycle: summary.lifecycle,
      supportedUntil: supportedUntil(audit.lifecycle, known.on),
      fails: summary.byStatus.fail,
      notAssessed: summary.byStatus["not-assessed"],
      surface: hardened.surface,
    },
    moves,
    lookFor: lookFor(audit, thing, known),
    reasons: phrases.map((each) => say(each, "en")),
    phrases,
    data: {
      lifecycle: { source: known.lifecycle.source, date: known.lifecycle.date },
      hardened: { source: known.hardened.source, date: known.hardened.date },
    },
  };
}

function definedOf<T extends Record<string, string | undefined>>(parts: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

function candidates(audit: Judged, thing: Thing, known: Knowledge) {
  const said: Phrase[] = [];
  let drafts: Draft[];
  if (thing.by === "chain-id") {
    const lines = lineMoves(audit, thing, known);
    drafts = [...lines.drafts];
    said.push(...lines.said);
  } else {
    drafts = [...equivalents(audit, thing, known), ...programBase(audit, thing, known)];
    if (drafts.length === 0) {
      said.push(...whyNoEquivalent(thing, known));
      const held = thing.product !== null && heldProduct(thing.product, known) !== null;
      if (!held) drafts = bareBase(audit, thing, known);
    }
  }
  const { move: els, said: doubts } = elsMove(audit, thing, known);
  said.push(...doubts);
  const weighed = drafts.map((draft) => makeMove(audit, thing, draft, known));
  return { weighed: els === null ? weighed : [...weighed, els], said };
}

function whyNoEquivalent(thing: Thing, known: Knowledge): Phrase[] {
  if (thing.by === "nothing") return [];
  const name = (thing.entry?.component.label ?? thing.tag ?? thing.product ?? "?").slice(0, 200);
  const held = thing.product !== null && heldProduct(thing.product, known) !== null;
  const params = { name, product: thing.product ?? "?", date: known.hardened.date };
  if (held && !/\d/.test(thing.version ?? thing.tag ?? "")) return [phrase("move.version-unread", params)];
  return [phrase(held ? "move.no-line-held" : "move.no-equivalent", params)];
}

/** A move has to change something for the better: a control, the support, or the version within a line. */
function helps({ move }: Weighed, audit: Judged, known: Knowledge): boolean {
  return move.gains.length > 0 || move.kind === "newer-tag" || supportGain(audit, move.supportedUntil, known) > 0;
}

/** An end within so many days is as good as here. */
const pressingDays = 30;
const effortWeights = { low: 1, medium: 2, high: 4 } as const;
const prices: Readonly<Record<Move["tier"], number>> = { community: 0, "enterprise-els": 1 };

/** What mends an end of support that is here first; then gain over effort, the larger first; then the lower price, then less effort; what is equal keeps its order. */
function byRank(audit: Judged, known: Knowledge): (a: Weighed, b: Weighed) => number {
  // A bound that nobody promises mends no end of support, and one that is months away leaves time for the smaller step.
  const { day, urgency } = supportNow(audit, known.on);
  const presses = urgency === "over" || (day !== null && daysBetween(known.on, day) <= pressingDays);
  const mends = ({ move: { supportedUntil: support } }: Weighed) =>
    presses && support.estimate !== true && supportGain(audit, support, known) > 0 ? 1 : 0;
  return (a, b) => mends(b) - mends(a) || byWorth(a, b);
}

function byWorth(a: Weighed, b: Weighed): number {
  const ratio = ({ move, gain }: Weighed) => gain / effortWeights[move.effort];
  return (
    ratio(b) - ratio(a) ||
    prices[a.move.tier] - prices[b.move.tier] ||
    effortWeights[a.move.effort] - effortWeights[b.move.effort]
  );
}

function whyNone(audit: Judged, isHardened: boolean, candidatesFound: number, known: Knowledge): Phrase[] {
  const { day, urgency } = supportNow(audit, known.on);
  if (urgency === "over") return [phrase(day === null ? "move.none-over" : "move.none-ended", { until: day ?? "" })];
  if (urgency === "undated") return [phrase(isHardened ? "move.none-hardened-undated" : "move.none-undated")];
  if (isHardened) return [phrase("move.none-hardened", { until: day ?? "" })];
  return [phrase(candidatesFound === 0 ? "move.none-found" : "move.none-needed", { until: day ?? "" })];
}

function unknowns(audit: Judged, thing: Thing, known: Knowledge): Phrase[] {
  const { hardened, summary, lifecycle, findings } = audit;
  const said: Phrase[] = [];
  if (hardened.state === "unproven" && hardened.family === "dhi") {
    said.push(phrase("move.labels-unproven", { product: (hardened.product ?? "?").slice(0, 200) }));
  }
  if (thing.by === "chain-id" && hardened.proof.method === "chain-id") said.push(phrase("move.chain-alone"));
  if (thing.by !== "chain-id" && hardened.family === "dhi" && hardened.state !== "unproven") {
    said.push(phrase("move.product-not-held", { product: (hardened.product ?? "?").slice(0, 200) }));
  }
  const undated = lifecycle.filter(
    ({ status, component }) => status === "unknown" && component.distroPackaged !== true,
  );
  for (const { component } of undated.slice(0, 10)) {
    said.push(phrase("move.unknown-end", { label: component.label.slice(0, 200) }));
  }
  if (
    thing.by !== "chain-id" &&
    findings.some(({ control, status }) => control === "cis-docker:4.1" && status === "fail")
  ) {
    said.push(phrase("move.user-line"));
  }
  const missing = summary.byStatus["not-assessed"] + summary.byStatus.error;
  if (missing > 0) said.push(phrase("move.not-assessed", { count: missing }));
  const product = thing.product === null ? null : heldProduct(thing.product, known);
  if (product !== null) {
    const mentions = product.fips !== undefined || product.stig !== undefined;
    said.push(phrase(mentions ? "move.fips-mentioned" : "move.fips-unknown", { product: product.product }));
    said.push(phrase("move.size-unknown"));
  }
  return said;
}
