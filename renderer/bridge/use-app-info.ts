// What the window knows of the app around it: versions, today, ages of rules and data, the source it opens on.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { AppInfo } from "../../shared/ipc/contract.ts";
import { askFor, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

/** Asked once: the main process restarts when any of it changes, but for the day, which `today` renews with each list. */
export function useAppInfo(): AppInfo {
  const bridge = useBridge();
  return useSuspenseQuery({
    queryKey: queryKeys.appInfo,
    queryFn: () => askFor(bridge, "app.info", null),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
