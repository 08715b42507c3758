// What an image's hardened origin is: proven by its layers, only claimed, or none; and what it then says of itself.
import type { Facts } from "../../shared/model/facts.ts";
import type { HardenedState } from "../../shared/model/hardened.ts";
import type { HardenedCatalogue } from "../../shared/model/hardened-catalogue.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import { attestationRows } from "./attestation-rows.ts";
import { layersWithChainId } from "./chain-id.ts";
import { chartsUsing } from "./chart-users.ts";
import { customisedOf } from "./customised.ts";
import { type DhiClaim, dhiClaim } from "./dhi-labels.ts";
import { elsEvidence, elsGround, upstreamEnd } from "./els-evidence.ts";
import { dhiRelease, familyOf } from "./families.ts";
import { fipsOf } from "./fips.ts";
import { hardenedPackagesOf, hardenedRepositories } from "./hardened-packages.ts";
import { claimNotes, packageNotes } from "./notes.ts";
import { surfaceOf } from "./surface.ts";
import { variantsOf } from "./variants.ts";

/**
 * `hardened`: the labelled chain id is that of all layers; `derived`: of the lowest `baseLayers`, the rest is the user's
 * own; `unproven`: labels or os-release name a family and no layer bears it out; `none`: nothing does. The chain id shows
 * that label and layers belong together; that Docker made them, only an attestation shows. `isEntitled`: a contract for
 * extended support is recorded for this image.
 */
export function hardenedStateOf(
  facts: Facts,
  image: ImageIdentity,
  catalogue: HardenedCatalogue,
  isEntitled = false,
): HardenedState {
  const claim = dhiClaim(facts.config.labels, catalogue);
  const found = foundInside(facts, claim?.claims.includes("fips") === true);
  if (claim === null) {
    const family = familyOf(facts);
    return {
      state: family === null ? "none" : "unproven",
      ...(family === null ? {} : { family }),
      claims: [],
      proof: { method: "none" },
      attestations: attestationRows(facts.external),
      surface: surfaceOf(facts),
      ...found,
      ...notesOf(packageNotes(facts, found.packages, family === "dhi")),
    };
  }
  const diffIds = image.layers.map((layer) => layer.diffId);
  const baseLayers = claim.chainId === null ? null : layersWithChainId(diffIds, claim.chainId);
  const state = baseLayers === null ? "unproven" : baseLayers === diffIds.length ? "hardened" : "derived";
  const surface = surfaceOf(facts);
  const proven = provenClaims(claim, facts, found.fips);
  const customised = customisedOf(image.references, claim.version, state === "derived");
  const notes = claimNotes({ claim, facts, catalogue, state, surface, proven, customised });
  return {
    state,
    family: "dhi",
    product: claim.product,
    ...(claim.line === null ? {} : { line: claim.line }),
    ...(claim.tier === null ? {} : { tier: claim.tier }),
    ...(claim.variant === null ? {} : { variant: claim.variant }),
    claims: [...claim.claims],
    proof: baseLayers === null ? { method: "none" } : { method: "chain-id", baseLayers },
    attestations: attestationRows(facts.external),
    surface,
    ...(claim.version === null ? {} : { version: claim.version }),
    variants: variantsOf(claim),
    ...purpose(facts, claim, catalogue),
    ...(proven.length === 0 ? {} : { proven }),
    ...(customised === null ? {} : { customised }),
    // Charts pin the hardened image, not what somebody built on it.
    ...(state === "derived" ? {} : chartsOf(claim, catalogue)),
    ...found,
    ...elsOf(facts, claim, catalogue, found.repositories ?? [], isEntitled),
    ...notesOf([...notes, ...packageNotes(facts, found.packages, false)]),
  };
}

/** What does not rest on Docker's labels. */
function foundInside(
  facts: Facts,
  labelled: boolean,
): Pick<HardenedState, "os" | "packages" | "repositories" | "fips"> {
  const os = facts.os === null ? null : dhiRelease(facts.os);
  const packages = hardenedPackagesOf(facts);
  const repositories = hardenedRepositories(facts);
  const fips = fipsOf(facts, labelled);
  return {
    ...(os === null ? {} : { os }),
    ...(packages === null ? {} : { packages }),
    ...(repositories.length === 0 ? {} : { repositories }),
    ...(fips === null ? {} : { fips }),
  };
}

/** A claim is proven by a verified attestation of its kind; nobody attests `cis` (dhi.md section 7.2). */
function provenClaims({ claims }: DhiClaim, facts: Facts, fips: HardenedState["fips"]): HardenedState["claims"] {
  const stig = facts.external.some(({ kind, verified }) => kind === "stig" && verified);
  return claims.filter((claim) => (claim === "fips" ? fips?.state === "attested" : claim === "stig" && stig));
}

function purpose(
  facts: Facts,
  { product }: DhiClaim,
  catalogue: HardenedCatalogue,
): Pick<HardenedState, "kind" | "mcpServer"> {
  const name = facts.config.labels["io.modelcontextprotocol.server.name"]?.trim().slice(0, 200) ?? "";
  const isListed = catalogue.products.some((each) => each.kind === "mcp-server" && each.product === product);
  if (name === "" && !isListed) return {};
  return { kind: "mcp-server", ...(name === "" ? {} : { mcpServer: name }) };
}

function chartsOf({ product, version }: DhiClaim, catalogue: HardenedCatalogue): Pick<HardenedState, "charts"> {
  const charts = chartsUsing(product, version, catalogue);
  return charts.length === 0 ? {} : { charts };
}

function elsOf(
  facts: Facts,
  claim: DhiClaim,
  catalogue: HardenedCatalogue,
  repositories: NonNullable<HardenedState["repositories"]>,
  isEntitled: boolean,
): Pick<HardenedState, "els"> {
  const channels = repositories.map(({ channel }) => channel);
  const ground = elsGround(claim, channels, isEntitled);
  if (ground === null) return {};
  return { els: elsEvidence(ground, upstreamEnd(claim, catalogue), facts.external) };
}

function notesOf(notes: NonNullable<HardenedState["notes"]>): Pick<HardenedState, "notes"> {
  return notes.length === 0 ? {} : { notes };
}
