// All reminders: due first, then put off, coming, done; dates that moved; and what is done to each. The system's notifications
// only point here: this list keeps every one.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReminderList } from "../../../shared/ipc/reminders.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useReminders } from "../../bridge/use-reminders.ts";
import { navigate } from "../../hash-location.ts";
import { sayDay } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Band } from "../../parts/band.tsx";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { routes } from "../../routes.ts";
import { Corrections } from "./corrections.tsx";
import { Troubles, Undated } from "./left-out.tsx";
import { type ReminderLists, reminderLists } from "./reminder-order.ts";
import { ReminderSection } from "./reminder-section.tsx";
import styles from "./reminders-screen.module.css";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { useListDeeds } from "./use-list-deeds.ts";

export function RemindersScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { list, failure, retry } = useReminders();
  const [search, setSearch] = useState("");
  const hasAny = list !== null && (list.reminders.length > 0 || list.corrections.length > 0);
  return (
    <div className={styles["screen"]}>
      <header className={styles["header"]}>
        <h1>{t("reminders.title")}</h1>
        {list !== null && (
          <span className="soft" title={sayDay(list.on, language)}>
            {t("surroundings.asOf", { day: list.on })}
          </span>
        )}
        <span className={styles["space"]} />
        {hasAny && <SearchField label={t("reminders.search")} value={search} onChange={setSearch} />}
        <Button onClick={() => navigate(routes.settings)}>{t("reminders.toSettings")}</Button>
      </header>
      {failure !== null ? (
        <NoticePanel
          alert
          title={t("reminders.notPlanned")}
          actions={
            <Button variant="filled" onClick={retry}>
              {t("report.retry")}
            </Button>
          }
        >
          <p>{sayFailure(failure, language)}</p>
        </NoticePanel>
      ) : list === null ? (
        <p role="status" className={styles["none"]}>
          {t("reminders.planning")}
        </p>
      ) : (
        <>
          <Troubles list={list} />
          {hasAny ? <Lists list={list} search={search} /> : <Nothing list={list} />}
        </>
      )}
    </div>
  );
}

/** No reminder of any state. */
function Nothing({ list }: { readonly list: ReminderList }) {
  const { t } = useTranslation();
  const isEmpty = list.images === 0;
  return (
    <NoticePanel
      title={t(isEmpty ? "reminders.noAudit" : "reminders.noEnd")}
      actions={
        <Button variant="filled" onClick={() => navigate(routes.images)}>
          {t("reminders.toImages")}
        </Button>
      }
    >
      {isEmpty ? (
        <p>{t("reminders.noAuditText")}</p>
      ) : (
        <>
          <p>{t("reminders.noEndText", { count: list.images })}</p>
          <Undated list={list} />
        </>
      )}
    </NoticePanel>
  );
}

function Lists({ list, search }: { readonly list: ReminderList; readonly search: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { on } = list;
  const lists = reminderLists(list.reminders, search);
  const { deeds, snoozeAll, doneAll, last, failure, undoLast, forgetLast, undoButton } = useListDeeds(lists);
  const isNone = Object.values(lists).every((lines) => lines.length === 0);
  return (
    <>
      {failure !== null && (
        <Band alert shape="error">
          {t("reminders.notKept", { why: sayFailure(failure, language) })}
        </Band>
      )}
      <div role="status">
        {last !== null && (
          <Band
            onClose={forgetLast}
            actions={
              <Button ref={undoButton} disabled={deeds.isBusy} onClick={undoLast}>
                {t("reminders.takeBack")}
              </Button>
            }
          >
            {last}
          </Band>
        )}
      </div>
      <section className={styles["body"]} aria-label={t("reminders.title")}>
        {search !== "" && isNone ? (
          <p role="status" className={styles["none"]}>
            {t("reminders.noneFound")}
          </p>
        ) : (
          <>
            <ReminderSection
              title={t("reminders.due")}
              lines={lists.due}
              on={on}
              deeds={deeds}
              none={search === "" ? <NothingDue lists={lists} /> : undefined}
              actions={
                lists.due.length > 1 && (
                  <div className={styles["deeds"]}>
                    <SnoozeMenu
                      on={on}
                      name={t("reminders.allOf", { count: lists.due.length })}
                      label={t("reminders.snoozeAll")}
                      isBusy={deeds.isBusy}
                      onSnooze={snoozeAll}
                    />
                    <Button disabled={deeds.isBusy} onClick={doneAll}>
                      {t("reminders.allDone")}
                    </Button>
                  </div>
                )
              }
            />
            <ReminderSection title={t("reminders.snoozed")} lines={lists.snoozed} on={on} deeds={deeds} />
            <ReminderSection title={t("reminders.upcoming")} lines={lists.upcoming} on={on} deeds={deeds} />
            <ReminderSection title={t("reminders.done")} lines={lists.done} on={on} deeds={deeds} />
            <ReminderSection title={t("reminders.passed")} lines={lists.passed} on={on} deeds={deeds} />
          </>
        )}
        {search === "" && <Corrections corrections={list.corrections} />}
        <div className={styles["foot"]}>
          <p>{t("reminders.speaksOf", { count: list.images })}</p>
          <Undated list={list} />
        </div>
      </section>
    </>
  );
}

/** Nothing due: what comes next, and when. */
function NothingDue({ lists }: { readonly lists: ReminderLists }) {
  const { t } = useTranslation();
  const [next] = lists.upcoming;
  if (next === undefined) return t("reminders.nothingDue");
  return t("reminders.nothingDueNext", { name: plainText(next.subject.label, 200), day: next.reminders[0].due });
}
