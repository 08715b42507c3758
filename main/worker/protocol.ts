// The messages between a face and the scan process. Both ends parse what comes in: the process reads hostile images.
import { z } from "zod";
import { Failure } from "../../shared/model/failure.ts";
import { Excluded, ListedImage, SourceInfo } from "../../shared/model/image.ts";
import { InspectEvent } from "../../shared/model/inspection.ts";
import { SourceSpec } from "../../shared/model/source-spec.ts";
import { Surrounding, Surroundings } from "../../shared/model/surroundings.ts";

const job = z.int().nonnegative();

export const ToWorker = z.discriminatedUnion("do", [
  z.object({ do: z.literal("list"), job, spec: SourceSpec }),
  z.object({ do: z.literal("inspect"), job, spec: SourceSpec, keys: z.array(z.string()) }),
  z.object({ do: z.literal("surroundings"), job, spec: SourceSpec, scopes: z.array(Surrounding) }),
  z.object({ do: z.literal("cancel"), job }),
]);
export type ToWorker = z.infer<typeof ToWorker>;

const List = z.object({
  source: SourceInfo,
  images: z.array(ListedImage),
  excluded: z.array(Excluded),
  failures: z.array(z.object({ reference: z.string(), failure: Failure })),
});

export const FromWorker = z.discriminatedUnion("say", [
  z.object({ say: z.literal("list"), job, list: List }),
  z.object({ say: z.literal("surroundings"), job, surroundings: Surroundings }),
  z.object({ say: z.literal("event"), job, event: InspectEvent }),
  z.object({ say: z.literal("end"), job }),
  z.object({ say: z.literal("failed"), job, failure: Failure }),
  /** Something that stops no job and that a person should hear of. */
  z.object({ say: z.literal("warning"), text: z.string() }),
]);
export type FromWorker = z.infer<typeof FromWorker>;

/** One end of the wire, whatever carries it (Electron's utility process or a worker thread). */
export interface Wire {
  post(message: unknown): void;
  /** Registers the one listener. */
  listen(onMessage: (message: unknown) => void): void;
}
