// Settings that last: read, changed, and followed when another window or the command line changes them.
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Failure } from "../../shared/model/failure.ts";
import type { Settings } from "../../shared/settings.ts";
import { askFor, failureIn, useBridge } from "./bridge.ts";
import { queryKeys } from "./query-keys.ts";

export interface SettingsHook {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
  /** Why the last change was not kept; null when it was. */
  readonly failure: Failure | null;
}

export function useSettings(): SettingsHook {
  const bridge = useBridge();
  const client = useQueryClient();
  const { data } = useSuspenseQuery({
    queryKey: queryKeys.settings,
    queryFn: () => askFor(bridge, "settings.get", null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mutation = useMutation({
    mutationFn: (part: Partial<Settings>) => askFor(bridge, "settings.set", part),
    onSuccess: (settings) => client.setQueryData(queryKeys.settings, settings),
  });
  return { settings: data, change: mutation.mutate, failure: failureIn(mutation) };
}

/** Keeps the cache in step with changes made elsewhere. Used once, by the app. */
export function useSettingsNotices(): void {
  const bridge = useBridge();
  const client = useQueryClient();
  useEffect(
    () => bridge.listen("settings.changed", (settings) => client.setQueryData(queryKeys.settings, settings)),
    [bridge, client],
  );
}
