// The review of technologies in the window: language and period of the form, what stands where, each technology with what it
// lacks, and the button that writes the signed form.
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CalendarDay, parseDay } from "../../../../shared/calendar-day.ts";
import type { ReviewState } from "../../../../shared/ipc/review.ts";
import type { Language } from "../../../../shared/model/phrase.ts";
import { type ReviewedTechnology, reviewGroups } from "../../../../shared/model/technology.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { sayFailure } from "../../../../shared/wording/failure.ts";
import { groupMarks } from "../../../../shared/wording/review/group-marks.ts";
import { reviewWords } from "../../../../shared/wording/review/words.ts";
import { useReview, useReviewForm } from "../../../bridge/use-review.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { FilterChip } from "../../../parts/filter-chip.tsx";
import { ReportProgress } from "../../../parts/report-dialog.tsx";
import { StatusShape } from "../../../parts/status-shape.tsx";
import styles from "./review.module.css";
import { TechnologyForm } from "./technology-form.tsx";
import { keyOf, TechnologyTable, type TechnologyTableProps } from "./technology-table.tsx";

export function ReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [formLanguage, setFormLanguage] = useState<Language>(language);
  const [periodText, setPeriodText] = useState("");
  const periodEnd = parseDay(periodText.trim());
  const isPeriod = periodText.trim() === "" || periodEnd !== null;
  const { review, failure, retry } = useReview(isPeriod ? periodEnd : null);
  const form = useReviewForm();
  const [edited, setEdited] = useState<ReviewedTechnology | null>(null);
  const [last, setLast] = useState<string | null>(null);
  if (form.state.kind !== "idle") {
    return <ReportProgress report={form} onClose={onClose} onRetry={() => form.start(formLanguage, periodEnd)} />;
  }
  if (failure !== null) {
    return (
      <div role="alert" className={styles["body"]}>
        <p className={styles["line"]}>
          <StatusShape status="error" />
          <span>{t("review.broken", { why: sayFailure(failure, language) })}</span>
        </p>
        <div className={styles["actions"]}>
          <Button onClick={onClose}>{t("review.close")}</Button>
          <Button variant="filled" onClick={retry}>
            {t("report.retry")}
          </Button>
        </div>
      </div>
    );
  }
  if (review === null) return <p role="status">{t("decide.reading")}</p>;
  if (edited !== null) {
    const back = () => {
      setLast(keyOf(edited));
      setEdited(null);
    };
    return <TechnologyForm technology={edited} file={review.file} onClose={back} />;
  }
  const isEmpty = review.technologies.length === 0;
  return (
    <div className={styles["body"]}>
      <p>{t("review.intro")}</p>
      {isEmpty ? <Empty file={review.file} /> : <Technologies review={review} focused={last} onEdit={setEdited} />}
      <div className={styles["foot"]}>
        <Settings
          language={formLanguage}
          onLanguage={setFormLanguage}
          period={periodText}
          onPeriod={setPeriodText}
          isPeriod={isPeriod}
          today={review.on}
        />
        <div className={styles["buttons"]}>
          <Button onClick={onClose}>{t("review.close")}</Button>
          <Button variant="filled" disabled={isEmpty || !isPeriod} onClick={() => form.start(formLanguage, periodEnd)}>
            {t("review.make")}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Empty({ file }: { readonly file: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles["empty"]}>
      <p>{t("review.none")}</p>
      <p className="soft">
        {t("review.noneWhy")}{" "}
        <bdi className="mono" dir="ltr">
          {plainText(file, 1000)}
        </bdi>
      </p>
    </div>
  );
}

type Show = (technology: ReviewedTechnology) => boolean;

interface TechnologiesProps extends Pick<TechnologyTableProps, "focused" | "onEdit"> {
  readonly review: ReviewState;
}

/** The counts, each a filter; the list of what is let through. */
function Technologies({ review, focused, onEdit }: TechnologiesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { groups } = reviewWords[language];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const lacking: Show = ({ gaps }) => gaps.length > 0;
  const onlyLacking = chosen.includes("lacking");
  const chosenGroups = chosen.filter((name) => name !== "lacking");
  const shown = review.technologies.filter(
    (technology) =>
      (!onlyLacking || lacking(technology)) && (chosenGroups.length === 0 || chosenGroups.includes(technology.group)),
  );
  const toggle = (name: string) =>
    setChosen(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <>
      <div className={styles["chips"]}>
        <FilterChip
          label={t("review.lacking")}
          title={t("review.lackingTitle")}
          count={review.technologies.filter(lacking).length}
          isOn={onlyLacking}
          onToggle={() => toggle("lacking")}
        />
        {reviewGroups.map((group) => (
          <span key={group} className={styles["chip"]}>
            <StatusShape status={groupMarks[group]} />
            <FilterChip
              label={groups[group]}
              title={groups[group]}
              count={review.counts.byGroup[group]}
              isOn={chosen.includes(group)}
              onToggle={() => toggle(group)}
            />
          </span>
        ))}
      </div>
      {shown.length === 0 ? (
        <p role="status" className={styles["empty"]}>
          {t(onlyLacking && chosenGroups.length === 0 ? "review.complete" : "review.noneShown")}
        </p>
      ) : (
        <TechnologyTable technologies={shown} focused={focused} onEdit={onEdit} />
      )}
    </>
  );
}

interface SettingsProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly period: string;
  readonly onPeriod: (text: string) => void;
  readonly isPeriod: boolean;
  readonly today: CalendarDay;
}

function Settings({ language, onLanguage, period, onPeriod, isPeriod, today }: SettingsProps) {
  const { t } = useTranslation();
  const languageId = useId();
  return (
    <div className={styles["settings"]}>
      <div>
        <p id={languageId} className={styles["label"]}>
          {t("review.language")}
        </p>
        <SegmentedControl
          aria-labelledby={languageId}
          value={language}
          onChange={(value) => onLanguage(value === "de" ? "de" : "en")}
          data={[
            { value: "en", label: "English" },
            { value: "de", label: "Deutsch" },
          ]}
        />
      </div>
      <TextInput
        label={t("review.periodEnd")}
        w={320}
        maxLength={10}
        autoComplete="off"
        placeholder={today}
        value={period}
        {...(isPeriod ? {} : { error: t("review.noDay") })}
        onChange={(event) => onPeriod(event.currentTarget.value)}
      />
    </div>
  );
}
