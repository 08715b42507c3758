// A support state in full: swatch and word.
import type { LifecycleStatus } from "../../shared/model/lifecycle.ts";
import { lifecycleWords } from "../../shared/wording/status.ts";
import { useLanguage } from "../i18n/use-language.ts";
import styles from "./badge.module.css";
import { WindowSwatch } from "./window-swatch.tsx";

export function LifecycleBadge({ status }: { readonly status: LifecycleStatus }) {
  const language = useLanguage();
  return (
    <span className={styles["badge"]}>
      <WindowSwatch status={status} />
      <span>{lifecycleWords[status][language]}</span>
    </span>
  );
}
