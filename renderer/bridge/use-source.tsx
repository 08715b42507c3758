// Which source the window looks at: what the app was opened with, until the user switches.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { useAppInfo } from "./use-app-info.ts";

export interface SourceHook {
  readonly source: SourceSpec;
  /** What the window was opened on. */
  readonly opened: SourceSpec;
  readonly switchTo: (source: SourceSpec) => void;
}

const SourceContext = createContext<SourceHook | null>(null);

export function SourceProvider({ children }: { readonly children: ReactNode }) {
  const opened = useAppInfo().source;
  const [source, switchTo] = useState<SourceSpec>(opened);
  const value = useMemo(() => ({ source, opened, switchTo }), [source, opened]);
  return <SourceContext.Provider value={value}>{children}</SourceContext.Provider>;
}

export function useSource(): SourceHook {
  const value = useContext(SourceContext);
  if (value === null) throw new Error("useSource outside of SourceProvider");
  return value;
}
