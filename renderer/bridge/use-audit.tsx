// The audit of this window: one at a time, above the screens, so that it goes on while the user looks elsewhere.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useReducer, useRef } from "react";
import type { AuditEvent } from "../../shared/model/audit-event.ts";
import type { Scope } from "../../shared/scopes.ts";
import { type AuditState, idleAudit, isRunning, nextAuditState } from "./audit-state.ts";
import { useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";
import { useAppInfo } from "./use-app-info.ts";
import { useSource } from "./use-source.tsx";

export interface AuditHook {
  readonly state: AuditState;
  readonly isRunning: boolean;
  /** Audits these images of the source in view, or all of them. Does nothing while a run is under way. */
  readonly start: (keys: readonly string[] | null) => void;
  /** Judges engine, containers and host of the source in view, and no image. Does nothing while a run is under way. */
  readonly startSurroundings: () => void;
  readonly cancel: () => void;
}

const AuditContext = createContext<AuditHook | null>(null);

/** Events of a thousand images are shown ten times a second, not a thousand times. */
const flushMs = 100;

export function AuditProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const client = useQueryClient();
  const { today } = useAppInfo();
  const { source } = useSource();
  const [state, dispatch] = useReducer(nextAuditState, idleAudit);
  const running = useRef<(() => void) | null>(null);

  const begin = useCallback(
    (keys: readonly string[] | null, scopes?: Scope[]) => {
      if (running.current !== null) return;
      let waiting: AuditEvent[] = [];
      let timer: ReturnType<typeof setTimeout> | null = null;
      const flush = () => {
        timer = null;
        const events = waiting;
        waiting = [];
        if (events.length === 0) return;
        dispatch({ do: "events", events, on: today });
      };
      dispatch({ do: "start", source, keys });
      running.current = () => {};
      const stop = bridge.subscribe(
        "audit.run",
        { source, keys: keys === null ? null : [...keys], ...(scopes === undefined ? {} : { scopes }) },
        (event) => {
          waiting.push(event);
          timer ??= setTimeout(flush, flushMs);
        },
        (result) => {
          if (timer !== null) clearTimeout(timer);
          flush();
          running.current = null;
          dispatch({ do: "end", result });
          void client.invalidateQueries({ queryKey: queryKeys.allImages });
          void client.invalidateQueries({ queryKey: queryKeys.allAudits });
          void client.invalidateQueries({ queryKey: queryKeys.allSurroundings });
        },
      );
      if (running.current !== null) running.current = stop;
    },
    [bridge, client, source, today],
  );
  const start = useCallback((keys: readonly string[] | null) => begin(keys), [begin]);
  const startSurroundings = useCallback(() => begin([], ["engine", "host", "containers"]), [begin]);
  const cancel = useCallback(() => {
    if (running.current === null) return;
    dispatch({ do: "cancel" });
    running.current();
  }, []);
  useEffect(() => () => running.current?.(), []);

  const value = useMemo(
    () => ({ state, isRunning: isRunning(state), start, startSurroundings, cancel }),
    [state, start, startSurroundings, cancel],
  );
  return <AuditContext.Provider value={value}>{children}</AuditContext.Provider>;
}

export function useAudit(): AuditHook {
  const value = useContext(AuditContext);
  if (value === null) throw new Error("useAudit outside of AuditProvider");
  return value;
}
