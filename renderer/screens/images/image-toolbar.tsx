// What stands above the list: search and chips on the left, what can be done with it on the right.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { auditImages, copyCommand, exportReport } from "../../actions/audit-actions.ts";
import { searchFieldId } from "../../actions/go-actions.ts";
import { useActions } from "../../actions/use-actions.tsx";
import { sayBytes } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FilterChip } from "../../parts/filter-chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { endingWithinDays, filters, isShownBy } from "./filter.ts";
import type { ImageLine } from "./image-line.ts";
import styles from "./images-screen.module.css";
import type { ViewState } from "./view-state.ts";

export interface ImageToolbarProps {
  readonly all: readonly ImageLine[];
  readonly shown: readonly ImageLine[];
  readonly selected: ReadonlySet<string>;
  readonly view: ViewState;
  readonly onView: (part: Partial<ViewState>) => void;
  readonly today: CalendarDay;
}

export function ImageToolbar({ all, shown, selected, view, onView, today }: ImageToolbarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { context, run } = useActions();
  const chosen = all.filter(({ key }) => selected.has(key));
  const total = chosen.reduce((sum, { listed }) => sum + listed.size, 0);
  return (
    <header className={styles["toolbar"]}>
      <div className={styles["titleLine"]}>
        <h1 className={styles["title"]}>{t("images.title")}</h1>
        <span className="soft" role="status">
          {chosen.length > 0
            ? t("images.selection", { count: chosen.length, size: sayBytes(total, language) })
            : shown.length === all.length
              ? t("images.count", { count: all.length })
              : t("images.shown", { shown: shown.length, count: all.length })}
        </span>
        <span className={styles["space"]} />
        <Button variant="subtle" disabled={!copyCommand.when(context)} onClick={() => run(copyCommand)}>
          {t("action.copyCommand")}
        </Button>
        <Button
          leftSection={<Icon name="report" />}
          disabled={!exportReport.when(context)}
          title={exportReport.when(context) ? undefined : t("images.exportNeedsAudit")}
          onClick={() => run(exportReport)}
        >
          {t("action.exportReport")}
        </Button>
        <Button
          variant="filled"
          leftSection={<Icon name="play" />}
          disabled={!auditImages.when(context)}
          onClick={() => run(auditImages)}
        >
          {auditImages.title(context)}
        </Button>
      </div>
      <div className={styles["filterLine"]}>
        <SearchField
          id={searchFieldId}
          label={t("images.search")}
          value={view.search}
          onChange={(search) => onView({ search })}
        />
        {filters.map((filter) => (
          <FilterChip
            key={filter}
            title={t(`images.filterTitle.${filter}`, { days: endingWithinDays })}
            label={t(`images.filter.${filter}`, { days: endingWithinDays })}
            count={all.filter((line) => isShownBy(filter, line, today)).length}
            isOn={view.filters.includes(filter)}
            onToggle={() =>
              onView({
                filters: view.filters.includes(filter)
                  ? view.filters.filter((other) => other !== filter)
                  : [...view.filters, filter],
              })
            }
          />
        ))}
      </div>
    </header>
  );
}
