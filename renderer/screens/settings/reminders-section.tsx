// The settings of reminders: when before an end, for which component otherwise, and what the system does for them.
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useDesktopState } from "../../bridge/use-reminders.ts";
import { useSettings } from "../../bridge/use-settings.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Band } from "../../parts/band.tsx";
import { AuditAge } from "./audit-age.tsx";
import { ComponentLeads } from "./component-leads.tsx";
import { LeadChips } from "./lead-chips.tsx";
import styles from "./reminders-section.module.css";
import { LoginPart, Notifications, TrayPart } from "./system-parts.tsx";

export function RemindersSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, change, failure } = useSettings();
  const desktop = useDesktopState(`${settings.tray} ${settings.startAtLogin}`);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <h2 id={id}>{t("reminders.settings.title")}</h2>
      {failure !== null && (
        <Band alert shape="error">
          {t("settings.notKept", { why: sayFailure(failure, language) })}
        </Band>
      )}
      <Row name={t("reminders.settings.leads")} hint={t("reminders.settings.leadsHint")}>
        <LeadChips
          leads={settings.reminderLeads}
          onChange={(reminderLeads) => change({ reminderLeads })}
          addLabel={t("reminders.settings.addLead")}
        />
      </Row>
      <Row name={t("reminders.settings.component")} hint={t("reminders.settings.componentHint")}>
        <ComponentLeads settings={settings} onChange={(componentLeads) => change({ componentLeads })} />
      </Row>
      <Row name={t("reminders.settings.auditAge")}>
        <AuditAge days={settings.auditAgeDays} onChange={(auditAgeDays) => change({ auditAgeDays })} />
      </Row>
      <Row name={t("reminders.settings.notifications")}>
        <Notifications settings={settings} desktop={desktop} change={change} />
      </Row>
      <Row name={t("reminders.settings.tray")}>
        <TrayPart settings={settings} desktop={desktop} change={change} />
      </Row>
      <Row name={t("reminders.settings.login")}>
        <LoginPart settings={settings} desktop={desktop} change={change} />
      </Row>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Row({ name, hint, children }: RowProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid of name and setting
    <div role="group" aria-labelledby={id} className={styles["row"]}>
      <div>
        <span id={id}>{name}</span>
        {hint !== undefined && <p className={styles["hint"]}>{hint}</p>}
      </div>
      {children}
    </div>
  );
}
