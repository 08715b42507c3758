// What an image's hardened origin is: proven by its layers, only claimed, or none.
import type { Facts } from "../../shared/model/facts.ts";
import type { HardenedState } from "../../shared/model/hardened.ts";
import type { HardenedCatalogue } from "../../shared/model/hardened-catalogue.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import { layersWithChainId } from "./chain-id.ts";
import { dhiClaim } from "./dhi-labels.ts";
import { familyOf } from "./families.ts";
import { surfaceOf } from "./surface.ts";

/**
 * `hardened`: the labelled chain id is that of all layers; `derived`: of the lowest `baseLayers`, the rest is the user's
 * own; `unproven`: labels or os-release name a family and no layer bears it out; `none`: nothing does. The chain id shows
 * that label and layers belong together; that Docker made them, only an attestation shows.
 */
export function hardenedStateOf(facts: Facts, image: ImageIdentity, catalogue: HardenedCatalogue): HardenedState {
  const surface = surfaceOf(facts);
  const claim = dhiClaim(facts.config.labels, catalogue);
  if (claim === null) {
    const family = familyOf(facts);
    const state = family === null ? "none" : "unproven";
    return {
      state,
      ...(family === null ? {} : { family }),
      claims: [],
      proof: { method: "none" },
      attestations: [],
      surface,
    };
  }
  const diffIds = image.layers.map((layer) => layer.diffId);
  const baseLayers = claim.chainId === null ? null : layersWithChainId(diffIds, claim.chainId);
  return {
    state: baseLayers === null ? "unproven" : baseLayers === diffIds.length ? "hardened" : "derived",
    family: "dhi",
    product: claim.product,
    ...(claim.line === null ? {} : { line: claim.line }),
    ...(claim.tier === null ? {} : { tier: claim.tier }),
    ...(claim.variant === null ? {} : { variant: claim.variant }),
    claims: [...claim.claims],
    proof: baseLayers === null ? { method: "none" } : { method: "chain-id", baseLayers },
    attestations: [],
    surface,
  };
}
