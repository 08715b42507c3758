// The images of the source in view, each with the result of its newest kept audit.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ImageTable } from "../../shared/ipc/contract.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";
import { useSource } from "./use-source.tsx";

export interface ImagesHook {
  /** null until the first answer, and after a failure. */
  readonly table: ImageTable | null;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  readonly refresh: () => void;
}

export function useImages(): ImagesHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const { source } = useSource();
  const query = useQuery({
    queryKey: queryKeys.images(source),
    queryFn: () => askFor(bridge, "images.list", { source }),
    staleTime: 60_000,
    // A source that does not answer is asked again by a person, not by each part of the window that looks at the list.
    retryOnMount: false,
  });
  return {
    table: query.isError ? null : (query.data ?? null),
    failure: failureIn(query),
    isLoading: query.isFetching && query.data === undefined,
    refresh: () => void client.invalidateQueries({ queryKey: queryKeys.images(source) }),
  };
}
