// Opens many images side by side: config and history, secrets masked at once, so that no raw text goes further than this.
import { isDeepStrictEqual } from "node:util";
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import { throwIfAborted } from "../abort.ts";
import type { ImageSource, OpenImage } from "../source/image-source.ts";
import { type MaskedConfig, maskConfig } from "./secrets/mask-config.ts";

/** An opened image and what of its config may become a fact. */
export interface Opened {
  readonly key: string;
  readonly image: OpenImage;
  readonly masked: MaskedConfig;
}
type OpenResult =
  | { readonly ok: true; readonly value: Opened }
  | { readonly ok: false; readonly reference: string; readonly failure: Failure };

const atOnce = 8;

/** Opens each key once, eight at a time, and yields the results in the order of the keys. */
export async function* openImages(
  source: ImageSource,
  keys: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<{ readonly key: string; readonly result: OpenResult }> {
  const queue = [...new Set(keys)];
  const running: { key: string; result: Promise<OpenResult> }[] = [];
  for (;;) {
    while (running.length < atOnce) {
      const key = queue.shift();
      if (key === undefined) break;
      running.push({ key, result: open(source, key, signal) });
    }
    const next = running.shift();
    if (next === undefined) return;
    const result = await next.result;
    throwIfAborted(signal);
    yield { key: next.key, result };
  }
}

async function open(source: ImageSource, key: string, signal: AbortSignal): Promise<OpenResult> {
  try {
    const image = await source.open(key, signal);
    return { ok: true, value: { key, image, masked: await maskConfig(image.config) } };
  } catch (error) {
    const failure = failureOf(error);
    const reference = "reference" in failure ? failure.reference : key;
    return { ok: false, reference, failure };
  }
}

/** The same image as the source came to know it while it delivered the layers. */
export async function withImage(known: Opened, image: OpenImage): Promise<Opened> {
  if (isDeepStrictEqual(image.config, known.image.config)) return { ...known, image };
  return { key: known.key, image, masked: await maskConfig(image.config) };
}
