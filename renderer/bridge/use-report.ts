// Writing the signed report of a run, and showing where it lies.
import { useCallback, useEffect, useRef, useState } from "react";
import type { OutputOf, StreamEventOf } from "../../shared/ipc/contract.ts";
import { type Failure, failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { askFor, useBridge } from "./bridge.ts";

export type ReportStep = StreamEventOf<"report.export">["step"];
export type ReportState =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly step: ReportStep | null }
  | { readonly kind: "done"; readonly written: OutputOf<"report.export">; readonly revealFailure: Failure | null }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface ReportHook {
  readonly state: ReportState;
  readonly start: (run: string, language: Language) => void;
  /** Stops what runs and forgets the outcome. */
  readonly reset: () => void;
  readonly reveal: (path: string) => void;
}

export function useReport(): ReportHook {
  const bridge = useBridge();
  const [state, setState] = useState<ReportState>({ kind: "idle" });
  const cancel = useRef<() => void>(() => {});

  const start = useCallback(
    (run: string, language: Language) => {
      setState({ kind: "working", step: null });
      cancel.current = bridge.subscribe(
        "report.export",
        { run, language },
        ({ step }) => setState({ kind: "working", step }),
        (result) =>
          setState(
            result.ok
              ? { kind: "done", written: result.value, revealFailure: null }
              : { kind: "failed", failure: result.failure },
          ),
      );
    },
    [bridge],
  );
  const reset = useCallback(() => {
    cancel.current();
    cancel.current = () => {};
    setState({ kind: "idle" });
  }, []);
  const reveal = useCallback(
    (path: string) => {
      askFor(bridge, "report.reveal", { path }).catch((error: unknown) =>
        setState((now) => (now.kind === "done" ? { ...now, revealFailure: failureOf(error) } : now)),
      );
    },
    [bridge],
  );
  useEffect(() => () => cancel.current(), []);
  return { state, start, reset, reveal };
}
