// Moves of an image that is not hardened to its hardened equivalent, or to a bare hardened base where there is none.

import { daysBetween } from "../../../shared/calendar-day.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { moveWork } from "./effort.ts";
import { heldProduct, type Judged, type Knowledge, soonDays } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";
import type { Draft } from "./make-move.ts";
import { familyOf, hasEnded, nextLines, sameLine, type Target, targetOf } from "./target.ts";

/** The same line where it lives, the next one where it does not or ends within half a year. */
export function equivalents(audit: Judged, thing: Thing, known: Knowledge): Draft[] {
  if (thing.product === null || thing.by === "program") return [];
  const held = sameLine(thing, audit.facts, known);
  const same = held !== null && hasEnded(held, known) ? null : held;
  const endsSoon = same?.lineEnd != null && daysBetween(known.on, same.lineEnd) <= soonDays;
  const next = same === null || endsSoon ? nextLines(thing, audit.facts, known) : [];
  // Past its day and still in the catalogue is not unmaintained (dhi.md 4.2): better than nothing where nothing follows.
  const last = same === null && next.length === 0 && held !== null ? [held] : [];
  return [...(same === null ? [] : [same]), ...next, ...last].map((target): Draft => {
    const { product, line, lineEnd } = target;
    const params = { product: product.product, line: line.version, end: lineEnd ?? "?" };
    const following = same === null ? "move.dhi-next-line" : "move.dhi-later-line";
    const key = target === same ? "move.dhi-same-line" : target === held ? "move.dhi-ended-line" : following;
    return { kind: "dhi", target, points: moveWork(audit, thing, target), why: [phrase(key, params)] };
  });
}

/** `static` for a program that brings all it needs. */
export function programBase(audit: Judged, thing: Thing, known: Knowledge): Draft[] {
  const product = heldProduct("static", known);
  const line = product?.versions.find(({ version }) => version === "static");
  if (thing.by !== "program" || product === null || line === undefined) return [];
  const target = targetOf(product, { tag: line.tag, devTag: null, uid: line.uid ?? 65532 }, known, false);
  if (target === null) return [];
  return [
    {
      kind: "distroless",
      target,
      points: moveWork(audit, thing, target),
      why: [phrase("move.static"), phrase("move.static-linked")],
    },
  ];
}

/** A hardened Debian or Alpine for systems and products without an equivalent: everything else is installed by oneself. */
export function bareBase(audit: Judged, thing: Thing, known: Knowledge): Draft[] {
  const { os } = audit.facts;
  if (os === null) return [];
  const family = familyOf(audit.facts);
  const target = newestBase(family === "alpine" ? "alpine-base" : "debian-base", known);
  if (target === null) return [];
  const foreign = family === null || (os.product !== "debian" && os.product !== "alpine-linux");
  const name = thing.entry?.component.label ?? os.prettyName ?? os.id;
  const points: Draft["points"] = [
    [3, phrase("move.effort-own-install")],
    ...(foreign
      ? [[2, phrase("move.effort-other-system", { os: (os.prettyName ?? os.id).slice(0, 200) })] as const]
      : []),
    ...moveWork(audit, thing, target),
  ];
  return [{ kind: "own-base", target, points, why: [phrase("move.own-base", { name: name.slice(0, 200) })] }];
}

function newestBase(name: string, known: Knowledge): Target | null {
  const product = heldProduct(name, known);
  const targets = (product?.versions ?? []).flatMap((line) => {
    if (product === null || line.flavor !== undefined) return [];
    return (
      targetOf(product, { tag: line.tag, devTag: line.devTag ?? null, uid: line.uid ?? 65532 }, known, false) ?? []
    );
  });
  const living = targets.filter(({ lineEnd }) => lineEnd === null || lineEnd >= known.on);
  return living.reduce<Target | null>(
    (best, one) => (best === null || (one.lineEnd ?? "9999") > (best.lineEnd ?? "9999") ? one : best),
    null,
  );
}
