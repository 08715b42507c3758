// What an image is called on paper: its name as plain text, or a short form of its digest; the whole digest is in the annex.
import { plainText } from "../../../shared/plain-text.ts";
import { displayName } from "../../../shared/reference.ts";
import { shortDigest } from "./figures.ts";

/** At most about `maxLength` characters; longer names say that they were cut. */
export function imageName(image: Parameters<typeof displayName>[0], maxLength = 160): string {
  const name = displayName(image);
  return name === image.id ? shortDigest(name) : plainText(name, maxLength);
}
