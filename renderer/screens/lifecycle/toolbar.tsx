// What stands above the time line: search, grouping, "ends within", chips, the day, zoom.
import { ActionIcon, Button, SegmentedControl, TextInput } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDay } from "../../../shared/calendar-day.ts";
import { endsWithin } from "../../../shared/cover.ts";
import type { TimeLineAnswer } from "../../../shared/ipc/time-line.ts";
import { sayDay } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FilterChip } from "../../parts/filter-chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import styles from "./lifecycle-screen.module.css";
import { isLetThrough } from "./lines.ts";
import type { RangeHook } from "./use-range.ts";
import { groupings, type LineView, lineFilters, mostDays } from "./view.ts";

/** What "ends within" is set to before anyone moves it. */
const usualDays = 180;
/** Days that can be asked for. */
const firstDay = "1990-01-01";
const lastDay = "2099-12-31";

export interface ToolbarProps {
  readonly answer: TimeLineAnswer;
  readonly view: LineView;
  readonly onView: (part: Partial<LineView>) => void;
  readonly range: RangeHook;
  readonly shown: number;
  /** Further actions, at the right of the title. */
  readonly children?: ReactNode;
}

export function Toolbar({ answer, view, onView, range, shown, children }: ToolbarProps) {
  const { t } = useTranslation();
  const { rows, images } = answer;
  return (
    <header className={styles["toolbar"]}>
      <div className={styles["toolLine"]}>
        <h1 className={styles["title"]}>{t("lifecycle.title")}</h1>
        <span className="soft" role="status">
          {t("lifecycle.of", {
            components: t("lifecycle.components", { count: rows.length }),
            images: t("images.count", { count: images.length }),
          })}
          {shown < rows.length && view.group === "product" ? ` · ${t("lifecycle.shown", { count: shown })}` : ""}
        </span>
        <span className={styles["space"]} />
        <Zoom range={range} />
        <AsOf answer={answer} onView={onView} />
        {children}
      </div>
      <div className={styles["toolLine"]}>
        <SearchField
          label={t("lifecycle.search")}
          value={view.search}
          width={200}
          onChange={(search) => onView({ search })}
        />
        <SegmentedControl
          aria-label={t("lifecycle.grouping")}
          value={view.group}
          onChange={(group) => onView({ group: groupings.find((known) => known === group) ?? "product" })}
          data={groupings.map((value) => ({ value, label: t(`lifecycle.group.${value}`) }))}
        />
        <Within answer={answer} view={view} onView={onView} />
        {lineFilters.map((filter) => (
          <FilterChip
            key={filter}
            label={t(`lifecycle.filter.${filter}`)}
            title={t(`lifecycle.filterTitle.${filter}`)}
            count={rows.filter(({ entry }) => isLetThrough(filter, entry, answer.on)).length}
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

/** The day everything is weighed on, written as everywhere in the window: YYYY-MM-DD. */
function AsOf({ answer, onView }: Pick<ToolbarProps, "answer" | "onView">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const day = typed === null ? answer.on : parseDay(typed);
  const isDay = day !== null && day >= firstDay && day <= lastDay;
  const set = (text: string) => {
    setTyped(text);
    const asked = parseDay(text);
    if (asked !== null && asked >= firstDay && asked <= lastDay) onView({ on: asked });
  };
  return (
    <span className={styles["asOf"]}>
      {!answer.isToday && (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped(null);
            onView({ on: null });
          }}
        >
          {t("lifecycle.backToToday")}
        </Button>
      )}
      <TextInput
        label={t("lifecycle.asOf")}
        title={t("lifecycle.asOfTitle", { day: sayDay(answer.on, language) })}
        className={styles["day"] ?? ""}
        w={150}
        maxLength={10}
        autoComplete="off"
        placeholder={answer.on}
        value={typed ?? answer.on}
        error={!isDay}
        aria-invalid={!isDay}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}

function Within({ answer, view, onView }: Pick<ToolbarProps, "answer" | "view" | "onView">) {
  const { t } = useTranslation();
  const id = useId();
  const days = view.within ?? usualDays;
  const count = answer.rows.filter(({ entry }) => endsWithin(entry, answer.on, days)).length;
  const isOn = view.within !== null;
  return (
    <fieldset className={styles["within"]} aria-label={t("lifecycle.within")}>
      <FilterChip
        label={t("lifecycle.within")}
        title={t("lifecycle.withinTitle", { days })}
        count={count}
        isOn={isOn}
        onToggle={() => onView({ within: isOn ? null : usualDays })}
      />
      <input
        type="range"
        className={styles["slider"]}
        aria-label={t("lifecycle.withinDays")}
        aria-valuetext={t("lifecycle.days", { count: days })}
        min={0}
        max={mostDays}
        step={5}
        value={days}
        onChange={(event) => onView({ within: Number(event.currentTarget.value) })}
      />
      <input
        id={id}
        type="number"
        className={styles["number"]}
        aria-label={t("lifecycle.withinDays")}
        min={0}
        max={mostDays}
        value={days}
        onChange={(event) => {
          const asked = Math.round(event.currentTarget.valueAsNumber);
          if (Number.isFinite(asked)) onView({ within: Math.min(mostDays, Math.max(0, asked)) });
        }}
      />
      <label htmlFor={id} className="soft">
        {t("lifecycle.daysUnit")}
      </label>
    </fieldset>
  );
}

function Zoom({ range }: Pick<ToolbarProps, "range">) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles["zoom"]} aria-label={t("lifecycle.zoom")}>
      <ActionIcon aria-label={t("lifecycle.earlier")} title={t("lifecycle.earlier")} onClick={() => range.pan(-0.25)}>
        <Icon name="left" />
      </ActionIcon>
      <ActionIcon aria-label={t("lifecycle.later")} title={t("lifecycle.later")} onClick={() => range.pan(0.25)}>
        <Icon name="right" />
      </ActionIcon>
      <ActionIcon
        aria-label={t("lifecycle.zoomOut")}
        title={t("lifecycle.zoomOut")}
        disabled={!range.canZoomOut}
        onClick={() => range.zoom(1.5)}
      >
        <Icon name="minus" />
      </ActionIcon>
      <ActionIcon
        aria-label={t("lifecycle.zoomIn")}
        title={t("lifecycle.zoomIn")}
        disabled={!range.canZoomIn}
        onClick={() => range.zoom(1 / 1.5)}
      >
        <Icon name="plus" />
      </ActionIcon>
      <Button variant="subtle" disabled={range.isWhole} onClick={range.showAll}>
        {t("lifecycle.showAll")}
      </Button>
    </fieldset>
  );
}
