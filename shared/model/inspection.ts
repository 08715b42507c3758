// What the scan process reports while it reads images: the language between inspect/, worker/ and audit.ts.
import { z } from "zod";
import { Facts } from "./facts.ts";
import { Failure } from "./failure.ts";
import { ImageIdentity } from "./image.ts";

export const Inspected = z.object({ image: ImageIdentity, facts: Facts });
export type Inspected = z.infer<typeof Inspected>;

export const InspectEvent = z.discriminatedUnion("kind", [
  /** First look from config and history; the layers' facts stand in `limits` as gaps. */
  z.object({ kind: z.literal("config"), key: z.string(), inspected: Inspected }),
  /** The whole image was read. */
  z.object({ kind: z.literal("facts"), key: z.string(), inspected: Inspected }),
  z.object({ kind: z.literal("failed"), key: z.string(), reference: z.string(), failure: Failure }),
  /** Layer bytes received so far in this call, as stored. */
  z.object({ kind: z.literal("progress"), bytes: z.number() }),
]);
export type InspectEvent = z.infer<typeof InspectEvent>;
