// Small texts that several commands print alike.
import { plainText } from "../../shared/plain-text.ts";

/** Decimal megabytes and so on, as docker prints sizes. */
export function sizeText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toPrecision(3)} ${units[unit]}`;
}

/** `sha256:3f9a1c…` for people; machines get the whole. */
export function shortId(id: string): string {
  return id.startsWith("sha256:") ? id.slice(7, 19) : plainText(id, 40);
}
