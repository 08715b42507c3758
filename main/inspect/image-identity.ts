// Who an image is: what the source lists, what its config says, and what its layers turned out to be.
import { ImageIdentity } from "../../shared/model/image.ts";
import type { OpenImage } from "../source/image-source.ts";
import type { Steps } from "./history/steps.ts";
import type { LayerFacts } from "./layer/layer-facts.ts";

/** The part that follows from the image's own bytes, and so stays for as long as its id does. */
export const LastingIdentity = ImageIdentity.pick({
  id: true,
  idKind: true,
  platform: true,
  created: true,
  layers: true,
  attestations: true,
});
export type LastingIdentity = Pick<ImageIdentity, keyof typeof LastingIdentity.shape>;

/** The identity of an opened image; `layers` is null until they were read, and sizes are unknown until then. */
export function identityOf(image: OpenImage, steps: Steps, layers: readonly LayerFacts[] | null): ImageIdentity {
  const { listed, id, idKind, platform, config, attestations } = image;
  const lasting: LastingIdentity = {
    id,
    idKind,
    platform,
    created: config.created,
    layers: config.diffIds.map((diffId, layer) => {
      const step = steps.stepOfLayer[layer] ?? null;
      return { diffId, size: layers?.[layer]?.size ?? null, ...(step === null ? {} : { step }) };
    }),
    attestations: attestations.map((each) => ({ ...each })),
  };
  return withListing(lasting, listed);
}

/** The whole identity: what lasts, and what the source says of it today. */
export function withListing(lasting: LastingIdentity, listed: OpenImage["listed"]): ImageIdentity {
  return {
    ...lasting,
    references: [...listed.references].sort(),
    repoDigests: [...listed.repoDigests].sort(),
    size: listed.size,
    usedBy: { ...listed.usedBy },
    dangling: listed.dangling,
    ...(listed.id === lasting.id ? {} : { listedAs: { id: listed.id, idKind: listed.idKind } }),
  };
}
