// Which of an image's layers are another image's, by proof alone: layers are named by what is in them, so an image whose
// lowest layers are all the layers of another was built on it, or on what that one is called elsewhere.
import type { ImageIdentity, ListedImage, ProvenBase } from "./model/image.ts";

type Known = Pick<ListedImage, "id" | "references" | "repoDigests" | "diffIds">;

/**
 * The base of `image`, null where nothing proves one. `local` are the images of the same machine, itself among them or
 * not; `chained` is how many of its lowest layers have the ChainID that their vendor's label states, null when none do.
 * Of several bases the largest counts, as the nearest; an image without any name is one only where no named one is. Images
 * of the same layers are the same content under other tags, and no base.
 */
export function provenBase(
  image: Pick<ImageIdentity, "layers">,
  local: readonly Known[],
  chained: number | null,
): ProvenBase | null {
  const below = local.filter((other) => isBelow(other.diffIds ?? [], image.layers));
  const named = below.filter(isNamed);
  const size = ({ diffIds = [] }: Known) => diffIds.length;
  const shared = Math.max(0, ...(named.length > 0 ? named : below).map(size));
  const byChain = chained !== null && chained > 0 && chained < image.layers.length ? chained : 0;
  const layers = Math.max(shared, byChain);
  if (layers === 0) return null;
  const same = below.filter((other) => size(other) === layers);
  const references = same.flatMap((other) => (other.references.length > 0 ? other.references : other.repoDigests));
  const [first] = [...same.filter(isNamed), ...same];
  return {
    layers,
    proof: byChain === layers ? "chain-id" : "shared-layers",
    references: [...new Set(references)].sort(),
    ...(first === undefined ? {} : { id: first.id }),
  };
}

function isNamed({ references, repoDigests }: Known): boolean {
  return references.length + repoDigests.length > 0;
}

/** Whether these are the lowest of the layers, and not all of them. */
function isBelow(diffIds: readonly string[], layers: ImageIdentity["layers"]): boolean {
  const { length } = diffIds;
  if (length === 0 || length >= layers.length || diffIds[length - 1] !== layers[length - 1]?.diffId) return false;
  return diffIds.every((diffId, at) => diffId === layers[at]?.diffId);
}
