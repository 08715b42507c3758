// What the labels com.docker.dhi.* of an image config say (docs.docker.com/dhi; dhi.md section 2.2). Children inherit them
// and anyone can write them, so everything here is a claim.
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";
import type { HardenedState } from "../../shared/model/hardened.ts";
import type { HardenedCatalogue } from "../../shared/model/hardened-catalogue.ts";

export interface DhiClaim {
  readonly product: string;
  readonly line: string | null;
  /** The most exact tag. */
  readonly version: string | null;
  readonly tier: string | null;
  readonly variant: string | null;
  readonly flavor: string | null;
  /** `debian-13`. */
  readonly distro: string | null;
  readonly claims: HardenedState["claims"];
  readonly chainId: string | null;
  /** Whether a shell is meant to be there; null = the label is missing. */
  readonly declaresShell: boolean | null;
  readonly end: CalendarDay | null;
  readonly created: CalendarDay | null;
}

/** `entitlement` in the words of Docker's price list. `enterprise` is Select as well: the label does not tell them apart. */
const tiers: ReadonlyMap<string, string> = new Map([["public", "community"]]);

/** The claim in the labels; null where the product is not named. */
export function dhiClaim(labels: Readonly<Record<string, string>>, catalogue: HardenedCatalogue): DhiClaim | null {
  const value = (key: string) => labels[`com.docker.dhi.${key}`]?.trim().slice(0, 200) ?? "";
  const product = value("name").replace(/^dhi\//, "");
  if (product === "") return null;
  const compliance = value("compliance")
    .toLowerCase()
    .split(/[,\s]+/);
  const entitlement = value("entitlement").toLowerCase();
  const chainId = value("chain-id").toLowerCase();
  return {
    product,
    line: value("definition").split("/").at(-1) || lineOf(product, value("version"), catalogue),
    version: value("version") || null,
    tier: entitlement === "" ? null : (tiers.get(entitlement) ?? entitlement),
    variant: value("variant") || null,
    flavor: value("flavor") || null,
    distro: value("distro").toLowerCase() || null,
    claims: (["cis", "stig", "fips"] as const).filter((claim) => compliance.includes(claim)),
    chainId: /^sha256:[0-9a-f]{64}$/.test(chainId) ? chainId : null,
    declaresShell: labels["com.docker.dhi.shell"] === undefined ? null : value("shell") !== "",
    end: parseDay(value("date.end-of-life")),
    created: parseDay(value("created").slice(0, 10)),
  };
}

/** The catalogue's line that a version such as `3.13.13-debian13` belongs to: the longest that it begins with at a dot. */
function lineOf(product: string, version: string, catalogue: HardenedCatalogue): string | null {
  const lines = catalogue.products
    .filter((each) => each.kind !== "helm-chart" && each.product === product)
    .flatMap((each) => each.versions.map((line) => line.version))
    .filter((line) => version === line || version.startsWith(`${line}.`) || version.startsWith(`${line}-`));
  return lines.sort((a, b) => b.length - a.length)[0] ?? null;
}
