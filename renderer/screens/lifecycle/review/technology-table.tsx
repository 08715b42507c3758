// Every technology with its end, what people said of it and what it lacks.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isDay } from "../../../../shared/calendar-day.ts";
import type { ReviewedTechnology } from "../../../../shared/model/technology.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { groupMarks } from "../../../../shared/wording/review/group-marks.ts";
import { reviewWords } from "../../../../shared/wording/review/words.ts";
import { say } from "../../../../shared/wording/say.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { StatusShape } from "../../../parts/status-shape.tsx";
import styles from "./review.module.css";

const atOnce = 50;
const columns = ["technology", "cover", "owner", "plan", "missing", "edit"] as const;

export interface TechnologyTableProps {
  readonly technologies: readonly ReviewedTechnology[];
  /** The row that was edited last, by `keyOf`: its button takes the focus back. */
  readonly focused: string | null;
  readonly onEdit: (technology: ReviewedTechnology) => void;
}

export function TechnologyTable({ technologies, focused, onEdit }: TechnologyTableProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(atOnce);
  const left = technologies.length - shown;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={styles["scroll"]} aria-label={t("review.table")} tabIndex={0}>
      <table className={styles["table"]}>
        <colgroup>
          {columns.map((name) => (
            <col key={name} className={styles[name] ?? ""} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`review.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {technologies.slice(0, shown).map((technology) => {
            const key = keyOf(technology);
            return (
              <TechnologyRow
                key={key}
                technology={technology}
                takesFocus={key === focused}
                onEdit={() => onEdit(technology)}
              />
            );
          })}
        </tbody>
      </table>
      {left > 0 && (
        <Button onClick={() => setShown(shown + atOnce)}>
          {t("waivers.moreRows", { count: Math.min(left, atOnce) })}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  readonly technology: ReviewedTechnology;
  readonly takesFocus: boolean;
  readonly onEdit: () => void;
}

function TechnologyRow({ technology, takesFocus, onEdit }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { table, actions } = reviewWords[language];
  const { label, cover, entry, gaps, group, images, why } = technology;
  const plan = entry?.plan;
  const name = plainText(label, 80);
  return (
    <tr>
      <th scope="row">
        <span className={styles["name"]}>
          <StatusShape status={groupMarks[group]} />
          <span>
            {name}
            <span className={styles["under"]}>
              {images.length === 0 ? table.stated : t("images.count", { count: images.length })}
            </span>
          </span>
        </span>
      </th>
      <td>
        {isDay(cover.until) ? cover.until : table.words[cover.until]}
        {why !== undefined && <span className={styles["under"]}>{say(why, language)}</span>}
        {cover.by.length > 0 && <span className={styles["under"]}>{plainText(cover.by.join(", "), 80)}</span>}
      </td>
      <td>
        {entry?.owner === undefined ? <span className="soft">–</span> : plainText(entry.owner, 80)}
        {entry?.reviewed !== undefined && (
          <span className={styles["under"]}>{t("review.reviewedOn", { day: entry.reviewed })}</span>
        )}
      </td>
      <td>
        {plan === undefined ? <span className="soft">–</span> : actions[plan.action]}
        {plan?.target !== undefined && (
          <span className={styles["under"]}>{t("review.until", { day: plan.target })}</span>
        )}
        {entry?.approver !== undefined && (
          <span className={styles["under"]}>{t("review.approvedBy", { name: plainText(entry.approver, 80) })}</span>
        )}
      </td>
      <td>
        {gaps.length === 0 ? (
          <span className="soft">{t(group === "follows" ? "review.follows" : "review.nothing")}</span>
        ) : (
          gaps.map((gap) => t(`review.gap.${gap}`)).join(", ")
        )}
      </td>
      <td>
        {group !== "follows" && (
          <button
            type="button"
            className={styles["deed"]}
            ref={takesFocus ? focus : undefined}
            aria-label={t("review.editOf", { name })}
            onClick={onEdit}
          >
            {t("review.edit")}
          </button>
        )}
      </td>
    </tr>
  );
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** The same technology may stand twice with another cover: both have their own row. */
export function keyOf({ label, kind, cover, images }: ReviewedTechnology): string {
  return [kind, label, cover.until, ...cover.by, images[0]].join("\n");
}
