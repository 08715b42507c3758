// What everything in the window rests on: which source, as of which day, how old the rules and dates are.
import { spotlight } from "@mantine/spotlight";
import { useTranslation } from "react-i18next";
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import { oldDataDays } from "../../shared/model/data-status.ts";
import { plainText } from "../../shared/plain-text.ts";
import { useAppInfo } from "../bridge/use-app-info.ts";
import { useImages } from "../bridge/use-images.ts";
import { sayDay, sayDaysFromNow } from "../i18n/format.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Icon } from "../parts/icon.tsx";
import styles from "./frame.module.css";
import { SourceMenu } from "./source-menu.tsx";

const isMac = /Mac/.test(navigator.userAgent);

export function TopBar() {
  const { t } = useTranslation();
  const language = useLanguage();
  const info = useAppInfo();
  const [rules] = info.rules;
  const age = daysBetween(info.lifecycle.date as CalendarDay, info.today);
  return (
    <header className={styles["top"]}>
      <div className={styles["source"]}>
        <SourceMenu />
        <SourceState />
      </div>
      <span className={styles["space"]} />
      <button type="button" className={styles["palette"]} onClick={() => spotlight.open()}>
        <Icon name="search" />
        <span className="cut">{t("palette.open")}</span>
        <kbd aria-hidden>{isMac ? "⌘ K" : t("palette.keys")}</kbd>
      </button>
      <div
        className={styles["pair"]}
        title={t("frame.asOfTitle", { day: sayDay(info.today, language), zone: info.timeZone })}
      >
        <span>{t("frame.asOf")}</span>
        <span>{info.today}</span>
      </div>
      {rules !== undefined && (
        <div
          className={styles["pair"]}
          title={info.rules.map((one) => `${one.benchmark} ${one.edition}, ${one.version}, ${one.digest}`).join("\n")}
        >
          <span>{t("frame.rules")}</span>
          <span>
            {plainText(rules.benchmark, 24)} {plainText(rules.edition, 16)}
            {info.rules.length > 1 && ` +${info.rules.length - 1}`}
          </span>
        </div>
      )}
      <div
        className={styles["pair"]}
        data-old={age > oldDataDays ? "" : undefined}
        title={`${plainText(info.lifecycle.source, 200)}, ${sayDay(info.lifecycle.date, language)} (${sayDaysFromNow(-age, language)})`}
      >
        <span>{t("frame.dates")}</span>
        <span>{info.lifecycle.date}</span>
      </div>
    </header>
  );
}

function SourceState() {
  const { t } = useTranslation();
  const { table, failure } = useImages();
  const state = failure !== null ? "failed" : table === null ? "waiting" : "ready";
  const parts =
    table === null
      ? [t(failure === null ? "frame.asking" : "frame.noAnswer")]
      : [
          ...(table.source.engineVersion === undefined
            ? []
            : [t("frame.engine", { version: plainText(table.source.engineVersion, 24) })]),
          ...(table.source.apiVersion === undefined ? [] : [`API ${plainText(table.source.apiVersion, 12)}`]),
          t("images.count", { count: table.images.length }),
        ];
  return (
    <div className={styles["state"]} title={plainText(table?.source.how ?? "")}>
      <span className={styles["dot"]} data-state={state} aria-hidden />
      <span className="cut">{parts.join(" · ")}</span>
    </div>
  );
}
