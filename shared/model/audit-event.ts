// What an audit tells while it runs, to a terminal or a window.
import { z } from "zod";
import { Audit, AuditedSubject } from "./audit.ts";
import { Failure } from "./failure.ts";
import { Excluded, ListedImage, SourceInfo } from "./image.ts";

export const AuditEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("found"),
    source: SourceInfo,
    images: z.array(ListedImage),
    excluded: z.array(Excluded),
  }),
  z.object({
    kind: z.literal("progress"),
    bytes: z.number(),
    totalBytes: z.number(),
    audited: z.int(),
    total: z.int(),
  }),
  /** `depth: config` = first verdicts from config and history; the same image follows again with `full`. */
  z.object({ kind: z.literal("audited"), key: z.string(), depth: z.enum(["config", "full"]), audit: Audit }),
  /** What lies around the images, judged. */
  z.object({ kind: z.literal("subjects"), subjects: z.array(AuditedSubject) }),
  z.object({ kind: z.literal("failed"), key: z.string(), reference: z.string(), failure: Failure }),
]);
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditRequest = z.object({
  /** The source's keys or image references; null = every image of the source. */
  images: z.array(z.string()).nullable(),
  benchmarks: z.array(z.string()).nullable(),
});
export type AuditRequest = z.infer<typeof AuditRequest>;
