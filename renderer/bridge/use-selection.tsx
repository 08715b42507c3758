// Which images of the source in view are selected; survives a look at another screen, not a switch of the source.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useSource } from "./use-source.tsx";

export interface SelectionHook {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly set: (keys: Iterable<string>) => void;
}

const SelectionContext = createContext<SelectionHook | null>(null);

export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const { source } = useSource();
  const [state, setState] = useState<{ source: unknown; keys: ReadonlySet<string> }>({ source, keys: new Set() });
  const keys = state.source === source ? state.keys : emptySelection;
  const value = useMemo<SelectionHook>(
    () => ({
      keys,
      toggle: (key) => {
        const next = new Set(keys);
        if (!next.delete(key)) next.add(key);
        setState({ source, keys: next });
      },
      set: (all) => setState({ source, keys: new Set(all) }),
    }),
    [keys, source],
  );
  return <SelectionContext.Provider value={value}>{children}</SelectionContext.Provider>;
}

const emptySelection: ReadonlySet<string> = new Set();

export function useSelection(): SelectionHook {
  const value = useContext(SelectionContext);
  if (value === null) throw new Error("useSelection outside of SelectionProvider");
  return value;
}
