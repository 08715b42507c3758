// All windows of one component in the order in which they are shown: general support, extended support under contract or on
// offer, then what other sources say of the same days.
import type { Component, Coverage, Cycle, LifecycleData, Product } from "../../shared/model/lifecycle.ts";
import type { Cover } from "./cover.ts";
import { coverageOf } from "./coverage.ts";
import { entitledCover } from "./entitled-cover.ts";
import { offerWindows } from "./offer-windows.ts";
import { secondOpinions } from "./second-opinions.ts";

/** What an image adds to the windows of a cycle. */
export interface ImageSigns {
  /** What shows that the source's extended phase is in use; null = nothing does. */
  readonly proof: string | null;
  /** Further extended windows that only some images have. */
  readonly extended?: readonly Coverage[];
  /** Days that the image states of itself. */
  readonly stated?: readonly Coverage[];
  readonly isHardened: boolean;
}

const noSigns: ImageSigns = { proof: null, isHardened: false };

/** The windows of a component that is placed in the catalogue. Extended updates nobody has bought are not among them. */
export function supportWindows(
  component: Component,
  product: Product,
  cycle: Cycle,
  data: LifecycleData,
  cover: Cover | undefined,
  signs: ImageSigns = noSigns,
): Coverage[] {
  const windows = coverageOf(product, cycle, data, signs.proof);
  const hasExtended = cycle.eoes !== undefined && cycle.eoes !== true;
  const general = hasExtended ? windows.slice(0, -1) : windows;
  const offered = offerWindows(product, cycle, data.offers);
  const extended = [...windows.slice(general.length), ...offered, ...(signs.extended ?? [])];
  const names = [product.id, ...(product.aliases ?? [])].map((name) => name.toLowerCase());
  const bought = { component, offeredAs: product.id, names, eol: cycle.eol ?? null, isHardened: signs.isHardened };
  return [
    ...general,
    ...entitledCover(extended, bought, data, cover).filter(({ offer, entitled }) => entitled || offer !== "redhat-eus"),
    ...(signs.stated ?? []),
    ...secondOpinions(product, cycle, offered, data.opinions),
  ];
}

/** What was bought for a component that is not in the catalogue: contracts for images, by sellers whose word it is alone. */
export function unplacedCover(
  component: Component,
  data: LifecycleData,
  cover: Cover | undefined,
  isHardened: boolean,
): Coverage[] {
  const names = component.product === null ? [] : [component.product];
  return entitledCover([], { component, offeredAs: component.product, names, eol: null, isHardened }, data, cover);
}
