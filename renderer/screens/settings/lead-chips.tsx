// Lead times as chips: each can be taken away, and another added by its number of days.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../parts/icon.tsx";
import styles from "./reminders-section.module.css";
import { wholeNumberIn } from "./whole-number.ts";

export interface LeadChipsProps {
  /** Days before an end, largest first. */
  readonly leads: readonly number[];
  readonly onChange: (leads: number[]) => void;
  /** What the field for another one is called. */
  readonly addLabel: string;
  /** Whether the last one may go as well. */
  readonly mayBeEmpty?: boolean;
}

const most = 20;
const longest = 3650;

export function LeadChips({ leads, onChange, addLabel, mayBeEmpty = false }: LeadChipsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const faultId = useId();
  const nameOf = (lead: number) =>
    lead === 0 ? t("reminders.settings.chipZero") : t("reminders.settings.chip", { count: lead });
  const remove = (lead: number) => {
    if (leads.length === 1 && !mayBeEmpty) return setFault(t("reminders.settings.lastOne"));
    setFault(null);
    onChange(leads.filter((other) => other !== lead));
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const lead = wholeNumberIn(text, 0, longest);
    if (lead === null) return setFault(t("reminders.settings.notADay"));
    if (leads.includes(lead)) return setFault(t("reminders.settings.twice"));
    if (leads.length >= most) return setFault(t("reminders.settings.tooMany"));
    setFault(null);
    setText("");
    onChange([...leads, lead].sort((a, b) => b - a));
  };
  return (
    <div className={styles["leads"]}>
      <ul className={styles["chips"]}>
        {leads.map((lead) => (
          <li key={lead} className={styles["chip"]}>
            <span>{nameOf(lead)}</span>
            <button
              type="button"
              aria-label={t("reminders.settings.remove", { lead: nameOf(lead) })}
              onClick={() => remove(lead)}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
        {leads.length === 0 && <li className={styles["noChip"]}>{t("reminders.settings.noLead")}</li>}
      </ul>
      <form className={styles["add"]} onSubmit={add} noValidate>
        <TextInput
          w={112}
          aria-label={addLabel}
          placeholder={t("reminders.settings.addLead")}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          value={text}
          error={fault !== null}
          {...(fault === null ? {} : { "aria-describedby": faultId })}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFault(null);
          }}
        />
        <Button type="submit">{t("reminders.settings.add")}</Button>
      </form>
      {fault !== null && (
        <p id={faultId} role="alert" className={styles["fault"]}>
          {fault}
        </p>
      )}
    </div>
  );
}
