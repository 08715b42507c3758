// The settings that exist: language, appearance, density. Kept at once, no button to press.
import { SegmentedControl } from "@mantine/core";
import { type ReactNode, Suspense, useId } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../../shared/plain-text.ts";
import type { Settings } from "../../../shared/settings.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useAppInfo } from "../../bridge/use-app-info.ts";
import { useSettings } from "../../bridge/use-settings.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Band } from "../../parts/band.tsx";
import { Digest } from "../../parts/digest.tsx";
import { DataSection } from "./data-section.tsx";
import { RemindersSection } from "./reminders-section.tsx";
import styles from "./settings-screen.module.css";

export function SettingsScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const info = useAppInfo();
  const { settings, change, failure } = useSettings();
  return (
    <div className={styles["screen"]}>
      {failure !== null && (
        <Band alert shape="error">
          {t("settings.notKept", { why: sayFailure(failure, language) })}
        </Band>
      )}
      <div className={styles["content"]}>
        <h1 className={styles["title"]}>{t("settings.title")}</h1>
        <section className={styles["group"]}>
          <Choice<Settings["language"]>
            name={t("settings.language")}
            value={settings.language}
            options={[
              { value: "system", label: t("settings.asSystem") },
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ]}
            onChange={(value) => change({ language: value })}
          />
          <Choice<Settings["appearance"]>
            name={t("settings.appearance")}
            value={settings.appearance}
            options={[
              { value: "system", label: t("settings.asSystem") },
              { value: "light", label: t("settings.light") },
              { value: "dark", label: t("settings.dark") },
            ]}
            onChange={(value) => change({ appearance: value })}
          />
          <Choice<Settings["density"]>
            name={t("settings.density")}
            value={settings.density}
            options={[
              { value: "comfortable", label: t("settings.comfortable") },
              { value: "compact", label: t("settings.compact") },
            ]}
            onChange={(value) => change({ density: value })}
          />
        </section>
        <Suspense fallback={null}>
          <RemindersSection />
        </Suspense>
        <Suspense fallback={null}>
          <DataSection />
        </Suspense>
        <h2 className={styles["heading"]}>{t("settings.about")}</h2>
        <dl className={styles["facts"]}>
          <Fact name="Plimsoll">{plainText(info.version, 40)}</Fact>
          <Fact name={t("settings.runtime")}>
            Electron {plainText(info.electron, 24)}, Chromium {plainText(info.chromium, 24)}
          </Fact>
          {info.rules.map((rules) => (
            <Fact key={rules.digest} name={t("settings.rules", { name: plainText(rules.benchmark, 60) })}>
              <span>
                {t("settings.edition", {
                  edition: [plainText(rules.edition, 60), ...(rules.date === undefined ? [] : [rules.date])].join(", "),
                  version: plainText(rules.version, 24),
                })}
              </span>
              {rules.supersededBy !== undefined && <span className="soft">{rules.supersededBy[language]}</span>}
              <Digest digest={rules.digest} />
            </Fact>
          ))}
          <Fact name={t("settings.lifecycle")}>
            {plainText(info.lifecycle.source, 120)}, {info.lifecycle.date}
          </Fact>
          <Fact name={t("settings.zone")}>{plainText(info.timeZone, 80)}</Fact>
        </dl>
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly options: { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ name, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={styles["choice"]}>
      <span id={id}>{name}</span>
      <SegmentedControl aria-labelledby={id} data={options} value={value} onChange={onChange} />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles["fact"]}>
      <dt className="soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
