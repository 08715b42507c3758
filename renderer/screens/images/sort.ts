// The order of the list. Unknown values go last in either direction: they are no extreme of what is known.
import { nameOf } from "../../parts/image-name.ts";
import type { ImageLine } from "./image-line.ts";

export const sortKeys = ["image", "base", "controls", "support", "hardened", "size", "used"] as const;
export type SortKey = (typeof sortKeys)[number];
export type Direction = "ascending" | "descending";

/** The direction a column starts with: what needs attention first. */
export const firstDirection: Readonly<Record<SortKey, Direction>> = {
  image: "ascending",
  base: "ascending",
  controls: "descending",
  support: "ascending",
  hardened: "ascending",
  size: "descending",
  used: "descending",
};

const hardenedOrder = ["hardened", "derived", "unproven", "none"] as const;

function sortValue(line: ImageLine, key: SortKey): string | number | null {
  const { listed } = line;
  // First verdicts say nothing of system, support and origin, and count no control that reads layers.
  const last = line.isFirst ? null : line.last;
  switch (key) {
    case "image":
      return nameOf(listed).toLowerCase();
    case "base":
      return last?.os?.toLowerCase() ?? null;
    case "controls": {
      if (last === null) return null;
      const counts = last.summary.byStatus;
      // Fails decide; what could not be assessed decides among equals.
      return counts.fail * 1_000_000 + (counts.error + counts["not-assessed"]) * 1000 + counts.manual;
    }
    case "support":
      return last?.summary.supportedUntil?.date ?? null;
    case "hardened":
      return last?.hardened === undefined ? null : hardenedOrder.indexOf(last.hardened);
    case "size":
      return listed.size;
    case "used":
      return listed.usedBy.running * 10_000 + listed.usedBy.stopped;
  }
}

/** `worker:10.0` after `worker:2.4`: numbers inside names count as numbers. */
const byName = new Intl.Collator("en", { numeric: true }).compare;

export function sortLines(lines: readonly ImageLine[], key: SortKey, direction: Direction): ImageLine[] {
  const sign = direction === "ascending" ? 1 : -1;
  const keyed = lines.map((line) => ({ line, value: sortValue(line, key), name: nameOf(line.listed) }));
  keyed.sort((a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1;
      if (b.value === null) return -1;
      if (key === "image") return sign * byName(a.name, b.name);
      return a.value < b.value ? -sign : sign;
    }
    return byName(a.name, b.name);
  });
  return keyed.map(({ line }) => line);
}
