// Content addresses and which kind of digest an id is. See the OCI image specification, "descriptor" and "config".
import { z } from "zod";

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** Digest of an image's config JSON: what the classic engine store and `docker save` call the image id. */
export const ConfigDigest = sha256.brand<"ConfigDigest">();
export type ConfigDigest = z.infer<typeof ConfigDigest>;

/** Digest of a layer's uncompressed tar. */
export const DiffId = sha256.brand<"DiffId">();
export type DiffId = z.infer<typeof DiffId>;

/** Digest of a blob as it is stored (for a layer: as compressed). */
export const BlobDigest = sha256.brand<"BlobDigest">();
export type BlobDigest = z.infer<typeof BlobDigest>;

export const IdKind = z.enum(["config", "manifest", "index"]);
export type IdKind = z.infer<typeof IdKind>;
