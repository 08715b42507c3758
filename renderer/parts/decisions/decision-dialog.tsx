// The frame of every dialog about waivers and answers: fields, what was refused and why, and two buttons. Each writes to a
// file, so nothing happens before the button that says so.
import { Button, Modal } from "@mantine/core";
import { type FormEvent, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../../shared/model/failure.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { StatusShape } from "../status-shape.tsx";
import styles from "./decisions.module.css";

export interface DecisionModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The window of it; what stands inside is made anew with each opening. */
export function DecisionModal({ title, isOpen, onClose, children }: DecisionModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={600}
      closeButtonProps={{ "aria-label": t("report.close") }}
    >
      {children}
    </Modal>
  );
}

export interface DecisionFormProps {
  /** What the button says that writes. */
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** The file that is written. */
  readonly file: string;
  readonly children: ReactNode;
}

export function DecisionForm({ submit, onSubmit, onClose, isBusy, failure, file, children }: DecisionFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const fileId = useId();
  return (
    <form
      noValidate
      className={styles["form"]}
      aria-describedby={fileId}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // A dialog stands inside a verdict in React's tree, and a form's event rises through it.
        event.stopPropagation();
        onSubmit();
      }}
    >
      {children}
      <p id={fileId} className={styles["file"]}>
        {t("decide.writes")}{" "}
        <bdi className="mono" dir="ltr">
          {file}
        </bdi>
      </p>
      {failure !== null && (
        <p role="alert" className={styles["refused"]}>
          <StatusShape status="error" />
          <span>{t("decide.refused", { why: sayFailure(failure, language) })}</span>
        </p>
      )}
      <div className={styles["actions"]}>
        <Button onClick={onClose}>{t("report.cancel")}</Button>
        <Button type="submit" variant="filled" loading={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

/** While a file of decisions is read, and where it cannot be: then nothing may be added to it either. */
export function UnreadFile({ failure, retry }: { readonly failure: Failure | null; readonly retry: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (failure === null) return <p role="status">{t("decide.reading")}</p>;
  return (
    <div role="alert" className={styles["form"]}>
      <p className={styles["refused"]}>
        <StatusShape status="error" />
        <span>{t("decide.broken", { why: sayFailure(failure, language) })}</span>
      </p>
      <div className={styles["actions"]}>
        <Button onClick={retry}>{t("report.retry")}</Button>
      </div>
    </div>
  );
}
