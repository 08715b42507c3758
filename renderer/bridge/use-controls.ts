// What the controls of the loaded rule sets say, by id, in both languages.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ControlWords } from "../../shared/ipc/contract.ts";
import { askFor, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

/** Asked once: rule sets are loaded when the app starts. Suspends until then, so that no verdict changes its language. */
export function useControls(): ReadonlyMap<string, ControlWords> {
  const bridge = useBridge();
  return useSuspenseQuery({
    queryKey: queryKeys.controls,
    queryFn: () => askFor(bridge, "controls.list", null),
    staleTime: Number.POSITIVE_INFINITY,
    select: byId,
  }).data;
}

function byId(controls: readonly ControlWords[]): ReadonlyMap<string, ControlWords> {
  return new Map(controls.map((control) => [control.id, control]));
}
