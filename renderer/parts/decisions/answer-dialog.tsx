// A person's answer to a control that only a person can decide: what they found, on what, until when.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/calendar-day.ts";
import type { AnswerList } from "../../../shared/ipc/decisions.ts";
import { longestAnswerDays, type ManualAnswer } from "../../../shared/model/answer.ts";
import { defaultMaximumDays } from "../../../shared/model/waiver.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { statusWords } from "../../../shared/wording/status.ts";
import { useAnswers, useDecisionChange } from "../../bridge/use-decisions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusShape } from "../status-shape.tsx";
import { type Attachment, AttachmentField } from "./attachment-field.tsx";
import { DecisionForm, DecisionModal, UnreadFile } from "./decision-dialog.tsx";
import { subjectChoices } from "./decision-subject.ts";
import styles from "./decisions.module.css";
import { DayField, dayWithin, LineField, TextField } from "./fields.tsx";
import { SubjectField } from "./scope-fields.tsx";
import type { VerdictDialogProps } from "./waiver-dialog.tsx";

const answers = ["pass", "fail", "not-applicable"] as const satisfies readonly ManualAnswer["status"][];

export interface AnswerDialogProps extends VerdictDialogProps {
  /** What the verdict says a person must look at, in the window's language. */
  readonly question: string | undefined;
}

export function AnswerDialog({ isOpen, ...props }: AnswerDialogProps & { readonly isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <DecisionModal title={t("decide.answerTitle")} isOpen={isOpen} onClose={props.onClose}>
      <Opened {...props} />
    </DecisionModal>
  );
}

function Opened(props: AnswerDialogProps) {
  const { list, failure, retry } = useAnswers();
  return list === null ? <UnreadFile failure={failure} retry={retry} /> : <AnswerForm list={list} {...props} />;
}

type FormProps = AnswerDialogProps & { readonly list: AnswerList };

function AnswerForm({ list, finding, title, question, subject, onClose, onSaved }: FormProps) {
  const { t } = useTranslation();
  const { change, isBusy, failure } = useDecisionChange("answers.add");
  const choices = subjectChoices(subject);
  const last = addDays(list.on, longestAnswerDays);
  const [chosen, setChosen] = useState(0);
  // None is proposed: the answer is the person's.
  const [status, setStatus] = useState<ManualAnswer["status"] | null>(null);
  const [note, setNote] = useState("");
  const [by, setBy] = useState(list.operator);
  const [until, setUntil] = useState<string>(addDays(list.on, defaultMaximumDays));
  const [attachment, setAttachment] = useState<Attachment | null>(null);
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const day = dayWithin(until, list.on, last);
    const scope = choices[chosen]?.scope;
    if (day === null || scope === undefined || status === null || note.trim() === "" || by.trim() === "") return;
    change(
      {
        control: finding.control,
        subject: scope,
        status,
        by: by.trim(),
        until: day,
        note: note.trim(),
        ...(attachment === null ? {} : { attachment }),
      },
      onSaved,
    );
  };
  return (
    <DecisionForm
      submit={t("decide.giveAnswer")}
      onSubmit={submit}
      onClose={onClose}
      isBusy={isBusy}
      failure={failure}
      file={list.file}
    >
      <p className={styles["what"]}>
        <span className="mono">{plainText(finding.control, 80)}</span>
        <span>{plainText(title, 200)}</span>
        {question !== undefined && <span className="soft">{plainText(question, 1000)}</span>}
      </p>
      <SubjectField choices={choices} chosen={chosen} onChoose={setChosen} />
      <StatusField chosen={status} onChoose={setStatus} isTried={isTried} />
      <TextField
        label={t("decide.note")}
        value={note}
        onChange={setNote}
        isTried={isTried}
        hint={t("decide.noteHint")}
        takesFocus
      />
      <AttachmentField attachment={attachment} onChoose={setAttachment} />
      <div className={styles["pair"]}>
        <LineField label={t("decide.by")} value={by} onChange={setBy} isTried={isTried} />
        <DayField
          label={t("decide.until")}
          value={until}
          onChange={setUntil}
          first={list.on}
          last={last}
          isTried={isTried}
        />
      </div>
    </DecisionForm>
  );
}

interface StatusFieldProps {
  readonly chosen: ManualAnswer["status"] | null;
  readonly onChoose: (status: ManualAnswer["status"]) => void;
  readonly isTried: boolean;
}

function StatusField({ chosen, onChoose, isTried }: StatusFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const group = useId();
  const errorId = useId();
  const isMissing = isTried && chosen === null;
  return (
    <fieldset className={styles["field"]} aria-describedby={isMissing ? errorId : undefined}>
      <legend>{t("decide.verdict")}</legend>
      {answers.map((status) => (
        <label key={status} className={styles["choice"]}>
          <input type="radio" name={group} checked={chosen === status} onChange={() => onChoose(status)} />
          <StatusShape status={status} />
          <span>{statusWords[status][language]}</span>
        </label>
      ))}
      {isMissing && (
        <p id={errorId} className={styles["wrong"]}>
          {t("decide.missing")}
        </p>
      )}
    </fieldset>
  );
}
