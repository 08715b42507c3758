// Reminders as the main process plans them, how many are due, and what is done to them. The list is planned anew whenever its
// screen opens and whenever the main process says that it has changed.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { InputOf } from "../../shared/ipc/contract.ts";
import type { DesktopState, DueReminders, ReminderList } from "../../shared/ipc/reminders.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface RemindersHook {
  /** null until they are planned, and where they cannot be. */
  readonly list: ReminderList | null;
  readonly failure: Failure | null;
  readonly isPlanning: boolean;
  readonly retry: () => void;
}

export function useReminders(): RemindersHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.reminders,
    queryFn: () => askFor(bridge, "reminders.list", null),
    refetchOnMount: "always",
    retry: false,
  });
  const failure = failureIn(query);
  return {
    list: failure === null ? (query.data ?? null) : null,
    failure,
    isPlanning: query.isFetching,
    retry: () => void query.refetch(),
  };
}

/** For the place in the rail; nothing is planned for it. */
export function useDueReminders(): DueReminders {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: queryKeys.dueReminders,
    queryFn: () => askFor(bridge, "reminders.due", null),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data ?? { due: null };
}

/** Keeps list and count in step with the main process; `onOpen` is called when a notification was pressed. Used once. */
export function useReminderNotices(onOpen: () => void): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(
    () =>
      bridge.listen("reminders.changed", (due) => {
        client.setQueryData(queryKeys.dueReminders, due);
        // A list that is being read comes from the plan that this tells of, or a later one.
        if (client.isFetching({ queryKey: queryKeys.reminders }) === 0) {
          void client.invalidateQueries({ queryKey: queryKeys.reminders });
        }
      }),
    [bridge, client],
  );
  useEffect(() => bridge.listen("reminders.open", onOpen), [bridge, onOpen]);
}

export type ReminderDeed = "reminders.snooze" | "reminders.done" | "reminders.undo";

export interface ReminderDeedHook {
  /** `onDone` is called once it is kept. */
  readonly act: <K extends ReminderDeed>(deed: K, input: InputOf<K>, onDone?: () => void) => void;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

/** What a person does to reminders; the list is read anew after it. */
export function useReminderDeeds(): ReminderDeedHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ deed, input }: { deed: ReminderDeed; input: InputOf<ReminderDeed> }) =>
      askFor(bridge, deed, input as InputOf<typeof deed>),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.reminders }),
  });
  return {
    act: (deed, input, onDone) =>
      mutation.mutate({ deed, input }, onDone === undefined ? {} : { onSuccess: () => onDone() }),
    isBusy: mutation.isPending,
    failure: failureIn(mutation),
  };
}

/** What this system lets the app do; asked anew when `because` changes, which is what the system was asked for. */
export function useDesktopState(because: string): DesktopState | null {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: [...queryKeys.desktopState, because],
    queryFn: () => askFor(bridge, "desktop.state", null),
    placeholderData: (before) => before,
    retry: false,
  });
  return data ?? null;
}

export interface SampleHook {
  readonly show: () => void;
  readonly outcome: "none" | "shown" | Failure;
}

/** Has the system show a notification as a reminder makes one. */
export function useSampleNotification(): SampleHook {
  const bridge = useBridge();
  const mutation = useMutation({ mutationFn: () => askFor(bridge, "reminders.sample", null) });
  return { show: () => mutation.mutate(), outcome: failureIn(mutation) ?? (mutation.isSuccess ? "shown" : "none") };
}
