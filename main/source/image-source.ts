// The port through which images come in, in the words of inspect/. Adapters: docker-engine, docker-archive, oci-layout.

import type { DiffId, IdKind } from "../../shared/model/digest.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { Excluded, ListedImage, SourceInfo } from "../../shared/model/image.ts";

/** The config of an image as its blob says it, before any secret was masked. Handled by inspect/ only. */
export interface RawConfig {
  readonly created: string | null;
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
  readonly user: string;
  readonly env: readonly string[];
  readonly exposedPorts: readonly string[];
  readonly healthcheck: RawHealthcheck | null;
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly workingDir: string;
  readonly shell: readonly string[] | null;
  readonly stopSignal: string | null;
  readonly onBuild: readonly string[];
  readonly history: readonly RawHistoryEntry[];
  readonly diffIds: readonly DiffId[];
  /** `config` = parsed from the config blob whose digest is `configDigest`; `engine` = rebuilt by the engine's API. */
  readonly origin: "config" | "engine";
  /** The config's media type is OCI's and no Docker manifest names it: such a config has no field for a healthcheck. */
  readonly format?: "oci";
}
export interface RawHealthcheck {
  readonly test: readonly string[];
  readonly intervalNs?: number;
  readonly timeoutNs?: number;
  readonly startPeriodNs?: number;
  readonly retries?: number;
}
export interface RawHistoryEntry {
  readonly created: string | null;
  readonly createdBy: string;
  readonly comment: string | null;
  readonly emptyLayer: boolean;
}

/** Everything about one image but its layers. */
export interface OpenImage {
  readonly listed: ListedImage;
  readonly id: string;
  readonly idKind: IdKind;
  readonly platform: string;
  readonly config: RawConfig;
  /** Attestation manifests found beside the image; kept for later, never taken for an image. */
  readonly attestations: readonly { readonly kind: string; readonly digest: string }[];
}

/** One stored layer, offered once however many images share it. */
export interface LayerBlob {
  /** The source's own name of the blob, unique within one `layers` call. */
  readonly key: string;
  /** What the layer must hash to when uncompressed, where the source knows it beforehand. */
  readonly diffId: DiffId | null;
  /** Bytes as stored: plain tar, gzip or zstd, to be told by their magic number. Ends with an error when cut short. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** `bytes` may be read while further deliveries are asked for; absent = read or abandon them before. */
  readonly isIndependent?: boolean;
}

export type LayerDelivery =
  | { readonly kind: "blob"; readonly blob: LayerBlob }
  /** Which blob is which layer of an image, bottom first; null = the source names a blob it does not hold. */
  | {
      readonly kind: "bound";
      readonly key: string;
      readonly blobs: readonly (string | null)[];
      /** The image with its config read from the blob, where `open` could only ask the engine. */
      readonly image: OpenImage;
    }
  /** This image cannot be read; the others go on. */
  | { readonly kind: "failed"; readonly key: string; readonly failure: Failure };

export interface ImageList {
  readonly images: readonly ListedImage[];
  readonly excluded: readonly Excluded[];
}

export interface ImageSource {
  describe(signal: AbortSignal): Promise<SourceInfo>;
  /** All images and what was left out, ordered by first reference, then id. */
  list(signal: AbortSignal): Promise<ImageList>;
  /** Config and history at once, no layer byte. Throws FailureError. */
  open(key: string, signal: AbortSignal): Promise<OpenImage>;
  /**
   * Streams the layers of these images: every blob once, in the order in which the source has them, then a `bound` or a
   * `failed` for each key. The consumer reads or abandons `bytes` before it asks for the next delivery, unless they are independent. `wanted` lets a
   * source skip a blob whose diff id it knows. Throws FailureError when the source as a whole breaks.
   */
  layers(
    keys: readonly string[],
    wanted: (diffId: DiffId) => boolean,
    signal: AbortSignal,
  ): AsyncIterable<LayerDelivery>;
  /** Ends connections. */
  close(): Promise<void>;
}
