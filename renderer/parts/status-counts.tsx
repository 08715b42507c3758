// Counts of the six statuses in fixed places, so that a column of them can be read from top to bottom.

import type { StatusCounts as Counts } from "../../shared/model/audit.ts";
import { type Status, statuses } from "../../shared/model/finding.ts";
import { statusWords } from "../../shared/wording/status.ts";
import { useLanguage } from "../i18n/use-language.ts";
import styles from "./status-counts.module.css";
import { StatusShape } from "./status-shape.tsx";

/** The counts as a sentence for screen readers and titles: `3 fail, 9 needs a person, 31 pass`. */
export function sayCounts(counts: Counts, language: "en" | "de"): string {
  return statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${statusWords[status][language]}`)
    .join(", ");
}

export interface StatusCountsProps {
  readonly counts: Counts;
  /** In a row of its own every status keeps its place; `packed` leaves the empty ones out. */
  readonly packed?: boolean;
}

export function StatusCounts({ counts, packed = false }: StatusCountsProps) {
  const language = useLanguage();
  const shown = packed ? statuses.filter((status) => counts[status] > 0) : statuses;
  return (
    <span className={packed ? styles["packed"] : styles["slots"]} title={sayCounts(counts, language)}>
      <span className="unseen">{sayCounts(counts, language)}</span>
      {shown.map((status: Status) => (
        <span key={status} className={styles["slot"]} aria-hidden>
          {counts[status] > 0 && (
            <>
              <StatusShape status={status} size={12} />
              <span>{counts[status]}</span>
            </>
          )}
        </span>
      ))}
    </span>
  );
}
