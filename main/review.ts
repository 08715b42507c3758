// The review of technologies put together: own images of kept audits, placed anew on the day, or the images of a run that
// was just made, beside what people say of technologies.
import type { CalendarDay } from "../shared/calendar-day.ts";
import type { AuditRun } from "../shared/model/audit.ts";
import type { EntitlementSet } from "../shared/model/entitlement.ts";
import { FailureError } from "../shared/model/failure.ts";
import type { KeptImage, RunEntry } from "../shared/model/history.ts";
import type { LifecycleData } from "../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../shared/model/lifecycle-facts.ts";
import type { TechnologyReview, TechnologySet } from "../shared/model/technology.ts";
import { displayName, namesImage } from "../shared/reference.ts";
import { reviewOf } from "./evidence/review/review-of.ts";
import { nameOf, type OwnedImage, ownedImages, placeImages } from "./portfolio.ts";

/** What a review is made of besides its images. */
export interface ReviewBasis {
  /** null = there is no such file. */
  readonly technologies: TechnologySet | null;
  readonly entitlements: EntitlementSet | null;
  readonly tool: { readonly version: string; readonly digest?: string };
  readonly on: CalendarDay;
  readonly timeZone: string;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly periodEnd?: CalendarDay;
}

/** What is read of kept audits. */
export interface KeptAudits {
  runs(): Promise<readonly RunEntry[]>;
  lifecycleFacts(image: KeptImage): Promise<LifecycleFacts>;
}

/**
 * From the newest kept audit of every image that is still there; `asked` = only these (references, digests, ids). Throws
 * FailureError `usage` where a word names no kept image.
 */
export async function reviewKept(
  store: KeptAudits,
  data: LifecycleData,
  basis: ReviewBasis,
  asked: readonly string[] = [],
): Promise<TechnologyReview> {
  const owned = asOfDay(await store.runs(), basis.on);
  const chosen = asked.length === 0 ? owned : pick(owned, asked);
  const read = (image: KeptImage) => store.lifecycleFacts(image);
  const placed = await placeImages(chosen, read, data, basis.entitlements, basis.on);
  return reviewOf({
    ...basis,
    data: { lifecycle: { source: data.source, date: data.date } },
    images: placed.map((image) => ({
      id: idOf(image),
      name: nameOf(image),
      source: image.source,
      audited: image.on,
      entries: image.entries,
    })),
    population: {
      from: "kept-audits",
      sources: [...new Set(placed.map(({ source }) => source))].sort(),
      ...(asked.length === 0 ? {} : { asked: [...asked] }),
      errors: [],
      excluded: 0,
    },
  });
}

/** From a run over a source; what it could not read is named. */
export function reviewRun(run: AuditRun, basis: ReviewBasis, asked: readonly string[] = []): TechnologyReview {
  return reviewOf({
    ...basis,
    data: { lifecycle: run.data.lifecycle },
    images: run.images.map(({ image, lifecycle }) => ({
      id: image.id,
      name: displayName(image),
      source: run.source.name,
      audited: run.on,
      entries: lifecycle,
    })),
    population: {
      from: "source",
      sources: [run.source.name],
      ...(asked.length === 0 ? {} : { asked: [...asked] }),
      errors: run.errors,
      excluded: run.population.excluded.length,
    },
  });
}

/** A past day knows nothing of later audits. */
function asOfDay(runs: readonly RunEntry[], on: CalendarDay): OwnedImage[] {
  return ownedImages(runs.filter((run) => run.on <= on));
}

function pick(owned: readonly OwnedImage[], asked: readonly string[]): OwnedImage[] {
  const named = owned.map((image) => ({
    image,
    as: { key: idOf(image), id: idOf(image), references: image.references, repoDigests: [] },
  }));
  for (const word of asked) {
    if (!named.some(({ as }) => namesImage(word, as))) {
      const cause = `no kept audit of ${word}; audit it first, or name a source such as --context or --archive`;
      throw new FailureError({ kind: "usage", cause });
    }
  }
  return named.filter(({ as }) => asked.some((word) => namesImage(word, as))).map(({ image }) => image);
}

function idOf({ kept }: OwnedImage): string {
  return kept.ids[0] ?? kept.audit;
}

/** Nothing is in it: no image and no statement. Such a form would say nothing; whoever asked for it is told why. */
export function refuseEmpty(review: TechnologyReview): void {
  if (review.population.images.length > 0 || review.technologies.length > 0) return;
  const cause =
    "no audit of an image of your own is kept and no technology is stated; run plimsoll audit first, name a source, or write technologies.yaml";
  throw new FailureError({ kind: "usage", cause });
}
