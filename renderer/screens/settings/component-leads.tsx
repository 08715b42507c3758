// Lead times of single components, in place of the general ones: by product, or by one thing that ends.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReminderSubject } from "../../../shared/model/reminder.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { Settings } from "../../../shared/settings.ts";
import { reminderKindWords } from "../../../shared/wording/reminders.ts";
import { useReminders } from "../../bridge/use-reminders.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LeadChips } from "./lead-chips.tsx";
import styles from "./reminders-section.module.css";
import { RemoveButton } from "./remove-button.tsx";

export interface ComponentLeadsProps {
  readonly settings: Pick<Settings, "reminderLeads" | "componentLeads">;
  readonly onChange: (leads: Settings["componentLeads"]) => void;
}

export function ComponentLeads({ settings: { reminderLeads, componentLeads }, onChange }: ComponentLeadsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { list } = useReminders();
  const known = new Map<string, string>();
  for (const { subject } of list?.reminders ?? []) {
    const product = productOf(subject);
    if (product !== null) known.set(product, t("reminders.settings.everyCycle", { product }));
    known.set(subject.id, `${plainText(subject.label, 80)}: ${reminderKindWords[subject.kind][language]}`);
  }
  const nameOf = (key: string) =>
    known.get(key) ?? (key.includes(":") ? plainText(key, 100) : t("reminders.settings.everyCycle", { product: key }));
  const keys = Object.keys(componentLeads).sort();
  const left = [...known].filter(([key]) => !keys.includes(key)).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const without = (key: string) =>
    Object.fromEntries(Object.entries(componentLeads).filter(([other]) => other !== key));
  return (
    <div className={styles["components"]}>
      {keys.length === 0 && <p className="soft">{t("reminders.settings.noComponent")}</p>}
      {keys.map((key) => (
        <div key={key} className={styles["component"]}>
          <div className={styles["componentHead"]}>
            <span className={styles["componentName"]}>{nameOf(key)}</span>
            <RemoveButton
              label={t("reminders.settings.removeComponent", { name: nameOf(key) })}
              onPress={() => onChange(without(key))}
            />
          </div>
          <LeadChips
            leads={componentLeads[key] ?? []}
            onChange={(leads) => onChange({ ...componentLeads, [key]: leads })}
            addLabel={t("reminders.settings.addTo", { name: nameOf(key) })}
            mayBeEmpty
          />
        </div>
      ))}
      {known.size === 0 ? (
        <p className="soft">{t("reminders.settings.noneKnown")}</p>
      ) : (
        left.length > 0 && (
          <AddComponent options={left} onAdd={(key) => onChange({ ...componentLeads, [key]: [...reminderLeads] })} />
        )
      )}
    </div>
  );
}

interface AddProps {
  /** Key and name. */
  readonly options: readonly (readonly [string, string])[];
  readonly onAdd: (key: string) => void;
}

function AddComponent({ options, onAdd }: AddProps) {
  const { t } = useTranslation();
  const [key, setKey] = useState("");
  return (
    <div className={styles["add"]}>
      <select
        className={styles["select"]}
        aria-label={t("reminders.settings.component")}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      >
        <option value="">{t("reminders.settings.choose")}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <Button
        disabled={key === ""}
        onClick={() => {
          onAdd(key);
          setKey("");
        }}
      >
        {t("reminders.settings.addComponent")}
      </Button>
    </div>
  );
}

/** The product of a component's end: `support:debian:12` is about `debian`. */
function productOf({ id, kind }: ReminderSubject): string | null {
  if (kind !== "support-end" && kind !== "cover-end") return null;
  return id.split(":")[1] ?? null;
}
