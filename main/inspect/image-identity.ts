// Who an image is: what the source lists, what its config says, and what its layers turned out to be.
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { OpenImage } from "../source/image-source.ts";
import type { Steps } from "./history/steps.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";

/** The identity of an opened image; `layers` is null until they were read, and sizes are unknown until then. */
export function identityOf(image: OpenImage, steps: Steps, layers: readonly LayerFacts[] | null): ImageIdentity {
  const { listed, id, idKind, platform, config, attestations } = image;
  return {
    id,
    idKind,
    references: [...listed.references].sort(),
    repoDigests: [...listed.repoDigests].sort(),
    platform,
    created: config.created,
    size: listed.size,
    layers: config.diffIds.map((diffId, layer) => {
      const step = steps.stepOfLayer[layer] ?? null;
      return { diffId, size: layers?.[layer]?.size ?? null, ...(step === null ? {} : { step }) };
    }),
    usedBy: { ...listed.usedBy },
    dangling: listed.dangling,
    attestations: attestations.map((each) => ({ ...each })),
    ...(listed.id === id ? {} : { listedAs: { id: listed.id, idKind: listed.idKind } }),
  };
}
