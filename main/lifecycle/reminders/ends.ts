// The days on which something about a component ends: its security support, and the cover that its user is entitled to. Of
// several sources the earlier day is taken (design, section 5); windows that nobody bought end nothing.
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import type { Coverage, LifecycleEntry, SourceDate } from "../../../shared/model/lifecycle.ts";

export interface ComponentEnd {
  readonly end: CalendarDay;
  readonly from: CalendarDay | null;
  /** In the words of the window that ends, with the day of that source. */
  readonly source: string;
  /** It is said of this image, by itself or by whoever built its variant: other images of the product end on another day. */
  readonly isClaim: boolean;
  /** A day that was worked out and not published. */
  readonly isEstimate: boolean;
}

export interface CoverEnd extends ComponentEnd {
  readonly window: Coverage;
}

/**
 * The last day of security support, and earlier ones that are said of this image alone: those stand beside it and never in
 * its place, so that no claim or estimate hides the day that is published. Empty where no source names a day.
 */
export function supportEnds(entry: LifecycleEntry): ComponentEnd[] {
  const { component, dates, coverage } = entry;
  const eol = typeof dates.eol === "string" ? dates.eol : null;
  const general = coverage.find((window) => isCounted(window) && window.until === eol);
  const ends: ComponentEnd[] = [];
  if (eol !== null) {
    const source = general === undefined ? component.evidence : sourceOf(general);
    ends.push({ end: eol, from: dates.release, source, isClaim: component.product === null, isEstimate: false });
  }
  const maker = coverage.find(({ secondOpinion }) => secondOpinion !== true)?.provider;
  const extended = new Set(coverage.filter((window) => isExtended(window, eol, dates.eoes)).map(({ phase }) => phase));
  for (const window of coverage) {
    if (window.secondOpinion !== true || window.until === null || extended.has(window.phase)) continue;
    const isClaim = isStatedByImage(window) || (maker !== undefined && window.provider !== maker);
    const isEstimate = window.estimate === true;
    ends.push({ end: window.until, from: dates.release, source: sourceOf(window), isClaim, isEstimate });
  }
  const published = earliest(ends.filter(({ isClaim }) => !isClaim || component.product === null));
  const claims = ends.filter((end) => end.isClaim && end !== published);
  const earlier = claims.filter(({ end }) => published === null || end < published.end);
  return [...(published === null ? [] : [published]), ...earlier];
}

/**
 * The ends of cover beyond security support: windows that count and join without a gap are one stretch, which ends with the
 * last of them. A stretch that is open at its end has none.
 */
export function coverEnds({ component, dates, coverage }: LifecycleEntry): CoverEnd[] {
  if (dates.eol === false) return [];
  const eol = dates.eol === true ? null : dates.eol;
  const stretches: { until: CalendarDay | null; window: Coverage | null }[] = [];
  if (eol !== null) stretches.push({ until: eol, window: null });
  const counted = coverage.filter(isCounted).sort((a, b) => compareText(a.from ?? "", b.from ?? ""));
  for (const window of counted) {
    const current = stretches.at(-1);
    const joins =
      current !== undefined &&
      (current.until === null || window.from === null || window.from <= addDays(current.until, 1));
    if (!joins) stretches.push({ until: window.until, window });
    else if (current.until !== null && (window.until === null || window.until > current.until)) {
      stretches[stretches.length - 1] = { until: window.until, window };
    }
  }
  return stretches.flatMap(({ until, window }) => {
    if (until === null || window === null || (eol !== null && until <= eol)) return [];
    const others = coverage.filter((other) => other.secondOpinion === true && other.phase === window.phase);
    const ends = [window, ...others].flatMap((each) =>
      each.until === null || (eol !== null && each.until <= eol)
        ? []
        : [
            {
              end: each.until,
              from: window.from,
              source: sourceOf(each),
              isClaim: component.product === null,
              isEstimate: false,
              window,
            },
          ],
    );
    const end = earliest(ends);
    return end === null ? [] : [end];
  });
}

function isCounted(window: Coverage): boolean {
  return window.entitled && window.estimate !== true && window.secondOpinion !== true;
}

/** A window beyond general support; of one whose support is over without a day, the one that ends as the source's last phase. */
function isExtended(window: Coverage, eol: CalendarDay | null, eoes: SourceDate | null): boolean {
  const { offer, secondOpinion, entitlement, from, until } = window;
  if (secondOpinion === true) return false;
  if (offer !== undefined || entitlement !== undefined) return true;
  return eol === null ? until !== null && until === eoes : from !== null && from > eol;
}

/** SUPPORT_END of the image's own os-release, see stated-end.ts. */
function isStatedByImage({ source }: Coverage): boolean {
  return source.includes("SUPPORT_END=");
}

function sourceOf({ source, asOf }: Coverage): string {
  return asOf === undefined || source.includes(asOf) ? source : `${source} (${asOf})`;
}

function earliest<T extends ComponentEnd>(ends: readonly T[]): T | null {
  return ends.reduce<T | null>((first, end) => (first === null || end.end < first.end ? end : first), null);
}
