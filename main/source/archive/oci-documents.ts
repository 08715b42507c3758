// Shapes of the OCI image specification's documents (and of docker's schema 2, which has the same fields): descriptor,
// index, manifest. Digests stay text here; documents.ts checks them before a name is made of one.
import { z } from "zod";
import { BrokenStream } from "../../tar/broken-stream.ts";
import type { PlatformParts } from "../platform.ts";
import { parseDocument } from "./documents.ts";

export const Descriptor = z.object({
  mediaType: z.string().nullish(),
  artifactType: z.string().nullish(),
  digest: z.string(),
  size: z.number().nonnegative(),
  platform: z
    .object({ os: z.string().nullish(), architecture: z.string().nullish(), variant: z.string().nullish() })
    .nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
});
export type Descriptor = z.infer<typeof Descriptor>;

const maxListed = 10_000;
export const Index = z.object({ mediaType: z.string().nullish(), manifests: z.array(Descriptor).max(maxListed) });
export type Index = z.infer<typeof Index>;

export const Manifest = z.object({
  mediaType: z.string().nullish(),
  artifactType: z.string().nullish(),
  config: Descriptor,
  layers: z.array(Descriptor).max(maxListed),
});
export type Manifest = z.infer<typeof Manifest>;

export type ManifestOrIndex =
  | { readonly kind: "index"; readonly index: Index }
  | { readonly kind: "manifest"; readonly manifest: Manifest };

const Either = z.record(z.string(), z.unknown());

/**
 * An index or a manifest, told by its fields. One that is both is refused, since readers would disagree about it
 * (CVE-2021-41190). Throws BrokenStream.
 */
export function parseManifestOrIndex(bytes: Uint8Array, what: string): ManifestOrIndex {
  const fields = parseDocument(bytes, Either, what);
  const isIndex = fields["manifests"] !== undefined;
  if (isIndex && (fields["layers"] !== undefined || fields["config"] !== undefined)) {
    throw new BrokenStream(`${what} is both an index and a manifest`);
  }
  return isIndex
    ? { kind: "index", index: parseDocument(bytes, Index, what) }
    : { kind: "manifest", manifest: parseDocument(bytes, Manifest, what) };
}

/** The platform that a descriptor states; null when it states none. */
export function statedPlatform({ platform }: Descriptor): PlatformParts | null {
  if (!platform?.os || !platform.architecture) return null;
  return { os: platform.os, architecture: platform.architecture, variant: platform.variant || null };
}

/** BuildKit's attestation manifests stand beside the image they speak of; the answer is that image's manifest digest. */
export function attestedDigest({ annotations }: Descriptor): string | null {
  if (annotations?.["vnd.docker.reference.type"] !== "attestation-manifest") return null;
  return annotations["vnd.docker.reference.digest"] ?? "";
}
