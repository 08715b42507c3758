// The way to the main process: `window.plimsoll` as the preload script exposes it, handed down by context so that tests can
// give a bridge of their own. Components never come here; the hooks of this folder do.
import { createContext, useContext } from "react";
import type { AskName } from "../../shared/ipc/channels.ts";
import type { Bridge, InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import { type Failure, FailureError, failureOf } from "../../shared/model/failure.ts";

declare global {
  interface Window {
    readonly plimsoll?: Bridge;
  }
}

export const BridgeContext = createContext<Bridge | null>(null);

/** The bridge of this window. Throws when a component is used outside of the app, which is a bug. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error("no bridge: the component stands outside of <App>");
  return bridge;
}

/** One question to the main process. Throws `FailureError` with the failure that came back. */
export async function askFor<K extends AskName>(bridge: Bridge, channel: K, input: InputOf<K>): Promise<OutputOf<K>> {
  const result = await bridge.ask(channel, input);
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}

/** What a query or a mutation failed with; null when it did not. */
export function failureIn(query: { readonly error: unknown }): Failure | null {
  return query.error === null || query.error === undefined ? null : failureOf(query.error);
}
