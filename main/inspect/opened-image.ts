// An opened image and what of its config may become a fact; and the port for what an earlier look has left of one.
import type { Inspected } from "../../shared/model/inspection.ts";
import type { OpenImage } from "../source/image-source.ts";
import type { MaskedConfig } from "./secrets/mask-config.ts";

export interface Opened {
  readonly key: string;
  readonly image: OpenImage;
  readonly masked: MaskedConfig;
}

export interface ImageCache {
  /** The facts of an image that an earlier look found whole; null when there are none. */
  facts(image: OpenImage): Promise<Inspected | null>;
  /** The image as its config blob told it earlier, where `open` could only ask the engine; null when that is not known. */
  opened(key: string, image: OpenImage): Promise<Opened | null>;
  /** Keeps what a whole look at an image found; `opened` as its own config blob says it. */
  put(opened: Opened, inspected: Inspected): Promise<void>;
}

/** Keeps nothing. */
export const noImageCache: ImageCache = {
  facts: async () => null,
  opened: async () => null,
  put: async () => undefined,
};
