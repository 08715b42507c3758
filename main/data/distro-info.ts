// What Debian's distro-info-data says of Debian and Ubuntu: a second opinion beside endoflife.date, and the days of
// Freexian's ELTS, which endoflife.date does not have. assets/data/distro-info.json is made by scripts/build-data.mjs.
import { z } from "zod";
import { CalendarDay } from "../../shared/calendar-day.ts";
import type { Offer, SecondOpinion } from "../../shared/model/lifecycle.ts";
import { invalid, readJson } from "./read-json.ts";

const Release = z.strictObject({
  /** The cycle's name as endoflife.date writes it. */
  cycle: z.string().min(1),
  /** Last days: general support; LTS of Debian or ESM of Ubuntu; ELTS of Freexian; Legacy of Canonical. */
  eol: CalendarDay.optional(),
  eoes: CalendarDay.optional(),
  elts: CalendarDay.optional(),
  legacy: CalendarDay.optional(),
});

const DistroInfo = z.object({
  schema: z.literal("plimsoll/distro-info@1"),
  source: z.string().min(1),
  version: z.string().min(1),
  /** The day of the newest entry. */
  date: CalendarDay,
  licence: z.string().min(1),
  notice: z.string().min(1),
  debian: z.array(Release).min(1),
  ubuntu: z.array(Release).min(1),
});

export interface LoadedDistroInfo {
  readonly opinions: readonly SecondOpinion[];
  readonly offers: readonly Offer[];
}

/** Reads and checks the file. Throws FailureError `not-readable` or `catalogue-invalid` with the place at fault. */
export async function loadDistroInfo(file: string): Promise<LoadedDistroInfo> {
  const { value } = await readJson(file);
  const parsed = DistroInfo.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    invalid(file, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit the schema"}`);
  }
  const { date: asOf, debian, ubuntu, version } = parsed.data;
  const source = `${parsed.data.source} ${version}`;
  const opinions: SecondOpinion[] = [];
  for (const [product, releases] of [["debian", debian] as const, ["ubuntu", ubuntu] as const]) {
    for (const { cycle, eol, eoes, legacy } of releases) {
      const said = { product, cycle, source, asOf };
      if (eol !== undefined) opinions.push({ ...said, phase: "eol", until: eol });
      if (eoes !== undefined) opinions.push({ ...said, phase: "eoes", until: eoes });
      if (legacy !== undefined) opinions.push({ ...said, phase: "eoes", offer: "canonical-legacy", until: legacy });
    }
  }
  const elts: Offer = {
    id: "freexian-elts",
    provider: "Freexian",
    programme: "ELTS",
    aliases: ["Extended LTS", "Debian ELTS"],
    product: "debian",
    follows: "eoes",
    cycles: debian.flatMap(({ cycle, elts: until }) => (until === undefined ? [] : [{ cycle, until }])),
    source: `deb.freexian.com/extended-lts; ${source}`,
    asOf,
  };
  return { opinions, offers: [elts] };
}
