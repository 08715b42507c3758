// The name an image goes by.
import type { ListedImage } from "../../shared/model/image.ts";
import { shortDigest } from "../i18n/format.ts";

/** Its first reference, else `<none>` and its digest. Untrusted: shown through `plainText`. */
export function nameOf(listed: Pick<ListedImage, "references" | "id">): string {
  return listed.references[0] ?? `<none> ${shortDigest(listed.id)}`;
}
