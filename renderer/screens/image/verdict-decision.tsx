// What a person can do about a verdict: ask that a failure be lived with for a while, or answer what only a person can.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Finding } from "../../../shared/model/finding.ts";
import { AnswerDialog } from "../../parts/decisions/answer-dialog.tsx";
import { type DecisionSubject, subjectChoices } from "../../parts/decisions/decision-subject.ts";
import { WaiverDialog } from "../../parts/decisions/waiver-dialog.tsx";
import { routes } from "../../routes.ts";
import styles from "./verdicts.module.css";

export interface VerdictDecisionProps {
  readonly finding: Finding;
  readonly title: string;
  /** Why the verdict is as it is, in the window's language. */
  readonly reason: string | undefined;
  readonly subject: DecisionSubject;
}

/** Nothing, where there is nothing to decide: what passed, was not read, or is waived as a whole. */
export function VerdictDecision({ finding, title, reason, subject }: VerdictDecisionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const kind = decisionFor(finding);
  if (kind === null || subjectChoices(subject).length === 0) return null;
  const dialog = {
    finding,
    title,
    subject,
    isOpen,
    onClose: () => setOpen(false),
    onSaved: () => {
      setOpen(false);
      setSaved(true);
    },
  };
  return (
    <div className={styles["decision"]}>
      <Button onClick={() => setOpen(true)}>{t(`verdict.${kind}`)}</Button>
      <p role="status">
        {isSaved && (
          <>
            {t(`verdict.saved.${kind}`)} <Link href={routes.waivers}>{t("verdict.toWaivers")}</Link>
          </>
        )}
      </p>
      {kind === "askWaiver" ? <WaiverDialog {...dialog} /> : <AnswerDialog {...dialog} question={reason} />}
    </div>
  );
}

function decisionFor({ status, waiver }: Finding): "askWaiver" | "giveAnswer" | null {
  if (status === "manual") return "giveAnswer";
  return status === "fail" && waiver?.covers !== "all" ? "askWaiver" : null;
}
