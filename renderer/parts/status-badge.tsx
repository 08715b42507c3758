// A status in full: shape and word.
import type { Status } from "../../shared/model/finding.ts";
import { statusWords } from "../../shared/wording/status.ts";
import { useLanguage } from "../i18n/use-language.ts";
import styles from "./badge.module.css";
import { StatusShape } from "./status-shape.tsx";

export function StatusBadge({ status, size = 16 }: { readonly status: Status; readonly size?: 12 | 16 | 24 }) {
  const language = useLanguage();
  return (
    <span className={styles["badge"]}>
      <StatusShape status={status} size={size} />
      <span>{statusWords[status][language]}</span>
    </span>
  );
}
