// Until when everything in all kept images is supported, on one axis, and the same as a table below.
import { Button } from "@mantine/core";
import { Suspense, useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { endDays } from "../../../shared/drawing/time-line.ts";
import { wholeYears } from "../../../shared/drawing/time-scale.ts";
import type { TimeLineAnswer, TimeLineImage } from "../../../shared/ipc/time-line.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useImages } from "../../bridge/use-images.ts";
import { useSettings } from "../../bridge/use-settings.ts";
import { useTimeLine } from "../../bridge/use-time-line.ts";
import { navigate } from "../../hash-location.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { TimeLineLegend } from "../../parts/time-line/legend.tsx";
import { TimeLinePatterns } from "../../parts/time-line/patterns.tsx";
import { imagePlace, routes } from "../../routes.ts";
import { CalendarButton } from "./calendar-button.tsx";
import { Chart } from "./chart.tsx";
import { Entitlements } from "./entitlements/entitlements.tsx";
import { ImagesDialog } from "./images-dialog.tsx";
import styles from "./lifecycle-screen.module.css";
import { type Line, linesOf } from "./lines.ts";
import { Lower } from "./lower.tsx";
import { ReviewButton } from "./review-button.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useRange } from "./use-range.ts";
import { type LineView, useLineView } from "./view.ts";

export function LifecycleScreen() {
  return (
    <Suspense fallback={null}>
      <LifecycleLoaded />
    </Suspense>
  );
}

function LifecycleLoaded() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, onView] = useLineView();
  const { answer, failure, retry } = useTimeLine(view.on);
  if (answer !== null && answer.images.length > 0) return <Placed answer={answer} view={view} onView={onView} />;
  const notice = () => {
    if (failure !== null) {
      const again = <Button onClick={retry}>{t("images.tryAgain")}</Button>;
      return (
        <NoticePanel alert title={t("lifecycle.failed")} actions={again}>
          {sayFailure(failure, language)}
        </NoticePanel>
      );
    }
    if (answer === null) return <NoticePanel title={t("lifecycle.reading")}>{t("lifecycle.readingText")}</NoticePanel>;
    const toImages = (
      <Button variant="filled" onClick={() => navigate(routes.images)}>
        {t("lifecycle.toImages")}
      </Button>
    );
    return (
      <NoticePanel title={t("lifecycle.none")} actions={toImages}>
        {t("lifecycle.noneText")}
      </NoticePanel>
    );
  };
  // What was bought can be recorded and looked after whether or not there is anything to draw.
  return (
    <section className={styles["screen"]} aria-label={t("lifecycle.title")}>
      <header className={styles["toolbar"]}>
        <h1 className={styles["title"]}>{t("lifecycle.title")}</h1>
      </header>
      <div className={styles["parts"]}>
        <div className={styles["nothing"]}>{notice()}</div>
        <Entitlements />
      </div>
    </section>
  );
}

interface PlacedProps {
  readonly answer: TimeLineAnswer;
  readonly view: LineView;
  readonly onView: (part: Partial<LineView>) => void;
}

function Placed({ answer, view, onView }: PlacedProps) {
  const { t } = useTranslation();
  const patterns = useId();
  const { settings } = useSettings();
  const images = useImages();
  const [opened, setOpened] = useState<Line | null>(null);
  const lines = useMemo(() => linesOf(answer, view), [answer, view]);
  const whole = useMemo(
    () =>
      wholeYears(
        endDays(
          answer.rows.map(({ entry }) => entry),
          answer.on,
        ),
        answer.on,
      ),
    [answer],
  );
  const range = useRange(whole, answer.on);
  const keys = useMemo(
    () => new Map((images.table?.images ?? []).map(({ listed }) => [listed.id, listed.key])),
    [images.table],
  );
  const keyOf = useCallback(
    ({ ids }: TimeLineImage) => ids.map((id) => keys.get(id)).find((key) => key !== undefined) ?? null,
    [keys],
  );
  const toImage = useCallback((key: string) => navigate(imagePlace(key, "support")), []);
  const open = useCallback(
    (line: Line) => {
      const [only] = line.images;
      const key = line.images.length === 1 && only !== undefined ? keyOf(only) : null;
      if (key === null) setOpened(line);
      else toImage(key);
    },
    [keyOf, toImage],
  );
  return (
    <section className={styles["screen"]} aria-label={t("lifecycle.title")}>
      <TimeLinePatterns id={patterns} />
      <Toolbar answer={answer} view={view} onView={onView} range={range} shown={lines.length}>
        <CalendarButton />
        <ReviewButton />
      </Toolbar>
      <div className={styles["parts"]}>
        {lines.length === 0 ? (
          <div className={styles["nothing"]}>
            <NoticePanel
              title={t("lifecycle.noneShown")}
              actions={
                <Button onClick={() => onView({ within: null, filters: [], search: "" })}>{t("images.showAll")}</Button>
              }
            >
              {t("lifecycle.noneShownText", { count: answer.rows.length })}
            </NoticePanel>
          </div>
        ) : (
          <>
            <div className={styles["line"]}>
              <Chart
                key={view.group}
                patterns={patterns}
                lines={lines}
                on={answer.on}
                source={t("lifecycle.source", { source: plainText(answer.data.source, 80), day: answer.data.date })}
                todayLabel={answer.isToday ? t("support.today") : answer.on}
                range={range}
                density={settings.density}
                onOpen={open}
              />
            </div>
            <div className={styles["under"]}>
              <TimeLineLegend id={patterns} />
            </div>
          </>
        )}
        <Lower lines={lines} on={answer.on} part={view.part} onPart={(part) => onView({ part })} onOpen={open} />
      </div>
      <ImagesDialog line={opened} keyOf={keyOf} onOpen={toImage} onClose={() => setOpened(null)} />
    </section>
  );
}
