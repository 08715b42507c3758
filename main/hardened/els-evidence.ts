// Extended Lifecycle Support is paid for so that SBOM, provenance and signature go on after upstream ends (dhi.md section 4.1).
// So for an image under it these three are asked for, each verified and newer than the last upstream day.
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import type { External } from "../../shared/model/facts.ts";
import type { ElsEvidence } from "../../shared/model/hardened.ts";
import type { HardenedCatalogue } from "../../shared/model/hardened-catalogue.ts";
import type { DhiClaim } from "./dhi-labels.ts";
import { words } from "./hardened-phrase.ts";

type Kind = ElsEvidence["rows"][number]["kind"];
type Row = ElsEvidence["rows"][number];

const kinds: readonly { readonly kind: Kind; readonly fits: RegExp }[] = [
  { kind: "sbom", fits: /^(?:sbom|spdx|cyclonedx)(?:-|$)/ },
  { kind: "provenance", fits: /^(?:slsa-)?provenance(?:-|$)/ },
  { kind: "signature", fits: /^signature$/ },
];

/**
 * The ground on which the image is under extended support; null = nothing says so. `isEntitled` is a recorded contract.
 * `inferred` is the weakest: a build after the end.
 */
export function elsGround(
  claim: DhiClaim,
  repositories: readonly string[],
  isEntitled: boolean,
): ElsEvidence["ground"] | null {
  if (claim.tier === "els") return "label";
  if (repositories.includes("els")) return "repository";
  if (isEntitled) return "entitlement";
  // A public build past its end is no sign: the catalogue keeps some lines longer than upstream.
  return claim.tier !== "community" && isBuiltAfterEnd(claim) ? "inferred" : null;
}

/** Whether the labels date the build after the end of its line. */
export function isBuiltAfterEnd({ end, created }: DhiClaim): boolean {
  return end !== null && created !== null && created > end;
}

/** The last upstream day of the line: the label's, else the catalogue's, of lines that it removed as well. */
export function upstreamEnd(
  { product, line, end }: DhiClaim,
  catalogue: HardenedCatalogue,
): { readonly day: CalendarDay; readonly source: string } | null {
  if (end !== null) return { day: end, source: "label com.docker.dhi.date.end-of-life" };
  const known = catalogue.products.find((each) => each.kind !== "helm-chart" && each.product === product);
  const day =
    known?.versions.find(({ version, endOfLife }) => version === line && endOfLife !== null)?.endOfLife ??
    known?.removedAtEol?.find(({ version, endOfLife }) => version === line && endOfLife !== undefined)?.endOfLife ??
    null;
  return day === null ? null : { day, source: `${catalogue.source} (${catalogue.date})` };
}

/** The three kinds of evidence against the end. Of several of a kind the newest verified one counts, else the newest. */
export function elsEvidence(
  ground: ElsEvidence["ground"],
  end: { readonly day: CalendarDay; readonly source: string } | null,
  external: readonly External[],
): ElsEvidence {
  const rows = kinds.map(({ kind, fits }) =>
    rowOf(
      kind,
      external.filter((each) => fits.test(each.kind)),
      end?.day ?? null,
    ),
  );
  const reasons = [
    ...(ground === "inferred" ? [words("hardened.els-inferred")] : []),
    ...(end === null ? [words("hardened.els-no-end")] : []),
  ];
  const result = rows.some(({ state }) => state === "older")
    ? "contradicted"
    : rows.every(({ state }) => state === "newer")
      ? "shown"
      : "unknown";
  return { ground, end: end?.day ?? null, ...(end === null ? {} : { endSource: end.source }), rows, result, reasons };
}

function rowOf(kind: Kind, found: readonly External[], end: CalendarDay | null): Row {
  const params = { "kind.en": names[kind].en, "kind.de": names[kind].de };
  const [best] = [...found].sort(
    (a, b) => Number(b.verified) - Number(a.verified) || ((a.date ?? "") < (b.date ?? "") ? 1 : -1),
  );
  if (best === undefined) return { kind, state: "missing", reason: words("hardened.els-missing", params) };
  const date = best.date === null ? null : parseDay(best.date);
  const about = { kind, ...(date === null ? {} : { date }), source: best.source };
  if (!best.verified) return { ...about, state: "unverified", reason: words("hardened.els-unverified", params) };
  if (date === null) return { ...about, state: "undated", reason: words("hardened.els-undated", params) };
  if (end === null)
    return { ...about, state: "not-compared", reason: words("hardened.els-not-compared", { ...params, date }) };
  return date > end
    ? { ...about, state: "newer", reason: words("hardened.els-newer", { ...params, date, end }) }
    : { ...about, state: "older", reason: words("hardened.els-older", { ...params, date, end }) };
}

const names: Readonly<Record<Kind, { readonly en: string; readonly de: string }>> = {
  sbom: { en: "SBOM", de: "SBOM" },
  provenance: { en: "provenance", de: "Herkunftsnachweis" },
  signature: { en: "signature", de: "Signatur" },
};
