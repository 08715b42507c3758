// The data that judges: which state is in use and how old it is, newer dates from the source or from a file, own dates.
import { Button, SegmentedControl } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { DataStatus } from "../../../shared/model/data-status.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { say } from "../../../shared/wording/say.ts";
import { useDataImport, useDataStatus } from "../../bridge/use-data.ts";
import { useSettings } from "../../bridge/use-settings.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import { DataChanges } from "./data-changes.tsx";
import { DataRefresh } from "./data-refresh.tsx";
import styles from "./data-section.module.css";
import { DataState } from "./data-state.tsx";

export function DataSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, failure, retry } = useDataStatus();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <h2 id={id}>{t("data.title")}</h2>
      {failure !== null && (
        <div role="alert" className={styles["failed"]}>
          <StatusShape status="error" />
          <span>{t("data.notReadable", { why: sayFailure(failure, language) })}</span>
          <Button onClick={retry}>{t("report.retry")}</Button>
        </div>
      )}
      {failure === null && status === null && (
        <p role="status" className={styles["soft"]}>
          {t("data.reading")}
        </p>
      )}
      {status !== null && <DataRows status={status} />}
    </section>
  );
}

function DataRows({ status }: { readonly status: DataStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, change } = useSettings();
  const { embedded, refreshed, used, hardened, notes, changes } = status;
  const taken = used === "refreshed" && refreshed !== null ? refreshed : null;
  const origin = taken === null ? t("data.embedded") : t(`data.${taken.origin}`, { from: plainText(taken.from, 300) });
  return (
    <>
      {notes.map((note) => (
        <Care key={note.key}>{say(note, language)}</Care>
      ))}
      <Row name={t("data.lifecycle")}>
        <DataState state={taken ?? embedded} origin={origin} cycles={(taken ?? embedded).cycles} />
        {refreshed !== null && taken === null && (
          <p className={styles["soft"]}>{t("data.olderRefresh", { date: refreshed.date })}</p>
        )}
      </Row>
      <Row name={t("data.newer")}>
        <DataRefresh last={status.lastTry} />
      </Row>
      <Row name={t("data.daily")}>
        <SegmentedControl
          aria-label={t("data.daily")}
          data={[
            { value: "never", label: t("data.never") },
            { value: "daily", label: t("data.onceDaily") },
          ]}
          value={settings.dataRefresh}
          onChange={(value) => change({ dataRefresh: value === "daily" ? "daily" : "never" })}
        />
        <p className={styles["soft"]}>{t(settings.dataRefresh === "daily" ? "data.dailyHint" : "data.neverHint")}</p>
      </Row>
      <Row name={t("data.file")}>
        <DataImport />
      </Row>
      {changes.total > 0 && (
        <Row name={t("data.changes")}>
          <DataChanges changes={changes} />
        </Row>
      )}
      <Row name={t("data.own")}>
        <OwnDates own={status.own} />
      </Row>
      <Row name={t("data.hardened")}>
        <DataState state={hardened} origin={t("data.embedded")} />
      </Row>
    </>
  );
}

function DataImport() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { start, isBusy, outcome, failure } = useDataImport();
  return (
    <>
      <Button onClick={start} disabled={isBusy}>
        {t(isBusy ? "data.importing" : "data.choose")}
      </Button>
      <p className={styles["soft"]}>{t("data.fileHint")}</p>
      <output>{outcome !== null && failure === null && say(outcome.what, language)}</output>
      {failure !== null && (
        <Care alert shape="error">
          {sayFailure(failure, language)}
        </Care>
      )}
    </>
  );
}

function OwnDates({ own }: { readonly own: DataStatus["own"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (own === null) return <p className={styles["soft"]}>{t("data.ownNone")}</p>;
  const path = (
    <span className={styles["path"]}>
      <bdi className="mono" dir="ltr">
        {plainText(own.file, 600)}
      </bdi>
      <CopyButton text={own.file} name={t("waivers.path")} />
    </span>
  );
  if ("failure" in own) {
    return (
      <>
        {path}
        <Care alert shape="error">
          {t("data.ownFault", { why: sayFailure(own.failure, language) })}
        </Care>
      </>
    );
  }
  return (
    <>
      {path}
      <p>
        {t("data.ownProducts", { count: own.products })}, {t("data.ownDates", { count: own.dates })}
      </p>
      {own.notes.map((note) => (
        <Care key={say(note, language)}>{say(note, language)}</Care>
      ))}
    </>
  );
}

interface CareProps {
  readonly children: ReactNode;
  readonly shape?: "not-assessed" | "error";
  readonly alert?: boolean;
}

function Care({ children, shape = "not-assessed", alert = false }: CareProps) {
  return (
    <p className={styles["care"]} {...(alert ? { role: "alert" } : {})}>
      <StatusShape status={shape} />
      <span>{children}</span>
    </p>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid of name and setting
    <div role="group" aria-labelledby={id} className={styles["row"]}>
      <span id={id} className={styles["name"]}>
        {name}
      </span>
      <div className={styles["part"]}>{children}</div>
    </div>
  );
}
