// What the newer data changed, folded away: hundreds of lines are usual after months.
import { useTranslation } from "react-i18next";
import type { DataStatus } from "../../../shared/model/data-status.ts";
import { changePhrase } from "../../../shared/wording/lifecycle-changes.ts";
import { say } from "../../../shared/wording/say.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import styles from "./data-section.module.css";

/** Lines that are drawn; `plimsoll data status --format json` has more. */
const mostLines = 300;

export function DataChanges({ changes }: Pick<DataStatus, "changes">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lines = changes.list.slice(0, mostLines).map((change) => say(changePhrase(change), language));
  const rest = changes.total - lines.length;
  return (
    <details className={styles["changes"]} open={changes.total <= 8}>
      <summary>{t("data.changed", { count: changes.total })}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {rest > 0 && <p className={styles["soft"]}>{t("data.more", { count: rest })}</p>}
    </details>
  );
}
