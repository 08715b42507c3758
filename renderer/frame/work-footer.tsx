// Progress of the running audit. The bar moves with bytes only; while no total is known it stands still and the words say why.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAudit } from "../bridge/use-audit.tsx";
import { sayBytes } from "../i18n/format.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { LiveText } from "../parts/live-text.tsx";
import styles from "./frame.module.css";

export function WorkFooter() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, isRunning, cancel } = useAudit();
  const { audited, total, bytes, totalBytes } = state;
  const share = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 0;
  // Spoken at every tenth only: a screen reader must not be talked over by a counter.
  const tenth = Math.floor(share * 10) * 10;
  const spoken = isRunning
    ? t("footer.spoken", { percent: tenth })
    : state.run !== null
      ? t("run.done", { count: state.run.audited })
      : "";
  return (
    <>
      <LiveText text={spoken} />
      {isRunning && (
        <footer className={styles["footer"]}>
          <span>{total > 0 ? t("footer.auditing", { audited, total }) : t("footer.starting")}</span>
          {totalBytes > 0 && (
            <span className="soft">
              {t("footer.bytes", { read: sayBytes(bytes, language), whole: sayBytes(totalBytes, language) })}
            </span>
          )}
          <div
            className={styles["bar"]}
            role="progressbar"
            aria-label={t("footer.progress")}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
          >
            <div style={{ transform: `scaleX(${share})` }} />
          </div>
          <span className="number" style={{ width: 36 }}>
            {Math.floor(share * 100)} %
          </span>
          <Button disabled={state.phase === "cancelling"} onClick={cancel}>
            {state.phase === "cancelling" ? t("footer.cancelling") : t("action.cancelAudit")}
          </Button>
        </footer>
      )}
    </>
  );
}
