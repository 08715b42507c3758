// The rows of the time line as a table: the same components in words, sortable, for keyboard and screen reader.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import { endOrder } from "../../../shared/drawing/time-line-rows.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayDaysFromNow } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { type DataColumn, DataTable } from "../../parts/data-table.tsx";
import { ImageText } from "../../parts/image-text.tsx";
import { LifecycleBadge } from "../../parts/lifecycle-badge.tsx";
import styles from "./lifecycle-screen.module.css";
import type { Line } from "./lines.ts";
import { sayCover, sayReason, sayUntil } from "./say-line.ts";

export interface LineTableProps {
  readonly lines: readonly Line[];
  readonly on: CalendarDay;
  readonly onOpen: (line: Line) => void;
}

export function LineTable({ lines, on, onOpen }: LineTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = useMemo<readonly DataColumn<Line>[]>(
    () => [
      {
        key: "component",
        title: t("lifecycle.column.component"),
        width: "minmax(140px, 1.3fr)",
        cell: ({ entry }) => <ImageText text={entry.component.label} />,
        sortBy: ({ entry }) => entry.component.label,
      },
      {
        key: "status",
        title: t("lifecycle.column.status"),
        width: "minmax(170px, 1.6fr)",
        cell: ({ entry }) => {
          const reason = sayReason(entry, language);
          return (
            <span className={styles["status"]} title={reason === null ? undefined : plainText(reason, 400)}>
              <LifecycleBadge status={entry.status} />
              {reason !== null && <span className="cut soft">{plainText(reason, 240)}</span>}
            </span>
          );
        },
        sortBy: ({ entry }) => entry.status,
      },
      {
        key: "cover",
        title: t("lifecycle.column.cover"),
        width: "minmax(110px, 0.7fr)",
        cell: (line) => sayCover(line, t),
        sortBy: (line) => sayCover(line, t),
      },
      {
        key: "until",
        title: t("lifecycle.column.until"),
        width: "minmax(110px, 0.8fr)",
        cell: (line) => <span className="cut">{sayUntil(line, t)}</span>,
        sortBy: ({ entry }) => endOrder(entry, on),
      },
      {
        key: "ends",
        title: t("lifecycle.column.ends"),
        width: "minmax(110px, 0.8fr)",
        cell: ({ until }) => (until === null ? "–" : sayDaysFromNow(daysBetween(on, until), language)),
        sortBy: ({ entry }) => endOrder(entry, on),
      },
      {
        key: "images",
        title: t("lifecycle.column.images"),
        width: "minmax(150px, 1.2fr)",
        cell: (line) => (
          <button type="button" className={styles["open"]} onClick={() => onOpen(line)}>
            <span className="cut">
              {line.images.length === 1
                ? plainText(line.images[0]?.name ?? "", 120)
                : t("images.count", { count: line.images.length })}
            </span>
          </button>
        ),
        sortBy: ({ images }) => images.length,
      },
    ],
    [t, language, on, onOpen],
  );
  return <DataTable label={t("lifecycle.table")} columns={columns} rows={lines} rowKey={({ key }) => key} />;
}
