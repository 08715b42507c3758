// Which hardened charts use an image (dhi.md section 5.3): they pin `dhi/NAME:TAG`, and some pin other charts that do.
import type { HardenedState } from "../../shared/model/hardened.ts";
import type { HardenedCatalogue, HardenedProduct } from "../../shared/model/hardened-catalogue.ts";

type ChartUse = NonNullable<HardenedState["charts"]>[number];
type Line = HardenedProduct["versions"][number];

const maxListed = 50;

/**
 * Charts that use `product`, by name and version: those that pin `version` first. A chart that another pins counts for both.
 * Taken from the catalogue of its day; a chart of another day pins other tags.
 */
export function chartsUsing(product: string, version: string | null, catalogue: HardenedCatalogue): ChartUse[] {
  const charts = catalogue.products.filter(({ kind }) => kind === "helm-chart");
  const byTag = new Map(
    charts.flatMap((chart) => chart.versions.map((line) => [`dhi/${chart.product}:${line.tag}`, line])),
  );
  const prefix = `dhi/${product}:`;
  const uses = new Map<string, ChartUse>();
  for (const chart of charts) {
    for (const line of chart.versions) {
      for (const image of imagesOf(line, byTag)) {
        if (!image.startsWith(prefix)) continue;
        const pins = image.slice(prefix.length);
        const use = { chart: chart.product, tag: line.tag, pins, exact: pins === version };
        uses.set(`${chart.product}:${line.tag}:${pins}`, use);
      }
    }
  }
  return [...uses.entries()]
    .sort(([a, one], [b, other]) => Number(other.exact) - Number(one.exact) || (a < b ? -1 : 1))
    .slice(0, maxListed)
    .map(([, use]) => use);
}

/** The images that a chart's line pins, with those of the charts that it pins; each chart is looked at once. */
function imagesOf(line: Line, byTag: ReadonlyMap<string, Line>): Set<string> {
  const images = new Set<string>();
  const open: Line[] = [line];
  const seen = new Set<Line>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const image of next.images ?? []) {
      images.add(image);
      const chart = byTag.get(image);
      if (chart !== undefined) open.push(chart);
    }
  }
  return images;
}
