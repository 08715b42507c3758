// The review of technologies as it stands now, what people say of one, and the signed form. Read anew whenever it is shown.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { ReviewState, TechnologyEdit } from "../../shared/ipc/review.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";
import { useWriting, type WritingHook } from "./use-report.ts";

export interface ReviewHook {
  /** null until it is read, and where it cannot be. */
  readonly review: ReviewState | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export function useReview(periodEnd: CalendarDay | null): ReviewHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: queryKeys.review(periodEnd),
    queryFn: () => askFor(bridge, "review.get", { periodEnd }),
    // The list stays while another period is weighed.
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
    retry: false,
  });
  // What was read before a file broke is not what holds.
  const failure = failureIn(query);
  return { review: failure === null ? (query.data ?? null) : null, failure, retry: () => void query.refetch() };
}

export interface TechnologyEditHook {
  /** `onDone` is called once the file is written. */
  readonly change: (edit: TechnologyEdit, onDone: () => void) => void;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

export function useTechnologyEdit(): TechnologyEditHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (edit: TechnologyEdit) => askFor(bridge, "review.set", edit),
    onSuccess: () => client.invalidateQueries({ queryKey: [...queryKeys.allReviews] }),
  });
  return {
    change: (edit, onDone) => mutation.mutate(edit, { onSuccess: onDone }),
    isBusy: mutation.isPending,
    failure: failureIn(mutation),
  };
}

export interface ReviewFormHook extends WritingHook {
  readonly start: (language: Language, periodEnd: CalendarDay | null) => void;
}

export function useReviewForm(): ReviewFormHook {
  const bridge = useBridge();
  const { begin, ...rest } = useWriting();
  const start = useCallback(
    (language: Language, periodEnd: CalendarDay | null) =>
      begin((onStep, onEnd) => bridge.subscribe("review.export", { language, periodEnd }, onStep, onEnd)),
    [bridge, begin],
  );
  return { ...rest, start };
}
