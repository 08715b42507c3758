// From the answer of endoflife.date's API v1 (`/products/full`, schema 1.2) to a catalogue. The shape of the answer:
// api_v1/openapi.yml of that project; docs/LIFECYCLE.md says what is taken. Unknown keys are ignored, as its own promise of
// compatibility asks; what is not understood is refused, never guessed.
import { z } from "zod";
import { CalendarDay } from "../../shared/calendar-day.ts";
import type { Cycle, LifecycleCatalogue, Product, SourceDate } from "../../shared/model/lifecycle.ts";

const Text = z.string().max(2000);
const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$/);
const Day = CalendarDay.nullish();
const Said = z.boolean().nullish();

const Release = z.object({
  /** Seldom with blanks or brackets: `8 (2111)`. */
  name: z.string().regex(/^[^\p{C}]{1,100}$/u),
  codename: Text.nullish(),
  label: Text.nullish(),
  releaseDate: Day,
  isLts: Said,
  ltsFrom: Day,
  isEoas: Said,
  eoasFrom: Day,
  isEol: Said,
  eolFrom: Day,
  isEoes: Said,
  eoesFrom: Day,
  latest: z.object({ name: Text.nullish() }).nullish(),
});
type Release = z.infer<typeof Release>;

const ApiProduct = z.object({
  name: Name,
  label: Text.min(1),
  category: Text.min(1),
  aliases: z.array(Text).max(200).nullish(),
  identifiers: z
    .array(z.object({ type: Text, id: Text }))
    .max(2000)
    .nullish(),
  labels: z.object({ eoas: Text.nullish(), eol: Text.nullish(), eoes: Text.nullish() }).nullish(),
  links: z.object({ releasePolicy: Text.nullish() }).nullish(),
  releases: z.array(Release).max(5000),
});
type ApiProduct = z.infer<typeof ApiProduct>;

export const FullAnswer = z.object({
  schema_version: z.string().regex(/^1\.\d+(?:\.\d+)?$/, "another version of the API"),
  generated_at: z.iso.datetime({ offset: true, local: true }),
  total: z.int().optional(),
  result: z.array(ApiProduct).min(1).max(20_000),
});
export type FullAnswer = z.infer<typeof FullAnswer>;

/** Names that every product has which does not name its phases: ours stand in for them. */
const plainNames: Readonly<Record<"eoas" | "eol", RegExp>> = { eoas: /^active support$/i, eol: /^security support$/i };

/**
 * The catalogue that an answer holds. `head` is what no answer says: licence and notice of the source. The day is that of
 * `generated_at`, in the zone the source wrote it in. Pure; products and cycles keep their order.
 */
export function catalogueOfAnswer(
  answer: FullAnswer,
  head: Pick<LifecycleCatalogue, "licence" | "notice">,
): LifecycleCatalogue {
  return {
    schema: "plimsoll/lifecycle-catalogue@1",
    source: "endoflife.date",
    date: CalendarDay.parse(answer.generated_at.slice(0, 10)),
    licence: head.licence,
    notice: head.notice,
    products: answer.result.map(productOf),
  };
}

function productOf(product: ApiProduct): Product {
  const { eoas, eol, eoes } = product.labels ?? {};
  const phases = {
    ...(isSaid(eoas) && !plainNames.eoas.test(eoas) ? { eoas } : {}),
    ...(isSaid(eol) && !plainNames.eol.test(eol) ? { eol } : {}),
    ...(isSaid(eoes) ? { eoes } : {}),
  };
  const aliases = (product.aliases ?? []).filter(isSaid);
  const purls = (product.identifiers ?? []).filter(({ type, id }) => type === "purl" && id !== "").map(({ id }) => id);
  const ltsLabel = ltsLabelOf(product.releases);
  const policy = product.links?.releasePolicy;
  return {
    id: product.name,
    label: product.label,
    category: product.category,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(Object.keys(phases).length === 0 ? {} : { phases }),
    ...(ltsLabel === null ? {} : { ltsLabel }),
    ...(isSaid(policy) ? { policy } : {}),
    ...(purls.length === 0 ? {} : { purls }),
    cycles: product.releases.map(cycleOf),
  };
}

function cycleOf(release: Release): Cycle {
  const { name, codename, releaseDate, latest } = release;
  // `false` is no long-term release, which the catalogue says by saying nothing.
  const lts = said(release.isLts, release.ltsFrom);
  const dates = {
    eoas: said(release.isEoas, release.eoasFrom),
    eol: said(release.isEol, release.eolFrom),
    eoes: said(release.isEoes, release.eoesFrom),
  };
  return {
    cycle: name,
    ...(isSaid(codename) ? { codename } : {}),
    ...(lts === undefined || lts === false ? {} : { lts }),
    ...(isSaid(releaseDate) ? { release: releaseDate } : {}),
    ...(dates.eoas === undefined ? {} : { eoas: dates.eoas }),
    ...(dates.eol === undefined ? {} : { eol: dates.eol }),
    ...(dates.eoes === undefined ? {} : { eoes: dates.eoes }),
    ...(isSaid(latest?.name) ? { latest: latest.name } : {}),
  };
}

/** A date counts before the word beside it: the words are of the day on which the site was built, and go stale. */
function said(is: boolean | null | undefined, from: CalendarDay | null | undefined): SourceDate | undefined {
  return from ?? is ?? undefined;
}

/** What the product calls its long-term releases, where that is not LTS; the API says it in the labels of releases alone. */
function ltsLabelOf(releases: readonly Release[]): string | null {
  for (const { isLts, ltsFrom, label } of releases) {
    if (isLts !== true && !isSaid(ltsFrom)) continue;
    const name = /\((?:Upcoming )?([A-Za-z][\w .-]{0,40})\)$/.exec(label ?? "")?.[1];
    if (name !== undefined) return name === "LTS" ? null : name;
  }
  return null;
}

function isSaid<T extends string>(text: T | null | undefined): text is T {
  return text !== null && text !== undefined && text !== "";
}
