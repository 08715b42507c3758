// After how many days an audit is too old, or that this is never said.
import { TextInput } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/settings.ts";
import styles from "./reminders-section.module.css";
import { wholeNumberIn } from "./whole-number.ts";

export interface AuditAgeProps {
  readonly days: Settings["auditAgeDays"];
  readonly onChange: (days: Settings["auditAgeDays"]) => void;
}

/** What is proposed when it is switched on again. */
const usualDays = 30;

export function AuditAge({ days, onChange }: AuditAgeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(String(days ?? usualDays));
  const faultId = useId();
  useEffect(() => {
    if (days !== null) setText(String(days));
  }, [days]);
  const typed = wholeNumberIn(text, 1, 3650);
  const keep = () => {
    if (days !== null && typed !== null && typed !== days) onChange(typed);
  };
  return (
    <div className={styles["part"]}>
      <div className={styles["line"]}>
        <label className={styles["check"]}>
          <input
            type="checkbox"
            checked={days !== null}
            onChange={(event) => onChange(event.currentTarget.checked ? (typed ?? usualDays) : null)}
          />
          <span>{t("reminders.settings.auditAgeOn")}</span>
        </label>
        <TextInput
          w={72}
          aria-label={t("reminders.settings.auditAgeDays")}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          disabled={days === null}
          value={text}
          error={days !== null && typed === null}
          {...(typed === null ? { "aria-describedby": faultId } : {})}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === "Enter") keep();
          }}
        />
        <span>{t("reminders.settings.days")}</span>
      </div>
      {days !== null && typed === null && (
        <p id={faultId} role="alert" className={styles["fault"]}>
          {t("reminders.settings.notAnAge")}
        </p>
      )}
    </div>
  );
}
