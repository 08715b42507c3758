// One image's newest kept audit.
import { useQuery } from "@tanstack/react-query";
import type { OutputOf } from "../../shared/ipc/contract.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface ImageHook {
  /** null: this image was never audited. */
  readonly kept: OutputOf<"audit.get">;
  readonly isLoading: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** `image`: the image id the audit was kept under; null while it is not known yet. */
export function useImage(image: string | null): ImageHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.audit(image ?? ""),
    queryFn: () => askFor(bridge, "audit.get", { image: image ?? "" }),
    enabled: image !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return {
    kept: query.data ?? null,
    isLoading: query.isPending,
    failure: failureIn(query),
    retry: () => void query.refetch(),
  };
}
