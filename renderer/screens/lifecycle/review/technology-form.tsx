// What people say of one technology: owner, plan, approver, review, and whether fixes come promptly. Only what was changed is
// written, to technologies.yaml in the state folder.
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { planActions, type ReviewedTechnology } from "../../../../shared/model/technology.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { sayFailure } from "../../../../shared/wording/failure.ts";
import { reviewWords } from "../../../../shared/wording/review/words.ts";
import { useTechnologyEdit } from "../../../bridge/use-review.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LineField, TextField } from "../../../parts/decisions/fields.tsx";
import { StatusShape } from "../../../parts/status-shape.tsx";
import { editOf, faultsOf, givenOf, subjectOf } from "./edit-of.ts";
import styles from "./review.module.css";

export interface TechnologyFormProps {
  readonly technology: ReviewedTechnology;
  readonly file: string;
  readonly onClose: () => void;
}

export function TechnologyForm({ technology, file, onClose }: TechnologyFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { actions } = reviewWords[language];
  const { change, isBusy, failure } = useTechnologyEdit();
  const [given, setGiven] = useState(givenOf(technology.entry));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const faults = faultsOf(given);
  const field = (name: keyof typeof given) => ({
    label: t(`review.field.${name}`),
    value: given[name],
    onChange: (value: string) => setGiven((before) => ({ ...before, [name]: value })),
    isOptional: true,
    fault: isTried && faults[name] !== undefined ? t(`review.fault.${faults[name]}`) : null,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    const edit = editOf(technology, given);
    if (Object.keys(faults).length > 0) return;
    if (edit === null) onClose();
    else change(edit, onClose);
  };
  const select = (name: "action" | "prompt", choices: readonly { value: string; label: string }[]) => (
    <NativeSelect
      classNames={{ label: styles["selectLabel"] ?? "", input: styles["select"] ?? "" }}
      label={t(`review.field.${name}`)}
      value={given[name]}
      error={field(name).fault}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setGiven((before) => ({ ...before, [name]: value }));
      }}
      data={[{ value: "", label: t("review.unsaid") }, ...choices]}
    />
  );
  return (
    <form
      ref={form}
      noValidate
      className={styles["form"]}
      aria-label={t("review.editOf", { name: plainText(technology.label, 80) })}
      onSubmit={submit}
    >
      <h3 className={styles["edited"]}>{plainText(technology.label, 80)}</h3>
      <p className="soft">{t("review.means", { what: plainText(subjectText(technology), 120) })}</p>
      <div className={styles["fields"]}>
        <LineField {...field("owner")} />
        {select(
          "action",
          planActions.map((action) => ({ value: action, label: actions[action] })),
        )}
        <LineField {...field("target")} />
        <LineField {...field("approver")} hint={t("review.approverHint")} />
        <LineField {...field("reviewer")} hint={t("review.reviewerHint")} />
        {select("prompt", [
          { value: "yes", label: t("review.yes") },
          { value: "no", label: t("review.no") },
        ])}
      </div>
      <div className={styles["fields"]}>
        <TextField {...field("text")} />
        <TextField {...field("note")} />
      </div>
      {failure !== null && (
        <p role="alert" className={styles["line"]}>
          <StatusShape status="error" />
          <span>{t("decide.refused", { why: sayFailure(failure, language) })}</span>
        </p>
      )}
      <div className={styles["formFoot"]}>
        <span className={styles["file"]}>
          {t("decide.writes")}{" "}
          <bdi className="mono" dir="ltr">
            {plainText(file, 1000)}
          </bdi>
        </span>
        <Button onClick={onClose}>{t("report.cancel")}</Button>
        <Button type="submit" variant="filled" loading={isBusy}>
          {t("review.save")}
        </Button>
      </div>
    </form>
  );
}

/** What the entry is about: it may stand for more than this row. */
function subjectText(technology: ReviewedTechnology): string {
  const { product, cycle, name, version } = subjectOf(technology);
  return [product ?? name, cycle ?? version].filter((part) => part !== undefined).join(" ");
}
