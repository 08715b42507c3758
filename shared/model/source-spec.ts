// Which source to read: what the user asked for, before anything was resolved or dialled.
import { z } from "zod";

export const SourceSpec = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("engine"),
    /** `--context NAME`; absent = as the docker CLI resolves it. */
    context: z.string().optional(),
    /** `--engine URL`: unix://, npipe://, tcp://, ssh:// */
    url: z.string().optional(),
    /** The user accepted tcp without TLS. */
    insecure: z.boolean().optional(),
  }),
  /** A tar: docker save of any era or an OCI layout. Absolute path. */
  z.object({ kind: z.literal("archive"), path: z.string() }),
  /** An OCI layout folder (or tar). Absolute path. */
  z.object({ kind: z.literal("layout"), path: z.string() }),
  /** The built-in pair of images. */
  z.object({ kind: z.literal("sample") }),
]);
export type SourceSpec = z.infer<typeof SourceSpec>;
