// Makes the signed report of a run: says what it does while it works, then where the file lies.
import { Button, Loader, Modal } from "@mantine/core";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../shared/plain-text.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { type ReportStep, useReport, type WritingHook } from "../bridge/use-report.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { CopyButton } from "./copy-button.tsx";
import { Icon } from "./icon.tsx";
import styles from "./report-dialog.module.css";
import { StatusShape } from "./status-shape.tsx";

/** Opens the dialog and starts at once: the button that was pressed said what will happen. */
type ExportReport = (run: string) => void;
const ReportContext = createContext<ExportReport | null>(null);

export function ReportDialogProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const report = useReport();
  const [run, setRun] = useState<string | null>(null);
  const { start, reset } = report;
  const open = useCallback(
    (next: string) => {
      setRun(next);
      start(next, language);
    },
    [language, start],
  );
  const value = useMemo(() => open, [open]);
  const close = () => {
    setRun(null);
    reset();
  };
  return (
    <ReportContext.Provider value={value}>
      {children}
      <Modal
        opened={run !== null}
        onClose={close}
        title={t("report.title")}
        closeButtonProps={{ "aria-label": t("report.close") }}
        size={520}
      >
        <ReportProgress report={report} onClose={close} onRetry={() => run !== null && start(run, language)} />
      </Modal>
    </ReportContext.Provider>
  );
}

const steps: readonly ReportStep[] = ["composing", "signing", "writing"];

interface ReportProgressProps {
  readonly report: Pick<WritingHook, "state" | "reveal">;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/** What is done while a signed document is written, then where it lies, or why there is none. */
export function ReportProgress({ report: { state, reveal }, onClose, onRetry }: ReportProgressProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (state.kind === "failed") {
    return (
      <div className={styles["body"]} role="alert">
        <p className={styles["line"]}>
          <StatusShape status="error" />
          <span>{t("report.failed", { why: sayFailure(state.failure, language) })}</span>
        </p>
        <div className={styles["actions"]}>
          <Button onClick={onClose}>{t("report.close")}</Button>
          <Button variant="filled" onClick={onRetry}>
            {t("report.retry")}
          </Button>
        </div>
      </div>
    );
  }
  if (state.kind === "done") {
    return (
      <div className={styles["body"]} role="status">
        <p className={styles["line"]}>
          <StatusShape status="pass" />
          <span>{t("report.done")}</span>
        </p>
        <p className={styles["path"]}>
          <bdi className="mono" dir="ltr">
            {plainText(state.written.report)}
          </bdi>
          <CopyButton text={state.written.report} name={t("report.path")} />
        </p>
        <p className="soft">{t("report.verifyHint")}</p>
        {state.revealFailure !== null && <p role="alert">{sayFailure(state.revealFailure, language)}</p>}
        <div className={styles["actions"]}>
          <Button onClick={onClose}>{t("report.close")}</Button>
          <Button
            variant="filled"
            data-autofocus
            leftSection={<Icon name="folder" />}
            onClick={() => reveal(state.written.report)}
          >
            {t("report.reveal")}
          </Button>
        </div>
      </div>
    );
  }
  const at = state.kind === "working" && state.step !== null ? steps.indexOf(state.step) : 0;
  return (
    <div className={styles["body"]} role="status">
      <ol>
        {steps.map((step, index) => (
          <li key={step} className={styles["line"]} data-todo={index > at ? "" : undefined}>
            <span className={styles["sign"]}>
              {index < at ? <Icon name="check" /> : index === at ? <Loader size={14} /> : null}
            </span>
            <span>{t(`report.step.${step}`)}</span>
          </li>
        ))}
      </ol>
      <div className={styles["actions"]}>
        <Button onClick={onClose}>{t("report.cancel")}</Button>
      </div>
    </div>
  );
}

export function useExportReport(): ExportReport {
  const open = useContext(ReportContext);
  if (open === null) throw new Error("useExportReport outside of ReportDialogProvider");
  return open;
}
