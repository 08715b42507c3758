// Extended support that was bought, as the file in the state folder says it now, and the changes to it. Read anew whenever it is
// shown, since people and teams edit the file.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InputOf } from "../../shared/ipc/contract.ts";
import type { EntitlementChoices, EntitlementList } from "../../shared/ipc/entitlements.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface EntitlementsHook {
  /** null until it is read, and where it cannot be. */
  readonly list: EntitlementList | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export function useEntitlements(): EntitlementsHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.entitlements,
    queryFn: () => askFor(bridge, "entitlements.list", null),
    refetchOnMount: "always",
    retry: false,
  });
  // What was read before the file broke is not what holds.
  const failure = failureIn(query);
  return { list: failure === null ? (query.data ?? null) : null, failure, retry: () => void query.refetch() };
}

/** Names to suggest; null until they are there. Without them every name can still be written by hand. */
export function useEntitlementChoices(): EntitlementChoices | null {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.entitlementChoices,
    queryFn: () => askFor(bridge, "entitlements.choices", null),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return query.data ?? null;
}

export type EntitlementChange = "entitlements.add" | "entitlements.remove";

export interface EntitlementChangeHook<K extends EntitlementChange> {
  /** `onDone` is called once the file is written. */
  readonly change: (input: InputOf<K>, onDone: () => void) => void;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

/** A change of the file; everything that follows from what was bought is read anew after it. */
export function useEntitlementChange<K extends EntitlementChange>(channel: K): EntitlementChangeHook<K> {
  const bridge = useBridge();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: InputOf<K>) => askFor(bridge, channel, input),
    onSuccess: () =>
      Promise.all(
        [queryKeys.entitlements, queryKeys.timeLine, queryKeys.reminders].map((queryKey) =>
          client.invalidateQueries({ queryKey: [...queryKey] }),
        ),
      ),
  });
  return {
    change: (input, onDone) => mutation.mutate(input, { onSuccess: onDone }),
    isBusy: mutation.isPending,
    failure: failureIn(mutation),
  };
}
