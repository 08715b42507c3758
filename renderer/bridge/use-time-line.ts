// The components of all kept images on a day, as the time line shows them. Asked anew whenever the screen opens, since audits
// and what was bought change.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { TimeLineAnswer } from "../../shared/ipc/time-line.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface TimeLineHook {
  /** null until it is read, and where it cannot be. */
  readonly answer: TimeLineAnswer | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** `on`: the day to weigh on; null = today. */
export function useTimeLine(on: CalendarDay | null): TimeLineHook {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: [...queryKeys.timeLine, on],
    queryFn: () => askFor(bridge, "lifecycle.timeline", on === null ? {} : { on }),
    refetchOnMount: "always",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const failure = failureIn(query);
  // What was read before a file broke is not what holds.
  return { answer: failure === null ? (query.data ?? null) : null, failure, retry: () => void query.refetch() };
}
