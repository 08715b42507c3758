// Of what nothing reminds, and why: files and audits that cannot be read, components without a day.
import { useTranslation } from "react-i18next";
import type { ReminderList } from "../../../shared/ipc/reminders.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Band } from "../../parts/band.tsx";
import styles from "./reminders-screen.module.css";

export function Troubles({ list }: { readonly list: ReminderList }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { failures, unread, unreadCount, setAside } = list;
  const [first] = unread;
  return (
    <>
      {failures.map((failure) => (
        <Band key={JSON.stringify(failure)} shape="error">
          {t("reminders.fileAtFault", { why: sayFailure(failure, language) })}
        </Band>
      ))}
      {first !== undefined && (
        <Band shape="not-assessed">
          {t("reminders.unread", {
            count: unreadCount,
            name: plainText(first.image, 100),
            why: sayFailure(first.failure, language),
          })}
        </Band>
      )}
      {setAside !== undefined && (
        <Band shape="not-assessed">{t("reminders.setAside", { path: plainText(setAside, 400) })}</Band>
      )}
    </>
  );
}

/** Components without a dated end: how many, and by name on demand. */
export function Undated({ list: { undated, undatedCount } }: { readonly list: ReminderList }) {
  const { t } = useTranslation();
  if (undatedCount === 0) return null;
  return (
    <details className={styles["undated"]}>
      <summary>{t("reminders.undated", { count: undatedCount })}</summary>
      <p>
        {undated.map((name) => plainText(name, 100)).join(", ")}
        {undatedCount > undated.length && ` ${t("reminders.andMore", { count: undatedCount - undated.length })}`}
      </p>
    </details>
  );
}
