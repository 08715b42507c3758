// The reminders of one state: heading, count, and a hundred lines at a time.
import { Button } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import type { ReminderLine } from "./reminder-order.ts";
import { ReminderRow, type RowDeeds } from "./reminder-row.tsx";
import styles from "./reminders-screen.module.css";

const atOnce = 100;

export interface ReminderSectionProps {
  readonly title: string;
  readonly lines: readonly ReminderLine[];
  readonly on: CalendarDay;
  readonly deeds: RowDeeds;
  /** What can be done to all of them. */
  readonly actions?: ReactNode;
  /** Said where there is none. */
  readonly none?: ReactNode;
}

export function ReminderSection({ title, lines, on, deeds, actions, none }: ReminderSectionProps) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(atOnce);
  if (lines.length === 0 && none === undefined) return null;
  const left = lines.length - shown;
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <div className={styles["sectionHead"]}>
        <h2 id={id}>
          {title} <span className={styles["count"]}>{lines.length}</span>
        </h2>
        {lines.length > 0 && actions}
      </div>
      {lines.length === 0 ? (
        <p className={styles["none"]}>{none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        <section className={styles["sideways"]} aria-label={title} tabIndex={0}>
          <table className={styles["table"]}>
            <thead>
              <tr>
                <th scope="col">{t("reminders.what")}</th>
                <th scope="col">{t("reminders.ends")}</th>
                <th scope="col">{t("reminders.reminder")}</th>
                <th scope="col">{t("reminders.images")}</th>
                <th scope="col">{t("reminders.source")}</th>
                <th scope="col">{t("reminders.deeds")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, shown).map((line) => (
                <ReminderRow key={line.reminders[0].id} line={line} on={on} deeds={deeds} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {left > 0 && (
        <div className={styles["more"]}>
          <Button onClick={() => setShown(shown + atOnce)}>
            {t("reminders.moreLines", { count: Math.min(left, atOnce) })}
          </Button>
        </div>
      )}
    </section>
  );
}
