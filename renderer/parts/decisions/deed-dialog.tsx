// What is done to a waiver or an answer that exists: agree, ask for more time, take back. By whom is asked each time.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/calendar-day.ts";
import type { WaiverList } from "../../../shared/ipc/decisions.ts";
import type { ManualAnswer } from "../../../shared/model/answer.ts";
import type { Waiver } from "../../../shared/model/waiver.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { isSamePerson } from "../../../shared/same-person.ts";
import { useDecisionChange } from "../../bridge/use-decisions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DecisionForm, DecisionModal } from "./decision-dialog.tsx";
import styles from "./decisions.module.css";
import { DayField, dayWithin, LineField, TextField } from "./fields.tsx";
import { shortScope } from "./short-scope.ts";

export type Deed =
  | { readonly kind: "approve" | "renew" | "revoke"; readonly waiver: Waiver }
  | { readonly kind: "withdraw"; readonly answer: ManualAnswer };

/** What the dialog must know of the file that it changes. */
export type DeedFile = Pick<WaiverList, "file" | "on" | "operator" | "maximumDays">;

export interface DeedDialogProps {
  /** null = closed. */
  readonly deed: Deed | null;
  /** null while it is not known; then nothing is asked. */
  readonly file: DeedFile | null;
  readonly onClose: () => void;
}

export function DeedDialog({ deed, file, onClose }: DeedDialogProps) {
  const { t } = useTranslation();
  return (
    <DecisionModal title={deed === null ? "" : t(`deed.title.${deed.kind}`)} isOpen={deed !== null} onClose={onClose}>
      {deed !== null && file !== null && <DeedForm deed={deed} file={file} onClose={onClose} />}
    </DecisionModal>
  );
}

interface FormProps {
  readonly deed: Deed;
  readonly file: DeedFile;
  readonly onClose: () => void;
}

const channels = {
  approve: "waivers.approve",
  renew: "waivers.renew",
  revoke: "waivers.revoke",
  withdraw: "answers.revoke",
} as const;

function DeedForm({ deed, file, onClose }: FormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind } = deed;
  const { change, isBusy, failure } = useDecisionChange(channels[kind]);
  const { id, control, said, scope, requester, until: lastDay } = aboutOf(deed);
  const isOwn = kind === "approve" && isSamePerson(requester, file.operator);
  // Who asked cannot agree, so their name is not proposed.
  const [by, setBy] = useState(isOwn ? "" : file.operator);
  const last = addDays(file.on, file.maximumDays);
  const [until, setUntil] = useState<string>(last);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const isSame = kind === "approve" && by.trim() !== "" && isSamePerson(requester, by);
  const submit = () => {
    setTried(true);
    const day = dayWithin(until, file.on, last);
    if (by.trim() === "" || isSame || (kind === "renew" && day === null)) return;
    const doer = { id, by: by.trim() };
    const input =
      kind === "approve"
        ? doer
        : kind === "renew" && day !== null
          ? { ...doer, until: day }
          : { ...doer, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
    change(input, onClose);
  };
  return (
    <DecisionForm
      submit={t(`deed.${kind}`)}
      onSubmit={submit}
      onClose={onClose}
      isBusy={isBusy}
      failure={failure}
      file={file.file}
    >
      <p className={styles["what"]}>
        <span className="mono">{plainText(control, 80)}</span>
        <span className="soft">{shortScope(scope, language)}</span>
        <span>{plainText(said, 1000)}</span>
        <span className="soft">
          {t(kind === "withdraw" ? "waivers.answeredBy" : "waivers.askedBy", { name: plainText(requester, 80) })}
        </span>
        <span className="soft">
          {t("waivers.until")} {lastDay}
        </span>
      </p>
      <p>{t(`deed.means.${kind}`)}</p>
      <LineField
        label={t(`deed.by.${kind}`)}
        value={by}
        onChange={setBy}
        isTried={isTried}
        fault={isSame ? t("deed.samePerson") : null}
        takesFocus
      />
      {kind === "renew" && (
        <DayField
          label={t("decide.until")}
          value={until}
          onChange={setUntil}
          first={file.on}
          last={last}
          isTried={isTried}
        />
      )}
      {(kind === "revoke" || kind === "withdraw") && (
        <TextField label={t("deed.reason")} value={reason} onChange={setReason} isOptional />
      )}
    </DecisionForm>
  );
}

function aboutOf(
  deed: Deed,
): Pick<Waiver, "id" | "control" | "scope" | "requester" | "until"> & { readonly said: string } {
  if (deed.kind !== "withdraw") return { ...deed.waiver, said: deed.waiver.reason };
  const { id, control, subject, by, note, until } = deed.answer;
  return { id, control, scope: subject, requester: by, said: note, until };
}
