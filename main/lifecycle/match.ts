// A component of an image set beside the catalogue: which product and cycle it is, or why none.

import type { Component, Cycle, LifecycleData, Product } from "../../shared/model/lifecycle.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { cycleOf } from "./version-to-cycle.ts";

export interface Match {
  readonly component: Component;
  readonly product: Product | null;
  readonly cycle: Cycle | null;
  /** Without a cycle: a system that has none by design, or a version that could not be placed. */
  readonly without: {
    readonly status: "rolling" | "unknown" | "none";
    readonly code: string;
    readonly phrase: Phrase;
  } | null;
  /** The parent distribution of a derivative, an inference. */
  readonly base: { readonly product: Product; readonly cycle: Cycle } | null;
}

export function unknown(code: string, params: NonNullable<Phrase["params"]>): NonNullable<Match["without"]> {
  return { status: "unknown", code, phrase: { key: `lifecycle.${code}`, params } };
}

/** Places `version` among the cycles of `product`. */
export function place(
  product: Product,
  version: string,
  catalogue: LifecycleData,
):
  | { readonly cycle: Cycle; readonly without: null }
  | { readonly cycle: null; readonly without: NonNullable<Match["without"]> } {
  const answer = cycleOf(product, version);
  if (answer.cycle !== null) return { cycle: answer.cycle, without: null };
  return { cycle: null, without: unknown(answer.why, { name: product.label, version, date: catalogue.date }) };
}
