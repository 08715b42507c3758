// What lay around the images of the source in view when that was last looked at.
import { useQuery } from "@tanstack/react-query";
import type { OutputOf } from "../../shared/ipc/contract.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface SurroundingsHook {
  /** null: nobody looked yet. */
  readonly kept: OutputOf<"surroundings.get">;
  readonly isLoading: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** `source`: its name as the list of images has it; null while that is not known. */
export function useSurroundings(source: string | null): SurroundingsHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.surroundings(source ?? ""),
    queryFn: () => askFor(bridge, "surroundings.get", { source: source ?? "" }),
    enabled: source !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    kept: query.data ?? null,
    isLoading: query.isLoading,
    failure: failureIn(query),
    retry: () => void query.refetch(),
  };
}
