// Opens many images side by side: config and history, secrets masked at once, so that no raw text goes further than this.
import { isDeepStrictEqual } from "node:util";
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import type { Inspected } from "../../shared/model/inspection.ts";
import { throwIfAborted } from "../abort.ts";
import type { ImageSource, OpenImage } from "../source/image-source.ts";
import type { ImageCache, Opened } from "./opened-image.ts";
import { maskConfig } from "./secrets/mask-config.ts";

type OpenResult =
  | { readonly kind: "opened"; readonly opened: Opened }
  /** All its facts are known from an earlier look. */
  | { readonly kind: "known"; readonly inspected: Inspected }
  | { readonly kind: "failed"; readonly reference: string; readonly failure: Failure };

const atOnce = 8;

/** Opens each key once, eight at a time, and yields the results in the order of the keys. */
export async function* openImages(
  source: ImageSource,
  keys: readonly string[],
  kept: ImageCache,
  signal: AbortSignal,
): AsyncGenerator<{ readonly key: string; readonly result: OpenResult }> {
  const queue = [...new Set(keys)];
  const running: { key: string; result: Promise<OpenResult> }[] = [];
  for (;;) {
    while (running.length < atOnce) {
      const key = queue.shift();
      if (key === undefined) break;
      running.push({ key, result: open(source, key, kept, signal) });
    }
    const next = running.shift();
    if (next === undefined) return;
    const result = await next.result;
    throwIfAborted(signal);
    yield { key: next.key, result };
  }
}

async function open(source: ImageSource, key: string, kept: ImageCache, signal: AbortSignal): Promise<OpenResult> {
  try {
    const image = await source.open(key, signal);
    const inspected = await kept.facts(image);
    if (inspected !== null) return { kind: "known", inspected };
    const opened = await kept.opened(key, image);
    return { kind: "opened", opened: opened ?? { key, image, masked: await maskConfig(image.config, signal) } };
  } catch (error) {
    const failure = failureOf(error);
    const reference = "reference" in failure ? failure.reference : key;
    return { kind: "failed", reference, failure };
  }
}

/** The same image as the source came to know it while it delivered the layers. */
export async function withImage(known: Opened, image: OpenImage, signal: AbortSignal): Promise<Opened> {
  if (isDeepStrictEqual(image.config, known.image.config)) return { ...known, image };
  return { key: known.key, image, masked: await maskConfig(image.config, signal) };
}
