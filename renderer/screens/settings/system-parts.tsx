// What the system does for reminders: notifications, the tray, the start at login. Each says what it cannot do.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DesktopState } from "../../../shared/ipc/reminders.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { Settings } from "../../../shared/settings.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useSampleNotification } from "../../bridge/use-reminders.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./reminders-section.module.css";

export interface SystemPartProps {
  readonly settings: Pick<Settings, "notifications" | "tray" | "startAtLogin">;
  /** null until the system has been asked. */
  readonly desktop: DesktopState | null;
  readonly change: (part: Partial<Settings>) => void;
}

export function Notifications({ settings, desktop, change }: SystemPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { show, outcome } = useSampleNotification();
  const isUnsupported = desktop?.notifications === false;
  return (
    <div className={styles["part"]}>
      <div className={styles["line"]}>
        <Switch
          label={t("reminders.settings.notificationsOn")}
          isOn={settings.notifications}
          onChange={(notifications) => change({ notifications })}
        />
        <Button disabled={isUnsupported} onClick={show}>
          {t("reminders.settings.sample")}
        </Button>
      </div>
      {isUnsupported && <Care>{t("reminders.settings.unsupported")}</Care>}
      <output className={styles["hint"]}>
        {outcome === "shown" && t("reminders.settings.sampleShown")}
        {typeof outcome === "object" && t("reminders.settings.sampleFailed", { why: sayFailure(outcome, language) })}
      </output>
    </div>
  );
}

export function TrayPart({ settings, desktop, change }: SystemPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const failure = desktop?.tray.failure;
  return (
    <div className={styles["part"]}>
      <Switch label={t("reminders.settings.trayOn")} isOn={settings.tray} onChange={(tray) => change({ tray })} />
      <p className={styles["hint"]}>
        {t(settings.tray ? "reminders.settings.trayHint" : "reminders.settings.trayOff")}
      </p>
      {failure !== undefined && <Care>{t("reminders.settings.failed", { why: sayFailure(failure, language) })}</Care>}
    </div>
  );
}

export function LoginPart({ settings, desktop, change }: SystemPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const login = desktop?.login;
  const isMissing = settings.startAtLogin && login?.possible === true && !login.on;
  return (
    <div className={styles["part"]}>
      <Switch
        label={t("reminders.settings.loginOn")}
        isOn={settings.startAtLogin}
        isDisabled={login?.possible === false}
        onChange={(startAtLogin) => change({ startAtLogin })}
      />
      <p className={styles["hint"]}>
        {t(login?.possible === false ? "reminders.settings.loginImpossible" : "reminders.settings.loginHint")}
      </p>
      {settings.startAtLogin && login?.on === true && login.file !== undefined && (
        <p className={styles["hint"]}>
          {t("reminders.settings.loginFile")}{" "}
          <bdi className="mono" dir="ltr">
            {plainText(login.file, 1000)}
          </bdi>
        </p>
      )}
      {login?.failure !== undefined && (
        <Care>{t("reminders.settings.failed", { why: sayFailure(login.failure, language) })}</Care>
      )}
      {login?.failure === undefined && isMissing && (
        <Care>
          {t(login?.needsApproval === true ? "reminders.settings.loginApproval" : "reminders.settings.loginOff")}
        </Care>
      )}
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <label className={styles["check"]}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

function Care({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles["care"]} role="status">
      <StatusShape status="not-assessed" />
      <span>{children}</span>
    </p>
  );
}
