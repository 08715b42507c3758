// The button that writes the support dates as a calendar, and what it says afterwards: where the file lies, what it holds,
// and how calendars take it. The system's own dialog asks for the file.
import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarOutcome } from "../../../shared/ipc/calendar.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { type CalendarHook, useCalendar } from "../../bridge/use-calendar.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./calendar-button.module.css";

export function CalendarButton() {
  const { t } = useTranslation();
  const language = useLanguage();
  const calendar = useCalendar();
  const { outcome, failure, isBusy, start, reset } = calendar;
  const isOpen = failure !== null || (outcome !== null && outcome.outcome !== "dismissed");
  return (
    <>
      <Button
        leftSection={<Icon name="calendar" />}
        title={t("calendar.hint")}
        loading={isBusy}
        onClick={() => start(language)}
      >
        {t("calendar.button")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={reset}
        title={t("calendar.title")}
        closeButtonProps={{ "aria-label": t("calendar.close") }}
        size={520}
      >
        <Outcome calendar={calendar} onRetry={() => start(language)} />
      </Modal>
    </>
  );
}

function Outcome({ calendar, onRetry }: { readonly calendar: CalendarHook; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { outcome, failure, reset } = calendar;
  if (failure !== null) {
    return (
      <div className={styles["body"]} role="alert">
        <Line status="error">{t("calendar.failed", { why: sayFailure(failure, language) })}</Line>
        <div className={styles["actions"]}>
          <Button onClick={reset}>{t("calendar.close")}</Button>
          <Button variant="filled" data-autofocus onClick={onRetry}>
            {t("calendar.retry")}
          </Button>
        </div>
      </div>
    );
  }
  if (outcome === null || outcome.outcome === "dismissed") return null;
  return (
    <div className={styles["body"]} role="status">
      {outcome.outcome === "no-images" ? (
        <Line status="not-assessed">{t("calendar.none")}</Line>
      ) : (
        <Written written={outcome} />
      )}
      <div className={styles["actions"]}>
        <Button variant="filled" data-autofocus onClick={reset}>
          {t("calendar.close")}
        </Button>
      </div>
    </div>
  );
}

function Written({ written }: { readonly written: Extract<CalendarOutcome, { outcome: "written" }> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { path, ends, leads, calledOff, undated, unread, next, setAside } = written;
  const [firstUnread] = unread;
  const holds = [
    t("calendar.ends", { count: ends }),
    t("calendar.leads", { count: leads }),
    ...(calledOff === 0 ? [] : [t("calendar.calledOff", { count: calledOff })]),
  ];
  return (
    <>
      <Line status="pass">{t("calendar.done")}</Line>
      <p className={styles["path"]}>
        <bdi className="mono" dir="ltr">
          {plainText(path)}
        </bdi>
        <CopyButton text={path} name={t("calendar.path")} />
      </p>
      <ul className={styles["facts"]}>
        <li>{t("calendar.holds", { what: holds.join(", ") })}</li>
        <li>
          {next === null
            ? t("calendar.past")
            : t("calendar.next", { label: plainText(next.label, 100), day: next.day })}
        </li>
        {undated > 0 && <li>{t("calendar.undated", { count: undated })}</li>}
        {firstUnread !== undefined && (
          <li>
            {t("calendar.unread", {
              count: unread.length,
              name: plainText(firstUnread.name, 100),
              why: sayFailure(firstUnread.failure, language),
            })}
          </li>
        )}
        {setAside !== null && <li>{t("calendar.setAside", { path: plainText(setAside) })}</li>}
      </ul>
      <p className="soft">{t("calendar.use")}</p>
    </>
  );
}

function Line({
  status,
  children,
}: {
  readonly status: "pass" | "error" | "not-assessed";
  readonly children: ReactNode;
}) {
  return (
    <p className={styles["line"]}>
      <StatusShape status={status} />
      <span>{children}</span>
    </p>
  );
}
