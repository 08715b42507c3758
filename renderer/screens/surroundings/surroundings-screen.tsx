// Engine, host and containers: the subjects in a list, the verdicts of one of them beside it.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useAudit } from "../../bridge/use-audit.tsx";
import { useImages } from "../../bridge/use-images.ts";
import { useSource } from "../../bridge/use-source.tsx";
import { useSurroundings } from "../../bridge/use-surroundings.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { Subjects } from "./subjects.tsx";
import styles from "./surroundings-screen.module.css";

export function SurroundingsScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { source } = useSource();
  const images = useImages();
  const { kept, isLoading, failure, retry } = useSurroundings(images.table?.source.name ?? null);
  const { isRunning, startSurroundings, state } = useAudit();
  const look = (
    <Button variant={kept === null ? "filled" : "default"} disabled={isRunning} onClick={startSurroundings}>
      {t(kept === null ? "surroundings.look" : "surroundings.lookAgain")}
    </Button>
  );
  const body = () => {
    if (source.kind !== "engine") {
      return <NoticePanel title={t("surroundings.noEngine")}>{t("surroundings.noEngineText")}</NoticePanel>;
    }
    const broken = failure ?? images.failure ?? (state.run === null ? state.failure : null);
    if (broken !== null && kept === null) {
      return (
        <NoticePanel
          alert
          title={t("surroundings.failed")}
          actions={<Button onClick={retry}>{t("images.tryAgain")}</Button>}
        >
          {sayFailure(broken, language)}
        </NoticePanel>
      );
    }
    if (kept !== null) return <Subjects subjects={kept.subjects} />;
    if (isLoading || images.isLoading) {
      return <NoticePanel title={t("image.loading")}>{t("image.loadingText")}</NoticePanel>;
    }
    return (
      <NoticePanel title={t("surroundings.none")} actions={look}>
        {t("surroundings.noneText")}
      </NoticePanel>
    );
  };
  return (
    <div className={styles["screen"]}>
      <header className={styles["header"]}>
        <h1>{t("surroundings.title")}</h1>
        <span className="soft">{kept === null ? "" : t("surroundings.asOf", { day: kept.on })}</span>
        <span className={styles["space"]} />
        {kept !== null && look}
      </header>
      <div className={styles["body"]}>{body()}</div>
    </div>
  );
}
