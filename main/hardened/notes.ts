// What the labels of a hardened image leave open, and where they do not fit what was found. A note is no verdict.
import type { Facts } from "../../shared/model/facts.ts";
import type { HardenedState, Surface } from "../../shared/model/hardened.ts";
import type { HardenedCatalogue, HardenedProduct } from "../../shared/model/hardened-catalogue.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { DhiClaim } from "./dhi-labels.ts";
import { isBuiltAfterEnd } from "./els-evidence.ts";
import { dhiRelease } from "./families.ts";
import { words } from "./hardened-phrase.ts";
import { variantDiffers } from "./variants.ts";

export interface Claimed {
  readonly claim: DhiClaim;
  readonly facts: Facts;
  readonly catalogue: HardenedCatalogue;
  readonly state: HardenedState["state"];
  readonly surface: Surface;
  readonly proven: HardenedState["claims"];
  readonly customised: HardenedState["customised"] | null;
}

/** Notes on an image with Docker's labels, in the order in which one asks: origin, tier, build, contents, claims. */
export function claimNotes(claimed: Claimed): Phrase[] {
  return [
    ...originNotes(claimed),
    ...buildNotes(claimed),
    ...contentNotes(claimed),
    ...claimed.claim.claims
      .filter((claim) => !claimed.proven.includes(claim))
      .map((claim) => words(claim === "cis" ? "hardened.cis-claim" : "hardened.claim", { claim: claim.toUpperCase() })),
  ];
}

/** Notes on packages and os-release of any image. `onlyRelease`: nothing but os-release names Docker's hardened images. */
export function packageNotes(facts: Facts, packages: HardenedState["packages"], onlyRelease: boolean): Phrase[] {
  const hasApt = facts.packageTrust.some(({ manager }) => manager === "apt");
  return [
    ...(onlyRelease ? [words("hardened.only-release")] : []),
    ...(packages !== undefined && hasApt ? [words("hardened.apt-sources-unread")] : []),
  ];
}

function originNotes({ claim, state, catalogue }: Claimed): Phrase[] {
  const { product, chainId, tier } = claim;
  const notes: Phrase[] = [];
  if (state === "unproven") notes.push(words(chainId === null ? "hardened.no-chain-id" : "hardened.other-chain-id"));
  if (productOf(claim, catalogue) === undefined) {
    notes.push(words("hardened.not-in-catalogue", { product, date: catalogue.date }));
  }
  if (tier === null) notes.push(words("hardened.no-tier"));
  // FIPS variants are in paid mirrors alone (dhi.md section 2.5).
  if (tier === "community" && claim.claims.includes("fips")) notes.push(words("hardened.fips-public"));
  if (tier === "enterprise") notes.push(words("hardened.select-or-enterprise"));
  return notes;
}

function buildNotes({ claim, catalogue, customised }: Claimed): Phrase[] {
  const { end, created, line, version, variant } = claim;
  const notes: Phrase[] = [];
  if (variantDiffers(claim)) {
    notes.push(words("hardened.variant-differs", { variant: variant ?? "", version: version ?? "" }));
  }
  if (customised?.base === "other") {
    notes.push(words("hardened.customised-other", { reference: customised.reference, version: version ?? "" }));
  }
  const isListed = productOf(claim, catalogue)?.versions.some((each) => each.version === line) === true;
  if (end !== null && created !== null && isBuiltAfterEnd(claim) && isListed) {
    notes.push(words("hardened.built-past-end", { created, end, date: catalogue.date }));
  }
  return notes;
}

function contentNotes({ claim, facts, state, surface }: Claimed): Phrase[] {
  const notes: Phrase[] = [];
  const found = facts.os === null ? undefined : dhiRelease(facts.os)?.distribution;
  if (found !== undefined && claim.distro !== null && !isSameDistribution(claim.distro, found)) {
    notes.push(words("hardened.distro-differs", { label: claim.distro, found }));
  }
  // Of a derived image the shell may be the user's own.
  if (state === "hardened" && claim.declaresShell === false && surface.shells.length > 0) {
    notes.push(words("hardened.undeclared-shell", { shells: surface.shells.join(", ") }));
  }
  return notes;
}

/** `debian-13` and `debian-13.1` are the same; os-release of Alpine names the patch release. */
function isSameDistribution(label: string, found: string): boolean {
  return label === found || found.startsWith(`${label}.`) || label.startsWith(`${found}.`);
}

function productOf({ product }: DhiClaim, catalogue: HardenedCatalogue): HardenedProduct | undefined {
  return catalogue.products.find((each) => each.kind !== "helm-chart" && each.product === product);
}
