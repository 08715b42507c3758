// Asks for the day until which a reminder is put off.
import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import { DecisionModal } from "../../parts/decisions/decision-dialog.tsx";
import styles from "../../parts/decisions/decisions.module.css";
import { DayField, dayWithin } from "../../parts/decisions/fields.tsx";

export interface SnoozeDialogProps {
  readonly on: CalendarDay;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSnooze: (until: CalendarDay) => void;
}

/** Nobody puts a date off for longer and still means to hear of it. */
const longestDays = 366;

export function SnoozeDialog({ isOpen, onClose, ...rest }: SnoozeDialogProps) {
  const { t } = useTranslation();
  return (
    <DecisionModal title={t("reminders.snoozeTitle")} isOpen={isOpen} onClose={onClose}>
      <SnoozeForm onClose={onClose} {...rest} />
    </DecisionModal>
  );
}

function SnoozeForm({ on, name, onClose, onSnooze }: Omit<SnoozeDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const [until, setUntil] = useState<string>(addDays(on, 14));
  const [isTried, setTried] = useState(false);
  const [first, last] = [addDays(on, 1), addDays(on, longestDays)];
  return (
    <form
      noValidate
      className={styles["form"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        event.stopPropagation();
        setTried(true);
        const day = dayWithin(until, first, last);
        if (day === null) return;
        onSnooze(day);
        onClose();
      }}
    >
      <p className={styles["what"]}>{name}</p>
      <DayField
        label={t("reminders.againFrom")}
        value={until}
        onChange={setUntil}
        first={first}
        last={last}
        isTried={isTried}
      />
      <div className={styles["actions"]}>
        <Button onClick={onClose}>{t("report.cancel")}</Button>
        <Button type="submit" variant="filled">
          {t("reminders.snooze")}
        </Button>
      </div>
    </form>
  );
}
