// What a person looked at, as a file of theirs: its name and the digest of its bytes are written down, nothing else.
import { Button, FileButton } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ManualAnswer } from "../../../shared/model/answer.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { Icon } from "../icon.tsx";
import styles from "./decisions.module.css";
import { fileDigest } from "./file-digest.ts";

export type Attachment = NonNullable<ManualAnswer["attachment"]>;

export interface AttachmentFieldProps {
  readonly attachment: Attachment | null;
  readonly onChoose: (attachment: Attachment | null) => void;
}

export function AttachmentField({ attachment, onChoose }: AttachmentFieldProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<"idle" | "reading" | "too-large" | "unreadable">("idle");
  const reset = useRef<() => void>(null);
  const choose = async (file: File | null) => {
    if (file === null) return;
    onChoose(null);
    setState("reading");
    try {
      const sha256 = await fileDigest(file);
      setState(sha256 === null ? "too-large" : "idle");
      if (sha256 !== null) onChoose({ name: file.name.slice(0, 500), sha256 });
    } catch {
      // Why is not told to a page: it was moved, or may not be read.
      setState("unreadable");
    }
  };
  const remove = () => {
    reset.current?.();
    onChoose(null);
  };
  return (
    <div>
      <div className={styles["label"]}>{t("decide.attachment")}</div>
      <div className={styles["attachment"]}>
        <FileButton resetRef={reset} onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} leftSection={<Icon name="folder" />} loading={state === "reading"}>
              {t("decide.chooseFile")}
            </Button>
          )}
        </FileButton>
        {attachment === null ? (
          <span className="soft">{t("decide.notUploaded")}</span>
        ) : (
          <>
            <bdi dir="ltr">{plainText(attachment.name, 120)}</bdi>
            <Button onClick={remove}>{t("decide.removeFile")}</Button>
            <span className={`${styles["digest"]} soft`}>
              SHA-256 <span className="mono">{attachment.sha256}</span>
            </span>
          </>
        )}
      </div>
      {(state === "too-large" || state === "unreadable") && (
        <p role="alert" className={styles["wrong"]}>
          {t(state === "too-large" ? "decide.fileTooLarge" : "decide.fileUnreadable")}
        </p>
      )}
    </div>
  );
}
