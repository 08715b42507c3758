// Images of a catalogue in the words of the port.
import { compareText } from "../../../shared/compare-text.ts";
import { type Failure, FailureError } from "../../../shared/model/failure.ts";
import type { ListedImage } from "../../../shared/model/image.ts";
import { displayName } from "../../../shared/reference.ts";
import type { OpenImage } from "../image-source.ts";
import { platformText } from "../platform.ts";
import type { BrokenImage, Catalogue, StoredImage } from "./catalogue.ts";

/** All images of a catalogue, unreadable ones among them: asking for one of those gives its failure. */
export function listedImages({ images, broken }: Catalogue): ListedImage[] {
  const listed = [...images.map(listedImage), ...broken.map(listedBroken)];
  return listed.sort(
    (a, b) => compareText(a.references[0] ?? "\uffff", b.references[0] ?? "\uffff") || compareText(a.id, b.id),
  );
}

export function listedImage(image: StoredImage): ListedImage {
  return {
    key: image.id,
    id: image.id,
    idKind: "config",
    references: [...image.references],
    repoDigests: [],
    ...(image.digests.length === 0 ? {} : { digests: [...image.digests] }),
    platform: platformText(image.config),
    created: image.config.created,
    size: image.size,
    dangling: false,
    usedBy: { running: 0, stopped: 0 },
    diffIds: [...image.config.diffIds],
  };
}

function listedBroken({ key, references, digests, cause }: BrokenImage): ListedImage {
  return {
    key,
    id: digests[0] ?? key,
    idKind: "manifest",
    references: [...references],
    repoDigests: [],
    digests: [...digests],
    platform: null,
    created: null,
    size: 0,
    dangling: false,
    usedBy: { running: 0, stopped: 0 },
    unreadable: cause,
  };
}

export function openImage(image: StoredImage, listed: ListedImage = listedImage(image)): OpenImage {
  return {
    listed,
    id: image.id,
    idKind: "config",
    platform: platformText(image.config),
    config: image.config,
    attestations: image.attestations,
  };
}

/** The image of this key, or why there is none. */
export function findImage(catalogue: Catalogue, key: string, source: string): StoredImage | Failure {
  const image = catalogue.images.find((one) => one.id === key);
  if (image !== undefined) return image;
  const broken = catalogue.broken.find((one) => one.key === key);
  if (broken === undefined) return { kind: "image-not-found", reference: key, source };
  const reference = displayName({ id: broken.digests[0] ?? key, references: broken.references, repoDigests: [] });
  return { kind: "image-unreadable", reference, cause: broken.cause };
}

/** `findImage` for callers that cannot go on without it. Throws FailureError. */
export function requireImage(catalogue: Catalogue, key: string, source: string): StoredImage {
  const found = findImage(catalogue, key, source);
  if ("kind" in found) throw new FailureError(found);
  return found;
}
