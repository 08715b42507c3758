// The run a report of the list is made from: the one just finished, else the one that holds the newest kept audit.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { askFor, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";
import { useAudit } from "./use-audit.tsx";
import { useImages } from "./use-images.ts";

export interface LatestRunHook {
  readonly exists: boolean;
  /** null when it is gone from the store. Throws FailureError when the store cannot be read. */
  readonly find: () => Promise<string | null>;
}

export function useLatestRun(): LatestRunHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const { state } = useAudit();
  const { table } = useImages();
  const own = state.run !== null && state.run.audited > 0 ? state.run.run : null;
  let newest: { image: string; finishedAt: string } | null = null;
  for (const { listed, last } of table?.images ?? []) {
    if (last === undefined || (newest !== null && last.finishedAt <= newest.finishedAt)) continue;
    newest = { image: listed.id, finishedAt: last.finishedAt };
  }
  const image = newest?.image ?? null;
  const find = useCallback(async () => {
    if (own !== null) return own;
    if (image === null) return null;
    const queryFn = () => askFor(bridge, "audit.get", { image });
    return (await client.fetchQuery({ queryKey: queryKeys.audit(image), queryFn }))?.run ?? null;
  }, [bridge, client, own, image]);
  return { exists: own !== null || image !== null, find };
}
