// Writing the support dates of all own images as a calendar file: the main process asks the person where to.
import { useMutation } from "@tanstack/react-query";
import type { CalendarOutcome } from "../../shared/ipc/calendar.ts";
import type { Failure } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";

export interface CalendarHook {
  readonly start: (language: Language) => void;
  readonly isBusy: boolean;
  /** null until there is one. */
  readonly outcome: CalendarOutcome | null;
  readonly failure: Failure | null;
  /** Forgets the outcome. */
  readonly reset: () => void;
}

export function useCalendar(): CalendarHook {
  const bridge = useBridge();
  const mutation = useMutation({
    mutationFn: (language: Language) => askFor(bridge, "calendar.export", { language }),
  });
  return {
    start: (language) => mutation.mutate(language),
    isBusy: mutation.isPending,
    outcome: mutation.data ?? null,
    failure: failureIn(mutation),
    reset: mutation.reset,
  };
}
