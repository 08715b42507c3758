// The data that judges: how it stands, asking its source for newer dates, taking them from a file. When other data came into
// use, everything that was placed by the former is asked for anew.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../shared/ipc/contract.ts";
import type { DataOutcome, DataStatus } from "../../shared/model/data-status.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface DataStatusHook {
  /** null until it is read, and where it cannot be. */
  readonly status: DataStatus | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export function useDataStatus(): DataStatusHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.data,
    queryFn: () => askFor(bridge, "data.status", null),
    refetchOnMount: "always",
    retry: false,
  });
  const failure = failureIn(query);
  return { status: failure === null ? (query.data ?? null) : null, failure, retry: () => void query.refetch() };
}

/** Keeps everything that rests on the data in step with the main process. Used once, by the app. */
export function useDataNotices(): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(
    () =>
      bridge.listen("data.changed", () => {
        for (const queryKey of restingOnData) void client.invalidateQueries({ queryKey: [...queryKey] });
      }),
    [bridge, client],
  );
}

const restingOnData = [
  queryKeys.data,
  queryKeys.appInfo,
  queryKeys.timeLine,
  queryKeys.entitlements,
  queryKeys.entitlementChoices,
];

export type RefreshState =
  | { readonly kind: "idle" }
  | { readonly kind: "asking" }
  | { readonly kind: "done"; readonly outcome: DataOutcome }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface RefreshHook {
  readonly state: RefreshState;
  readonly start: (force: boolean) => void;
  readonly cancel: () => void;
}

export function useDataRefresh(): RefreshHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const [state, setState] = useState<RefreshState>({ kind: "idle" });
  const stop = useRef<() => void>(() => {});
  const start = useCallback(
    (force: boolean) => {
      setState({ kind: "asking" });
      stop.current = bridge.subscribe(
        "data.refresh",
        { force },
        () => {},
        (result) => {
          if (result.ok) setState({ kind: "done", outcome: result.value });
          else if (result.failure.kind === "cancelled") setState({ kind: "idle" });
          else setState({ kind: "failed", failure: result.failure });
          // Also a failed look is kept beside the data.
          void client.invalidateQueries({ queryKey: queryKeys.data });
        },
      );
    },
    [bridge, client],
  );
  const cancel = useCallback(() => stop.current(), []);
  return { state, start, cancel };
}

export interface ImportHook {
  readonly start: () => void;
  readonly isBusy: boolean;
  /** null until there is one, and where no file was chosen. */
  readonly outcome: OutputOf<"data.import">;
  readonly failure: Failure | null;
}

export function useDataImport(): ImportHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => askFor(bridge, "data.import", null),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.data }),
  });
  return {
    start: () => mutation.mutate(),
    isBusy: mutation.isPending,
    outcome: mutation.data ?? null,
    failure: failureIn(mutation),
  };
}
