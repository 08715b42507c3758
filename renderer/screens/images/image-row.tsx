// One row of the image list. Drawn again only when its line, place or state changes.
// biome-ignore-all lint/a11y/useSemanticElements: a virtual list places its rows by itself, which table elements do not allow; roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row (aria-activedescendant)
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayBytes } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { HardenedBadge } from "../../parts/hardened-badge.tsx";
import { nameOf } from "../../parts/image-name.ts";
import { BaseCell, ControlsCell, FailureCell, NameCell, SupportCell, UsedCell } from "./image-cells.tsx";
import styles from "./image-grid.module.css";
import type { ImageLine } from "./image-line.ts";

export interface ImageRowProps {
  readonly id: string;
  readonly line: ImageLine;
  readonly index: number;
  /** Pixels from the top of the list, and the height of a row. */
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly today: CalendarDay;
  readonly onPoint: (index: number) => void;
  readonly onOpen: (line: ImageLine) => void;
  readonly onToggle: (index: number, extend: boolean) => void;
}

export const ImageGridRow = memo(function ImageGridRow(props: ImageRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { line, index, isSelected } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that holds the row has the keys
    <div
      role="row"
      id={props.id}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={props.isActive ? "" : undefined}
      className={styles["row"]}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      onClick={() => props.onPoint(index)}
      onDoubleClick={() => props.onOpen(line)}
    >
      <div role="gridcell" className={styles["check"]}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={t("images.select", { name: plainText(nameOf(line.listed), 120) })}
          onClick={(event) => {
            event.stopPropagation();
            props.onToggle(index, event.shiftKey);
          }}
          onChange={() => {}}
        />
      </div>
      <div role="gridcell">
        <NameCell line={line} />
      </div>
      <div role="gridcell">
        <BaseCell line={line} />
      </div>
      {line.progress?.kind === "failed" ? (
        <div role="gridcell" aria-colspan={3} className={styles["wide"]}>
          <FailureCell failure={line.progress.failure} />
        </div>
      ) : (
        <>
          <div role="gridcell">
            <ControlsCell line={line} />
          </div>
          <div role="gridcell">
            {line.isFirst && <span className="soft">{t("images.firstVerdicts")}</span>}
            {line.last !== null && !line.isFirst && <SupportCell summary={line.last.summary} today={props.today} />}
          </div>
          <div role="gridcell">
            {line.last?.hardened !== undefined && !line.isFirst && (
              <HardenedBadge state={line.last.hardened} word={false} />
            )}
          </div>
        </>
      )}
      <div role="gridcell" className="number">
        {sayBytes(line.listed.size, language)}
      </div>
      <div role="gridcell" className="number">
        <UsedCell line={line} />
      </div>
    </div>
  );
});
