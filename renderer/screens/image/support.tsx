// Until when an image is supported: its components on a time axis, and the same as a table with every date and its source.
import { useTranslation } from "react-i18next";
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { LifecycleEntry, SourceDate } from "../../../shared/model/lifecycle.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { supportedUntil } from "../../../shared/summary.ts";
import { say } from "../../../shared/wording/say.ts";
import { coverWords } from "../../../shared/wording/status.ts";
import { sayDay, sayDaysFromNow } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ImageText } from "../../parts/image-text.tsx";
import { LifecycleBadge } from "../../parts/lifecycle-badge.tsx";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import styles from "./support.module.css";
import { SupportAxis } from "./support-axis.tsx";

export function Support({
  entries,
  today,
}: {
  readonly entries: readonly LifecycleEntry[];
  readonly today: CalendarDay;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (entries.length === 0) return <NoticePanel title={t("support.none")}>{t("support.noneText")}</NoticePanel>;
  const first = supportedUntil(entries, today);
  return (
    <div className={styles["scroll"]}>
      <p className={styles["lead"]}>
        {first === null
          ? t("support.noEnd")
          : t(first.date < today ? "support.endedFirst" : "support.endsFirst", {
              component: plainText(first.component, 80),
              day: sayDay(first.date, language),
              when: sayDaysFromNow(daysBetween(today, first.date), language),
            })}
      </p>
      <SupportAxis entries={entries} today={today} />
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("support.component")}</th>
            <th scope="col">{t("support.status")}</th>
            <th scope="col">{t("support.release")}</th>
            <th scope="col">{t("support.eoas")}</th>
            <th scope="col">{t("support.eol")}</th>
            <th scope="col">{t("support.eoes")}</th>
            <th scope="col">{t("support.next")}</th>
            <th scope="col">{t("support.evidence")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two components may share a label; their order is fixed
            <Entry key={`${index} ${entry.component.label}`} entry={entry} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const nextEnds = ["eoas", "eol", "eoes", "cover"] as const;

/** A window counts while it lasts and its user is entitled to it; an estimated day never counts. */
function isCover(window: LifecycleEntry["coverage"][number], today: CalendarDay): boolean {
  return window.entitled && window.estimate !== true && (window.until === null || window.until >= today);
}

function Entry({ entry, today }: { readonly entry: LifecycleEntry; readonly today: CalendarDay }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { component, dates, next } = entry;
  const nextIs = nextEnds.find((what) => what === next?.what);
  const reason = entry.phrase !== undefined ? say(entry.phrase, language) : entry.reason;
  return (
    <>
      <tr>
        <td>
          <ImageText text={component.label} />
          {component.distroPackaged === true && <span className={styles["note"]}>{t("support.distroPackaged")}</span>}
        </td>
        <td>
          <LifecycleBadge status={entry.status} />
        </td>
        <td>{dates.release ?? "–"}</td>
        <td>
          <DateCell date={dates.eoas} />
        </td>
        <td>
          <DateCell date={dates.eol} />
        </td>
        <td>
          <DateCell date={dates.eoes} />
        </td>
        <td title={next === null ? undefined : sayDay(next.date, language)}>
          {next === null ? "–" : sayDaysFromNow(next.days, language)}
          {nextIs !== undefined && <span className={styles["note"]}>{t(`support.nextIs.${nextIs}`)}</span>}
        </td>
        <td>
          <ImageText text={component.evidence} mono />
        </td>
      </tr>
      {(reason !== undefined || entry.coverage.length > 0 || (component.conflicts ?? []).length > 0) && (
        <tr className={styles["more"]}>
          <td colSpan={8}>
            {reason !== undefined && <p>{plainText(reason)}</p>}
            {(component.conflicts ?? []).map((conflict) => (
              <p key={conflict.evidence}>
                {t("support.conflict", {
                  evidence: plainText(conflict.evidence, 120),
                  version: plainText(conflict.version, 40),
                })}
              </p>
            ))}
            {entry.coverage.map((cover) => (
              <p key={`${cover.provider} ${cover.phase}`}>
                {t("support.cover", {
                  provider: plainText(cover.provider, 60),
                  phase: plainText(cover.phase, 60),
                  until: `${cover.until ?? t("support.openEnd")}${cover.estimate === true ? ` ${t("support.estimate")}` : ""}`,
                  cover: coverWords[isCover(cover, today) ? "covered" : "not-covered"][language],
                })}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** A date of the source, or its word for one that it does not have. */
function DateCell({ date }: { readonly date: SourceDate | null }) {
  const { t } = useTranslation();
  if (date === null) return "–";
  if (typeof date === "string") return date;
  return <span className="soft">{t(date ? "support.over" : "support.undecided")}</span>;
}
