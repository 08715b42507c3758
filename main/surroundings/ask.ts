// One question to an engine that may be refused: what was refused becomes a reason, what ends the connection ends the reading.
import type { Phrase } from "../../shared/model/phrase.ts";
import { EngineRefusal } from "../source/engine/engine-client.ts";
import { sentence } from "./limits.ts";

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly why: Phrase };

/** The answer, or why the engine gave none. Throws what is no refusal: a lost connection, a cancellation. */
export async function answered<T>(question: Promise<T>): Promise<Answered<T>> {
  try {
    return { ok: true, value: await question };
  } catch (error) {
    if (!(error instanceof EngineRefusal) || error.failure.kind !== "engine-answer") throw error;
    const { request, cause } = error.failure;
    return { ok: false, status: error.status, why: sentence("surroundings.refused", { request, cause }) };
  }
}
