// Docker's FIPS attestation (predicate https://docker.com/dhi/fips/v0.1, dhi.md section 3.6): a list of modules. It comes as an
// `external` fact of kind `fips`; whether its signature holds is said there.
import { z } from "zod";
import { parseDay } from "../../shared/calendar-day.ts";
import type { External, Facts } from "../../shared/model/facts.ts";
import type { FipsModule } from "../../shared/model/hardened.ts";

const maxModules = 50;
const text = z.string().transform((value) => value.trim().slice(0, 300));
const optional = text.optional().catch(undefined);

/** A module without a name says nothing; whatever else is no text is left out. */
const Module = z.object({
  name: text.refine((name) => name !== ""),
  version: optional,
  package: optional,
  standard: optional,
  status: optional,
  certification: optional,
  certificationUrl: optional,
  sunsetDate: optional,
});

/** What the FIPS attestations among the facts state, verified ones first; `unread` = sources that hold no list of modules. */
export function attestedModules(facts: Pick<Facts, "external">): {
  readonly modules: FipsModule[];
  readonly unread: string[];
} {
  const modules: FipsModule[] = [];
  const unread: string[] = [];
  const attestations = facts.external.filter(({ kind }) => kind === "fips" || kind === "fips-attestation");
  for (const external of [...attestations].sort((a, b) => Number(b.verified) - Number(a.verified))) {
    const list = listOf(external.data);
    const read = (list ?? []).slice(0, maxModules).flatMap((each) => moduleOf(each, external) ?? []);
    if (list === null || read.length < list.length) unread.push(external.source);
    modules.push(...read);
  }
  return { modules: modules.slice(0, maxModules), unread };
}

/** The predicate itself, or inside of a statement; null = neither. */
function listOf(data: unknown): readonly unknown[] | null {
  if (Array.isArray(data)) return data;
  if (typeof data !== "object" || data === null) return null;
  for (const key of ["predicate", "modules"]) {
    const inner: unknown = Object.hasOwn(data, key) ? (data as Readonly<Record<string, unknown>>)[key] : undefined;
    if (Array.isArray(inner)) return inner;
  }
  return null;
}

function moduleOf(data: unknown, { verified, source, date }: External): FipsModule | null {
  const parsed = Module.safeParse(data);
  if (!parsed.success) return null;
  const { name, version, standard, status, certification, certificationUrl, sunsetDate } = parsed.data;
  const sunset = sunsetDate === undefined ? null : parseDay(sunsetDate.slice(0, 10));
  return {
    name,
    ...(version ? { version } : {}),
    ...(standard ? { standard } : {}),
    status: status?.toLowerCase() || "unknown",
    ...(certification ? { certificate: certification } : {}),
    ...(certificationUrl?.startsWith("https://") ? { certificateUrl: certificationUrl } : {}),
    ...(sunset === null ? {} : { sunset }),
    ...(parsed.data.package ? { package: parsed.data.package } : {}),
    ground: verified ? "attested" : "claimed",
    source,
    ...(date === null ? {} : { date }),
  };
}
