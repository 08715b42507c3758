// Answers of the engine API, as far as they are used. docs: Docker Engine API 1.24 to 1.52; Podman's compatible API leaves
// some fields out. What is not needed is not checked, so that newer engines go on working.
import { z } from "zod";
import { DiffId } from "../../../shared/model/digest.ts";
import { RunConfig } from "../image-config.ts";
import { listOf } from "../list-of.ts";

const texts = listOf(z.string()).nullish();

export const VersionAnswer = z.object({
  Version: z.string(),
  Components: z.array(z.object({ Name: z.string(), Version: z.string().nullish() })).nullish(),
});

export const InfoAnswer = z.object({ DriverStatus: z.array(z.array(z.string())).nullish() });

export const ImageSummary = z.object({
  Id: z.string(),
  RepoTags: texts,
  RepoDigests: texts,
  Created: z.number().nullish(),
  Size: z.number().nullish(),
});
export type ImageSummary = z.infer<typeof ImageSummary>;

export const ContainerSummary = z.object({
  Image: z.string().nullish(),
  ImageID: z.string().nullish(),
  State: z.string().nullish(),
});
export type ContainerSummary = z.infer<typeof ContainerSummary>;

export const ImageInspect = z.object({
  Id: z.string(),
  RepoTags: texts,
  RepoDigests: texts,
  Created: z.string().nullish(),
  Size: z.number().nullish(),
  Os: z.string().nullish(),
  Architecture: z.string().nullish(),
  Variant: z.string().nullish(),
  Config: RunConfig.nullish(),
  RootFS: z.object({ Layers: z.array(DiffId).nullish() }).nullish(),
  /** Since API 1.48 with the containerd store: what `Id` is the digest of. */
  Descriptor: z.object({ mediaType: z.string().nullish() }).nullish(),
});
export type ImageInspect = z.infer<typeof ImageInspect>;

export const HistoryLine = z.object({
  Created: z.number().nullish(),
  CreatedBy: z.string().nullish(),
  Comment: z.string().nullish(),
  Size: z.number().nullish(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;
