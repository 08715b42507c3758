// Docker's Extended Lifecycle Support of a line that is past its end: sold for Enterprise, its end published nowhere
// (dhi.md 4). Candidates are the lines that left the public catalogue; whether one is on offer, Docker has to say.
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { lastCoveredDay } from "../../../shared/cover.ts";
import type { Move } from "../../../shared/model/move.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { controlChanges } from "./changes.ts";
import { lifecycleFor } from "./counterparts.ts";
import { moveWork, workOf } from "./effort.ts";
import { hardenedSource, heldProduct, type Judged, type Knowledge } from "./knowledge.ts";
import { isFips } from "./line-moves.ts";
import type { Thing } from "./main-thing.ts";
import { gainOf, type Weighed, worth } from "./make-move.ts";
import { earliest, elsBound, staying, supportNow } from "./support.ts";
import { numbersOf, type Target } from "./target.ts";

/**
 * The removed line of the image, under its last exact tag; null where none is known, or it has not ended by the day. Where the
 * lifecycle data see it live on, the two are told side by side and nothing has to be bought.
 */
export function elsMove(
  audit: Judged,
  thing: Thing,
  known: Knowledge,
): { readonly move: Weighed | null; readonly said: readonly Phrase[] } {
  const none = { move: null, said: [] };
  // It is under extended support already, or the public tag would be another variant of it.
  if (thing.by === "chain-id" && (audit.hardened.tier === "els" || isFips(audit, thing))) return none;
  const product = thing.product === null ? null : heldProduct(thing.product, known);
  const mine = numbersOf(thing.version ?? "").join(".");
  const removed = product?.removedAtEol?.find(
    ({ version }) => version === audit.hardened.line || (mine !== "" && `${mine}.`.startsWith(`${version}.`)),
  );
  if (product === null || removed?.lastTag === undefined) return none;
  const upstream = upstreamEnd(product.product, removed.version, known);
  const end = removed.endOfLife ?? upstream;
  if (end === null || end >= known.on) return none;
  if (upstream !== null && upstream >= known.on) {
    const { version: line, removed: day } = removed;
    const params = { product: product.product, line, end, upstream, removed: day, source: known.lifecycle.source };
    return { move: null, said: [phrase("move.ends-disagree", params)] };
  }
  const target: Target = {
    product,
    line: { version: removed.version, endOfLife: end, tag: removed.lastTag },
    to: `${product.repository}:${removed.lastTag}`,
    devTo: null,
    uid: product.versions[0]?.uid ?? 65532,
    system: systemOf(removed.lastTag),
    // What a removed definition listed is not kept: a shell may be there or not.
    shells: ["?"],
    managers: ["?"],
    lineEnd: end,
    changesLine: false,
  };
  const isHardened = thing.by === "chain-id";
  const points = isHardened ? [] : moveWork(audit, thing, target);
  const bound = elsBound(end);
  const rest = staying(audit, thing).map((entry) => lastCoveredDay(entry, known.on));
  const support = {
    before: supportNow(audit, known.on).day,
    after: earliest([bound, ...rest]),
    estimate: true,
  } as const;
  const changes = controlChanges(audit, target, { systemEnds: null, isHardened }, known);
  const work = workOf(points);
  const phrases = [
    phrase("move.els", { product: product.product, line: removed.version, end, removed: removed.removed }),
    phrase("move.els-bound", { until: bound }),
    phrase("move.els-mirror"),
    phrase("move.cost-els"),
    ...work.phrases,
  ];
  const move: Move = {
    kind: "dhi-els",
    to: target.to,
    line: removed.version,
    tier: "enterprise-els",
    licence: "subscription",
    ...worth(work, changes, support, phrases),
    source: hardenedSource(known),
  };
  return { move: { move, gain: gainOf(audit, changes, support, known) }, said: [] };
}

function upstreamEnd(product: string, line: string, known: Knowledge): CalendarDay | null {
  const id = lifecycleFor(product);
  const cycle = (id === null ? null : known.cyclesOf(id))?.find(({ component }) => component.cycle === line);
  return typeof cycle?.dates.eol === "string" ? cycle.dates.eol : null;
}

function systemOf(tag: string): Target["system"] {
  const [, name, cycle] = /-(alpine|debian)([\d.]+)(?:-|$)/.exec(tag) ?? [];
  return (name === "alpine" || name === "debian") && cycle !== undefined ? { family: name, cycle } : null;
}
