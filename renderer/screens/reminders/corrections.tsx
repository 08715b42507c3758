// Dates that their sources have moved since they were first planned: nothing is planned anew without being said.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DateCorrection } from "../../../shared/model/reminder.ts";
import { plainText } from "../../../shared/plain-text.ts";
import styles from "./reminders-screen.module.css";

const shownAtMost = 100;

export function Corrections({ corrections }: { readonly corrections: readonly DateCorrection[] }) {
  const { t } = useTranslation();
  const id = useId();
  if (corrections.length === 0) return null;
  const left = corrections.length - shownAtMost;
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <div className={styles["sectionHead"]}>
        <h2 id={id}>{t("reminders.corrections")}</h2>
      </div>
      <p className={styles["none"]}>{t("reminders.correctionsText")}</p>
      <ul className={styles["corrections"]}>
        {corrections.slice(0, shownAtMost).map(({ subject, label, from, to, on }) => (
          <li key={`${subject} ${from} ${to} ${on}`}>
            <span className={styles["label"]}>{plainText(label, 200)}</span>{" "}
            {t(to > from ? "reminders.movedLater" : "reminders.movedEarlier", { from, to })}{" "}
            <span className="soft">{t("reminders.noticed", { day: on })}</span>
          </li>
        ))}
        {left > 0 && <li className="soft">{t("reminders.andMore", { count: left })}</li>}
      </ul>
    </section>
  );
}
