// Waivers and people's answers as their files say them now, and the changes to them. Read anew whenever a screen or a dialog
// that shows them opens, since people and teams edit the files.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AskName } from "../../shared/ipc/channels.ts";
import type { InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import type { AnswerList, WaiverList } from "../../shared/ipc/decisions.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface DecisionList<List> {
  /** null until it is read, and where it cannot be. */
  readonly list: List | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export function useWaivers(): DecisionList<WaiverList> {
  return useList("waivers.list", queryKeys.waivers);
}

export function useAnswers(): DecisionList<AnswerList> {
  return useList("answers.list", queryKeys.answers);
}

function useList<K extends "waivers.list" | "answers.list">(
  channel: K,
  key: readonly string[],
): DecisionList<OutputOf<K>> {
  const bridge = useBridge();
  const query = useQuery<OutputOf<K>>({
    queryKey: key,
    queryFn: () => askFor(bridge, channel, null as InputOf<K>),
    refetchOnMount: "always",
    retry: false,
  });
  // What was read before a file broke is not what holds.
  const failure = failureIn(query);
  return { list: failure === null ? (query.data ?? null) : null, failure, retry: () => void query.refetch() };
}

export type DecisionChange = Extract<AskName, `waivers.${string}` | `answers.${string}`>;

export interface ChangeHook<K extends DecisionChange> {
  /** `onDone` is called once the file is written. */
  readonly change: (input: InputOf<K>, onDone: () => void) => void;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

/** A change of a file of decisions; both lists are read anew after it. */
export function useDecisionChange<K extends DecisionChange>(channel: K): ChangeHook<K> {
  const bridge = useBridge();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: InputOf<K>) => askFor(bridge, channel, input),
    onSuccess: () =>
      Promise.all(
        [queryKeys.waivers, queryKeys.answers].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })),
      ),
  });
  return {
    change: (input, onDone) => mutation.mutate(input, { onSuccess: onDone }),
    isBusy: mutation.isPending,
    failure: failureIn(mutation),
  };
}
