// What a reference names today among the images of an engine: a tag moves on when an image is pulled or built anew, and a
// container keeps what it was made from.
import { normaliseReference } from "../../shared/reference.ts";
import type { ImageLine } from "./engine-answers.ts";
import { fullId } from "./read-stock.ts";

/** A lookup from reference (tag, `name@digest`, id or the beginning of one) to image id; null = it names none. */
export function currentImages(images: readonly ImageLine[]): (reference: string) => string | null {
  const ids = images.map(({ Id }) => fullId(Id));
  const byName = new Map<string, string>();
  for (const { Id, RepoTags, RepoDigests } of images) {
    for (const name of [...(RepoTags ?? []), ...(RepoDigests ?? [])]) {
      if (!name.includes("<none>")) byName.set(normaliseReference(name), fullId(Id));
    }
  }
  return (reference) => {
    const named = byName.get(normaliseReference(reference));
    if (named !== undefined) return named;
    const hex = reference.replace(/^sha256:/, "");
    if (!/^[0-9a-f]{4,64}$/.test(hex)) return null;
    return ids.find((id) => id.startsWith(`sha256:${hex}`)) ?? null;
  };
}
