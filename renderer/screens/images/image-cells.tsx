// The cells of one line of the image list.

import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { AuditSummary } from "../../../shared/model/audit.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { lifecycleWords } from "../../../shared/wording/status.ts";
import { sayDay, sayDaysFromNow } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { nameOf } from "../../parts/image-name.ts";
import { ImageText } from "../../parts/image-text.tsx";
import { StatusCounts } from "../../parts/status-counts.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import { shortSystem } from "../../parts/system-name.ts";
import { WindowSwatch } from "../../parts/window-swatch.tsx";
import { imagePlace } from "../../routes.ts";
import { endingWithinDays } from "./filter.ts";
import styles from "./image-grid.module.css";
import type { ImageLine } from "./image-line.ts";

export function NameCell({ line }: { readonly line: ImageLine }) {
  const { t } = useTranslation();
  const { listed } = line;
  const name = nameOf(listed);
  const others = listed.references.slice(1);
  return (
    <span className={styles["name"]}>
      <Link
        href={imagePlace(line.key)}
        tabIndex={-1}
        className={styles["link"]}
        title={plainText(listed.references.join("\n") || name)}
      >
        <bdi dir="ltr">{plainText(name, 240)}</bdi>
      </Link>
      {others.length > 0 && (
        <span className="soft" title={plainText(others.join(", "))}>
          {t("images.moreNames", { count: others.length })}
        </span>
      )}
    </span>
  );
}

export function BaseCell({ line }: { readonly line: ImageLine }) {
  const { t } = useTranslation();
  if (line.last === null || line.isFirst) return null;
  if (line.last.os === null) return <span className="soft cut">{t("images.noSystem")}</span>;
  return <ImageText text={shortSystem(line.last.os)} whole={line.last.os} />;
}

/** Counts, or what stands in their place: an image that is waiting, or never was audited. */
export function ControlsCell({ line }: { readonly line: ImageLine }) {
  const { t } = useTranslation();
  if (line.last !== null) return <StatusCounts counts={line.last.summary.byStatus} />;
  return <span className="soft">{t(line.progress === null ? "images.notAudited" : "images.waiting")}</span>;
}

/** Why an image could not be read: takes the place of all that would have been said about it. */
export function FailureCell({ failure }: { readonly failure: Failure }) {
  const text = sayFailure(failure, useLanguage());
  return (
    <span className={styles["failed"]} title={text}>
      <StatusShape status="error" size={12} />
      <span className="cut">{text}</span>
    </span>
  );
}

export function SupportCell({ summary, today }: { readonly summary: AuditSummary; readonly today: CalendarDay }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const until = summary.supportedUntil;
  if (until === null) {
    return (
      <span className={styles["support"]}>
        <WindowSwatch status={summary.lifecycle} />
        <span className="cut soft">{lifecycleWords[summary.lifecycle][language]}</span>
      </span>
    );
  }
  const days = daysBetween(today, until.date);
  const title = `${plainText(until.component, 80)}: ${lifecycleWords[summary.lifecycle][language]}, ${sayDay(until.date, language)} (${sayDaysFromNow(days, language)})`;
  return (
    <span className={styles["support"]} title={title} data-near={days <= endingWithinDays ? "" : undefined}>
      <WindowSwatch status={summary.lifecycle} />
      <span className={styles["day"]}>{days < 0 ? t("images.ended", { day: until.date }) : until.date}</span>
      <span className="cut soft">{plainText(until.component, 80)}</span>
      <span className="unseen">{title}</span>
    </span>
  );
}

export function UsedCell({ line }: { readonly line: ImageLine }) {
  const { t } = useTranslation();
  const { running, stopped } = line.listed.usedBy;
  const title = t("images.used", { running, stopped });
  return (
    <span title={title}>
      <span aria-hidden>{running > 0 ? `● ${running}` : stopped > 0 ? `○ ${stopped}` : "–"}</span>
      <span className="unseen">{title}</span>
    </span>
  );
}
