// Waivers and people's answers as their files say them today: what needs care on top, then both lists, and what can be done
// to each entry. They are asked for and given where the verdict stands.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswers, useWaivers } from "../../bridge/use-decisions.ts";
import { navigate } from "../../hash-location.ts";
import { type Deed, DeedDialog, type DeedFile } from "../../parts/decisions/deed-dialog.tsx";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { routes } from "../../routes.ts";
import { AnswerTable } from "./answer-table.tsx";
import { DecisionSection } from "./decision-section.tsx";
import { HygieneNotes } from "./hygiene-notes.tsx";
import { WaiverTable } from "./waiver-table.tsx";
import styles from "./waivers-screen.module.css";

export function WaiversScreen() {
  const { t } = useTranslation();
  const waivers = useWaivers();
  const answers = useAnswers();
  const [deed, setDeed] = useState<Deed | null>(null);
  const on = waivers.list?.on ?? answers.list?.on;
  return (
    <div className={styles["screen"]}>
      <header className={styles["header"]}>
        <h1>{t("waivers.title")}</h1>
        <span className="soft">{on === undefined ? "" : t("surroundings.asOf", { day: on })}</span>
      </header>
      {waivers.list?.waivers.length === 0 && answers.list?.answers.length === 0 ? (
        <div className={styles["body"]}>
          <NoticePanel
            title={t("waivers.none")}
            actions={
              <Button variant="filled" onClick={() => navigate(routes.images)}>
                {t("waivers.toImages")}
              </Button>
            }
          >
            <p>{t("waivers.noneWaiver")}</p>
            <p className={styles["next"]}>{t("waivers.noneHow")}</p>
          </NoticePanel>
        </div>
      ) : (
        <section className={styles["body"]} aria-label={t("waivers.title")}>
          {waivers.list !== null && waivers.list.hygiene.length > 0 && <HygieneNotes list={waivers.list} />}
          <DecisionSection title={t("waivers.waivers")} read={waivers}>
            {(list) => <WaiverTable list={list} onDeed={setDeed} />}
          </DecisionSection>
          <DecisionSection title={t("waivers.answers")} read={answers}>
            {(list) => <AnswerTable list={list} onDeed={setDeed} />}
          </DecisionSection>
        </section>
      )}
      <DeedDialog deed={deed} file={fileOf(deed, waivers.list, answers.list)} onClose={() => setDeed(null)} />
    </div>
  );
}

type Lists = [ReturnType<typeof useWaivers>["list"], ReturnType<typeof useAnswers>["list"]];

/** The file that a deed changes. */
function fileOf(deed: Deed | null, ...[waivers, answers]: Lists): DeedFile | null {
  if (deed === null || deed.kind !== "withdraw") return waivers;
  return answers === null ? null : { ...answers, maximumDays: 0 };
}
