// Gives every action what it acts on, and listens for the keys of those that have one.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { sayFailure } from "../../shared/wording/failure.ts";
import { useAudit } from "../bridge/use-audit.tsx";
import { useClipboard } from "../bridge/use-clipboard.ts";
import { useImages } from "../bridge/use-images.ts";
import { useLatestRun } from "../bridge/use-latest-run.ts";
import { useSelection } from "../bridge/use-selection.tsx";
import { useSettings } from "../bridge/use-settings.ts";
import { useSource } from "../bridge/use-source.tsx";
import { navigate } from "../hash-location.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useExportReport } from "../parts/report-dialog.tsx";
import { routes } from "../routes.ts";
import type { Action, ActionContext } from "./action.ts";
import { actions } from "./index.ts";

interface ActionsHook {
  readonly context: ActionContext;
  readonly run: (action: Action) => void;
  /** The line that an action left, for a moment. */
  readonly message: string;
}
const ActionsContext = createContext<ActionsHook | null>(null);
const messageMs = 4000;

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [path] = useLocation();
  const images = useImages();
  const audit = useAudit();
  const source = useSource();
  const settings = useSettings();
  const latestRun = useLatestRun();
  const selection = useSelection();
  const copy = useClipboard();
  const exportReport = useExportReport();
  const [message, tell] = useState("");
  useEffect(() => {
    if (message === "") return;
    const timer = setTimeout(() => tell(""), messageMs);
    return () => clearTimeout(timer);
  }, [message]);

  const rows = images.table?.images ?? [];
  const context: ActionContext = {
    images,
    audit,
    source,
    settings,
    latestRun,
    isListInView: path === routes.images || path === "/",
    selected: rows.map(({ listed }) => listed).filter(({ key }) => selection.keys.has(key)),
    navigate,
    copy,
    exportReport,
    tell,
    tellFailure: (failure) => tell(sayFailure(failure, language)),
    say: (key, values) => t(key, values ?? {}) as string,
  };
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const action = actions.find(({ key }) => key === event.key.toLowerCase());
      if (action === undefined || !action.when(latest.current)) return;
      event.preventDefault();
      action.run(latest.current);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const value: ActionsHook = {
    context,
    message,
    run: (action) => {
      if (action.when(context)) action.run(context);
    },
  };
  return <ActionsContext.Provider value={value}>{children}</ActionsContext.Provider>;
}

/** Letters belong to the field that has the focus, and nothing behind an open dialog may act. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

export function useActions(): ActionsHook {
  const value = useContext(ActionsContext);
  if (value === null) throw new Error("useActions outside of ActionsProvider");
  return value;
}
