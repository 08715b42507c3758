// Asks for a waiver of a failure that is in view. It holds once another person has agreed, with the next audit.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/calendar-day.ts";
import type { WaiverList } from "../../../shared/ipc/decisions.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { useDecisionChange, useWaivers } from "../../bridge/use-decisions.ts";
import { DecisionForm, DecisionModal, UnreadFile } from "./decision-dialog.tsx";
import { type DecisionSubject, placeScope, placesOf, subjectChoices } from "./decision-subject.ts";
import styles from "./decisions.module.css";
import { DayField, dayWithin, LineField, TextField } from "./fields.tsx";
import { PlacesField, SubjectField } from "./scope-fields.tsx";

export interface VerdictDialogProps {
  readonly finding: Pick<Finding, "control" | "evidence">;
  /** The control's title in the window's language. */
  readonly title: string;
  readonly subject: DecisionSubject;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function WaiverDialog({ isOpen, ...props }: VerdictDialogProps & { readonly isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <DecisionModal title={t("decide.waiverTitle")} isOpen={isOpen} onClose={props.onClose}>
      <Opened {...props} />
    </DecisionModal>
  );
}

function Opened(props: VerdictDialogProps) {
  const { list, failure, retry } = useWaivers();
  return list === null ? <UnreadFile failure={failure} retry={retry} /> : <WaiverForm list={list} {...props} />;
}

function WaiverForm({ list, finding, title, subject, onClose, onSaved }: VerdictDialogProps & { list: WaiverList }) {
  const { t } = useTranslation();
  const { change, isBusy, failure } = useDecisionChange("waivers.add");
  const choices = subjectChoices(subject);
  const last = addDays(list.on, list.maximumDays);
  const [chosen, setChosen] = useState(0);
  const [places, setPlaces] = useState<readonly string[] | null>(null);
  const [reason, setReason] = useState("");
  const [requester, setRequester] = useState(list.operator);
  const [until, setUntil] = useState<string>(last);
  const [ticket, setTicket] = useState("");
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const day = dayWithin(until, list.on, last);
    const scope = choices[chosen]?.scope;
    const isWhole = reason.trim() !== "" && requester.trim() !== "" && places?.length !== 0;
    if (day === null || scope === undefined || !isWhole) return;
    const { control } = finding;
    change(
      {
        control,
        scope: { ...scope, ...(places === null ? {} : placeScope(places)) },
        reason: reason.trim(),
        requester: requester.trim(),
        until: day,
        ...(ticket.trim() === "" ? {} : { ticket: ticket.trim() }),
      },
      onSaved,
    );
  };
  return (
    <DecisionForm
      submit={t("decide.ask")}
      onSubmit={submit}
      onClose={onClose}
      isBusy={isBusy}
      failure={failure}
      file={list.file}
    >
      <p className={styles["what"]}>
        <span className="mono">{plainText(finding.control, 80)}</span>
        <span>{plainText(title, 200)}</span>
      </p>
      <SubjectField choices={choices} chosen={chosen} onChoose={setChosen} />
      <PlacesField places={placesOf(finding.evidence)} chosen={places} onChoose={setPlaces} isTried={isTried} />
      <TextField label={t("decide.reason")} value={reason} onChange={setReason} isTried={isTried} takesFocus />
      <div className={styles["pair"]}>
        <LineField label={t("decide.requester")} value={requester} onChange={setRequester} isTried={isTried} />
        <LineField label={t("decide.ticket")} value={ticket} onChange={setTicket} isOptional />
      </div>
      <DayField
        label={t("decide.until")}
        value={until}
        onChange={setUntil}
        first={list.on}
        last={last}
        isTried={isTried}
      />
      {list.approver === "required" && <p className="soft">{t("decide.twoPeople")}</p>}
    </DecisionForm>
  );
}
