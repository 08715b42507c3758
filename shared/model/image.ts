// Images as a source lists them, and what it left out.
import { z } from "zod";
import { DiffId, IdKind } from "./digest.ts";

export const LayerInfo = z.object({
  diffId: DiffId,
  /** Bytes of the uncompressed tar; null until it was read. */
  size: z.number().nonnegative().nullable(),
  /** The build step (history line, secrets masked) that made it, where history and layers can be matched. */
  step: z.string().optional(),
});
export type LayerInfo = z.infer<typeof LayerInfo>;

/** The lowest layers that are another image's, where that is proven. */
export const ProvenBase = z.object({
  /** How many of the lowest layers are the base's. */
  layers: z.int().positive(),
  /** `shared-layers`: they are all the layers of another local image; `chain-id`: the ChainID that the vendor's label states. */
  proof: z.enum(["shared-layers", "chain-id"]),
  /** Names of local images of exactly these layers. */
  references: z.array(z.string()),
  /** The id of such an image; absent when none is here. */
  id: z.string().optional(),
});
export type ProvenBase = z.infer<typeof ProvenBase>;

/** `OS/ARCH[/VARIANT]`, as the command line takes it. */
export const Platform = z.string();

export const ImageIdentity = z.object({
  id: z.string(),
  idKind: IdKind,
  references: z.array(z.string()),
  repoDigests: z.array(z.string()),
  platform: Platform,
  /** RFC 3339 as recorded in the config; null when absent. */
  created: z.string().nullable(),
  size: z.number().nonnegative(),
  layers: z.array(LayerInfo),
  /** Absent = nothing proves where a base ends: it may have one all the same. */
  base: ProvenBase.optional(),
  usedBy: z.object({ running: z.int().nonnegative(), stopped: z.int().nonnegative() }),
  dangling: z.boolean(),
  attestations: z.array(z.object({ kind: z.string(), digest: z.string() })),
  /** The id under which the source lists the image, where it is another kind of digest (containerd store). */
  listedAs: z.object({ id: z.string(), idKind: IdKind }).optional(),
});
export type ImageIdentity = z.infer<typeof ImageIdentity>;

export const ListedImage = z.object({
  /** The source's own key for this image: what `open` takes. */
  key: z.string(),
  id: z.string(),
  idKind: IdKind,
  references: z.array(z.string()),
  repoDigests: z.array(z.string()),
  /** Digests of its manifest and of the indexes above it, by which it can be asked for: archives and layouts have them. */
  digests: z.array(z.string()).optional(),
  platform: Platform.nullable(),
  created: z.string().nullable(),
  size: z.number().nonnegative(),
  dangling: z.boolean(),
  usedBy: z.object({ running: z.int().nonnegative(), stopped: z.int().nonnegative() }),
  /** Why it cannot be read, where the source knows that from its listing alone. */
  unreadable: z.string().optional(),
  /** Its layers, lowest first, where the listing knows them: what proves that one image is the base of another. */
  diffIds: z.array(DiffId).optional(),
});
export type ListedImage = z.infer<typeof ListedImage>;

export const Excluded = z.object({ reference: z.string(), reason: z.string() });
export type Excluded = z.infer<typeof Excluded>;

export const SourceInfo = z.object({
  kind: z.enum(["engine", "archive", "layout", "sample", "registry", "mixed"]),
  name: z.string(),
  engineVersion: z.string().optional(),
  apiVersion: z.string().optional(),
  /** How the source was chosen, and warnings such as a connection without TLS. */
  how: z.string().optional(),
  warnings: z.array(z.string()).optional(),
});
export type SourceInfo = z.infer<typeof SourceInfo>;
