// Extended windows that count because somebody has bought them: a record that fits makes the window of its seller count from
// its first to its last day. What was bought before support ends changes nothing, and nothing is counted beyond a contract.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Entitlement } from "../../shared/model/entitlement.ts";
import type { Coverage, LifecycleData, SourceDate } from "../../shared/model/lifecycle.ts";
import type { Cover } from "./cover.ts";
import { type BoughtFor, isFor } from "./entitlement-scope.ts";
import { isOfferOf, isWindowOf } from "./seller.ts";
import { laterDay, type Piece, splitByPieces } from "./window-pieces.ts";

/** A component that may be covered by what was bought. */
export interface Covered extends BoughtFor {
  /** The last day of general support, as the source has it. */
  readonly eol: SourceDate | null;
  /** It lies in an image of Docker's hardened catalogue, which Docker's extended support covers as a whole. */
  readonly isHardened: boolean;
}

/**
 * The extended windows of a component with what was bought: each is cut where a contract begins or ends, the part under
 * contract counts and names it. `cover` is that of one image (`coverOfImage`). A seller whom the data do not list gets a window of its own after the end of support.
 */
export function entitledCover(
  extended: readonly Coverage[],
  component: Covered,
  data: LifecycleData,
  cover: Cover | undefined,
): Coverage[] {
  const bought = (cover?.entitlements.entitlements ?? []).filter(({ scope }) => isFor(scope, component, data));
  if (bought.length === 0) return [...extended];
  const pieces = new Map<Coverage, Piece[]>(extended.map((window) => [window, []]));
  const own: Coverage[] = [];
  for (const entitlement of bought) {
    const windows = extended.filter((window) => sells(entitlement, window, component, data));
    for (const window of windows) {
      const piece = pieceOf(window, entitlement);
      if (piece === null) continue;
      pieces.get(window)?.push(piece);
      buildOn(window, piece, extended, component, data, pieces);
    }
    const alone = windows.length === 0 ? ownWindow(entitlement, component, data) : null;
    if (alone !== null) own.push(alone);
  }
  return [...extended.flatMap((window) => splitByPieces(window, pieces.get(window) ?? [])), ...own];
}

function sells(entitlement: Entitlement, window: Coverage, component: Covered, data: LifecycleData): boolean {
  // Extended updates of a minor release end long before support of the system does: only who names them has them.
  if (window.offer === "redhat-eus" && entitlement.programme === undefined) return false;
  return isWindowOf(entitlement, window, offerOf(window, component, data));
}

function offerOf(window: Coverage, component: Covered, data: LifecycleData) {
  return data.offers?.find((each) => each.id === window.offer && each.product === component.offeredAs);
}

/** The part of a window under contract; null where they do not meet. A contract says better than an estimate when it ends. */
function pieceOf(window: Coverage, entitlement: Entitlement): Piece | null {
  const from = laterDay(window.from, entitlement.from ?? null);
  const isBound = window.until === null || window.estimate === true || entitlement.until < window.until;
  const until = isBound ? entitlement.until : window.until;
  return until === null || (from !== null && from > until) ? null : { from, until, entitlement };
}

/**
 * ELTS builds on Debian LTS, which is free, and Legacy on ESM, of which it is an add-on: who has the later window has the
 * one it begins after, as far as the contract goes back where that one is sold.
 */
function buildOn(
  window: Coverage,
  piece: Piece,
  extended: readonly Coverage[],
  component: Covered,
  data: LifecycleData,
  pieces: ReadonlyMap<Coverage, Piece[]>,
): void {
  if (offerOf(window, component, data)?.follows !== "eoes" || piece.from !== window.from) return;
  for (const before of extended) {
    const offer = offerOf(before, component, data);
    if (offer?.eoes !== true || before.until === null) continue;
    const from = offer.free === true ? before.from : laterDay(before.from, piece.entitlement.from ?? null);
    if (from === null || from <= before.until) {
      pieces.get(before)?.push({ from, until: before.until, entitlement: piece.entitlement });
    }
  }
}

/** A window that only the contract speaks of; null where nothing has an end that it could extend. */
function ownWindow(entitlement: Entitlement, component: Covered, data: LifecycleData): Coverage | null {
  const { eol } = component;
  if (eol === false || !mayStandAlone(entitlement, component, data)) return null;
  const from: CalendarDay | null = laterDay(typeof eol === "string" ? addDays(eol, 1) : null, entitlement.from ?? null);
  if (from !== null && from > entitlement.until) return null;
  const { id, contract, provider, programme, until } = entitlement;
  return {
    phase: programme ?? "Extended support",
    provider,
    from,
    until,
    entitled: true,
    source: `contract ${contract}`,
    asOf: entitlement.on,
    entitlement: { id, contract },
  };
}

/**
 * Whether a contract counts where no window of its seller is known. One for a product whose seller is known to cover other
 * releases of it, or for images alone by a seller whose products are known, speaks of what the data list and of no more.
 */
function mayStandAlone(entitlement: Entitlement, component: Covered, data: LifecycleData): boolean {
  const known = (data.offers ?? []).filter((offer) => isOfferOf(entitlement, offer));
  const { product, cycle } = entitlement.scope;
  if (product === undefined) return known.length === 0 || (component.isHardened && known.some(isDockers));
  return cycle !== undefined || !known.some((offer) => offer.product === component.offeredAs);
}

function isDockers(offer: { readonly id: string }): boolean {
  return offer.id === "docker-dhi-els";
}
