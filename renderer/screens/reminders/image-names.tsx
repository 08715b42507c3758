// The images that a reminder is about: the first few by name, all of them on demand.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../../shared/plain-text.ts";
import styles from "./reminders-screen.module.css";

const shownAtFirst = 3;
/** A person reads no further, and the page must stay light. */
const shownAtMost = 300;

export function ImageNames({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  if (names.length === 0) return <span className="soft">–</span>;
  const shown = names.slice(0, isWhole ? shownAtMost : shownAtFirst);
  const left = names.length - shown.length;
  return (
    <>
      <ul>
        {shown.map((name) => (
          <li key={name} className="cut" title={plainText(name, 1000)}>
            {plainText(name, 200)}
          </li>
        ))}
      </ul>
      {left > 0 && !isWhole && (
        <button type="button" className={styles["link"]} onClick={() => setWhole(true)}>
          {t("reminders.moreImages", { count: left })}
        </button>
      )}
      {left > 0 && isWhole && <span className={styles["under"]}>{t("reminders.andMore", { count: left })}</span>}
    </>
  );
}
