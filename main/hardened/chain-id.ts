// ChainIDs of a stack of layers, as the OCI image specification defines them (config.md, "Layer ChainID"):
// ChainID(1) = diff id 1, ChainID(n) = SHA-256 of "ChainID(n-1) diff-id-n".
import { createHash } from "node:crypto";

/** ChainIDs from the lowest layer up, one per diff id, each `sha256:` and hex. */
export function chainIds(diffIds: readonly string[]): string[] {
  const chain: string[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    chain.push(
      below === undefined ? diffId : `sha256:${createHash("sha256").update(`${below} ${diffId}`).digest("hex")}`,
    );
  }
  return chain;
}

/** How many of the lowest layers have `chainId` together; null where no stack of them does. */
export function layersWithChainId(diffIds: readonly string[], chainId: string): number | null {
  const index = chainIds(diffIds).indexOf(chainId);
  return index < 0 ? null : index + 1;
}
