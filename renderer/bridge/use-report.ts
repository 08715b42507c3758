// Writing the signed report of a run, and showing where it lies.
import { useCallback, useEffect, useRef, useState } from "react";
import type { OutputOf, StreamEventOf } from "../../shared/ipc/contract.ts";
import { type Failure, failureOf, type Result } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { askFor, useBridge } from "./bridge.ts";

export type ReportStep = StreamEventOf<"report.export">["step"];
export type ReportState =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly step: ReportStep | null }
  | { readonly kind: "done"; readonly written: OutputOf<"report.export">; readonly revealFailure: Failure | null }
  | { readonly kind: "failed"; readonly failure: Failure };

export interface ReportHook extends WritingHook {
  readonly start: (run: string, language: Language) => void;
}

export function useReport(): ReportHook {
  const bridge = useBridge();
  const { begin, ...rest } = useWriting();
  const start = useCallback(
    (run: string, language: Language) =>
      begin((onStep, onEnd) => bridge.subscribe("report.export", { run, language }, onStep, onEnd)),
    [bridge, begin],
  );
  return { ...rest, start };
}

export interface WritingHook {
  readonly state: ReportState;
  /** Stops what runs and forgets the outcome. */
  readonly reset: () => void;
  readonly reveal: (path: string) => void;
}

/** Starts the writing, with what is to be told of its steps and its end; gives what cancels it. */
type Begin = (
  onStep: (event: { readonly step: ReportStep }) => void,
  onEnd: (result: Result<OutputOf<"report.export">>) => void,
) => () => void;

/** The writing of any signed document: what it does, where it lies. */
export function useWriting(): WritingHook & { readonly begin: (begin: Begin) => void } {
  const bridge = useBridge();
  const [state, setState] = useState<ReportState>({ kind: "idle" });
  const cancel = useRef<() => void>(() => {});

  const begin = useCallback((work: Begin) => {
    setState({ kind: "working", step: null });
    cancel.current = work(
      ({ step }) => setState({ kind: "working", step }),
      (result) =>
        setState(
          result.ok
            ? { kind: "done", written: result.value, revealFailure: null }
            : { kind: "failed", failure: result.failure },
        ),
    );
  }, []);
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
  return { state, begin, reset, reveal };
}
