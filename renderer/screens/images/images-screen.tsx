// Every image of the source: what it is, how it stands, until when it is supported.
import { Button } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { openEngine, openSample } from "../../actions/go-actions.ts";
import { useActions } from "../../actions/use-actions.tsx";
import { useAppInfo } from "../../bridge/use-app-info.ts";
import { useAudit } from "../../bridge/use-audit.tsx";
import { useImages } from "../../bridge/use-images.ts";
import { useSelection } from "../../bridge/use-selection.tsx";
import { useSettings } from "../../bridge/use-settings.ts";
import { useSource } from "../../bridge/use-source.tsx";
import { navigate } from "../../hash-location.ts";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { imagePlace } from "../../routes.ts";
import { ExcludedList } from "./excluded-list.tsx";
import { filterLines } from "./filter.ts";
import { ImageGrid } from "./image-grid.tsx";
import { type ImageLine, linesOf } from "./image-line.ts";
import { ImageToolbar } from "./image-toolbar.tsx";
import styles from "./images-screen.module.css";
import { RunBand } from "./run-band.tsx";
import { sortLines } from "./sort.ts";
import { SourceFailure } from "./source-failure.tsx";
import { useViewState } from "./view-state.ts";

const rowHeights = { comfortable: 32, compact: 24 } as const;

export function ImagesScreen() {
  const { t } = useTranslation();
  const { today } = useAppInfo();
  const { settings } = useSettings();
  const { source } = useSource();
  const images = useImages();
  const { state: audit } = useAudit();
  const { run: act } = useActions();
  const selection = useSelection();
  const [view, setView] = useViewState();

  const rows = images.table?.images;
  const all = useMemo(() => linesOf(rows ?? [], audit, source), [rows, audit, source]);
  const shown = useMemo(
    () => sortLines(filterLines(all, view.filters, view.search, today), view.sort, view.direction),
    [all, view, today],
  );
  const open = useCallback((line: ImageLine) => navigate(imagePlace(line.key)), []);

  if (images.failure !== null) return <SourceFailure failure={images.failure} source={source} />;
  if (images.table === null) {
    return (
      <NoticePanel title={t("images.loading")}>
        <p>{t("images.loadingText")}</p>
      </NoticePanel>
    );
  }
  const { excluded } = images.table;
  if (all.length === 0) {
    return (
      <div className={styles["screen"]}>
        <div className={styles["fill"]}>
          <NoticePanel
            title={t("images.empty")}
            actions={
              source.kind === "sample" ? (
                <Button onClick={() => act(openEngine)}>{t("action.openEngine")}</Button>
              ) : (
                <>
                  <Button onClick={images.refresh}>{t("action.refresh")}</Button>
                  <Button variant="filled" onClick={() => act(openSample)}>
                    {t("action.openSample")}
                  </Button>
                </>
              )
            }
          >
            <p>{excluded.length > 0 ? t("images.emptyButExcluded") : t("images.emptyText")}</p>
          </NoticePanel>
        </div>
        <ExcludedList excluded={excluded} />
      </div>
    );
  }
  return (
    <div className={styles["screen"]}>
      <RunBand audit={audit} />
      <ImageToolbar all={all} shown={shown} selected={selection.keys} view={view} onView={setView} today={today} />
      {shown.length === 0 ? (
        <div className={styles["fill"]}>
          <NoticePanel
            title={t("images.noneShown")}
            actions={<Button onClick={() => setView({ filters: [], search: "" })}>{t("images.showAll")}</Button>}
          >
            <p>{t("images.noneShownText", { count: all.length })}</p>
          </NoticePanel>
        </div>
      ) : (
        <ImageGrid
          lines={shown}
          selected={selection.keys}
          onSelect={selection.set}
          onToggle={selection.toggle}
          onOpen={open}
          sort={view.sort}
          direction={view.direction}
          onSort={(sort, direction) => setView({ sort, direction })}
          rowHeight={rowHeights[settings.density]}
          today={today}
        />
      )}
      <ExcludedList excluded={excluded} />
    </div>
  );
}
