// Expected failures as data. Each names what failed, on what, and why; shared/wording/failure.ts turns it into one line,
// main/cli/exit.ts into an exit code.
import { z } from "zod";
import { Phrase } from "./phrase.ts";

export const Failure = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("engine-unreachable"), endpoint: z.string(), cause: z.string(), hint: z.string() }),
  z.object({ kind: z.literal("engine-insecure"), endpoint: z.string() }),
  z.object({ kind: z.literal("engine-answer"), endpoint: z.string(), request: z.string(), cause: z.string() }),
  z.object({ kind: z.literal("context-unusable"), context: z.string(), cause: z.string() }),
  z.object({ kind: z.literal("not-an-archive"), path: z.string(), cause: z.string() }),
  z.object({ kind: z.literal("image-not-found"), reference: z.string(), source: z.string() }),
  z.object({
    kind: z.literal("image-unreadable"),
    reference: z.string(),
    /** Numbered from 0; `layers` is how many the image has. */
    layer: z.int().nonnegative().optional(),
    layers: z.int().nonnegative().optional(),
    cause: z.string(),
  }),
  z.object({
    kind: z.literal("catalogue-invalid"),
    file: z.string(),
    line: z.int().optional(),
    column: z.int().optional(),
    cause: z.string(),
  }),
  z.object({ kind: z.literal("usage"), cause: z.string() }),
  z.object({ kind: z.literal("not-writable"), path: z.string(), cause: z.string() }),
  z.object({ kind: z.literal("not-readable"), path: z.string(), cause: z.string() }),
  z.object({ kind: z.literal("state-unusable"), path: z.string(), cause: z.string() }),
  /** Data that was fetched or handed over and not taken: what is there is kept. `source` is an address or a file. */
  z.object({ kind: z.literal("data-refused"), source: z.string(), why: Phrase }),
  z.object({ kind: z.literal("key-unusable"), path: z.string(), cause: z.string() }),
  z.object({ kind: z.literal("cancelled") }),
  z.object({ kind: z.literal("internal"), cause: z.string() }),
]);
export type Failure = z.infer<typeof Failure>;

/** Carries a `Failure` across code that throws: the one error class that a caller is meant to catch. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: { cause?: unknown }) {
    super("cause" in failure ? failure.cause : failure.kind, options);
    this.name = "FailureError";
    this.failure = failure;
  }
}

/** The failure inside an error, or `internal` with its message: nothing is swallowed. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof Error && error.name === "AbortError") return { kind: "cancelled" };
  return { kind: "internal", cause: error instanceof Error ? error.message : String(error) };
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Closes a switch over a union: a forgotten member does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
