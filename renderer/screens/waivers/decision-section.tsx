// One of the two files: its heading, where it lies, and what it holds, or why it cannot be used.
import { Button } from "@mantine/core";
import { type ReactNode, Suspense, useId } from "react";
import { useTranslation } from "react-i18next";
import { plainText } from "../../../shared/plain-text.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import type { DecisionList } from "../../bridge/use-decisions.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./waivers-screen.module.css";

export interface DecisionSectionProps<List extends { readonly file: string }> {
  readonly title: string;
  readonly read: DecisionList<List>;
  readonly children: (list: List) => ReactNode;
}

export function DecisionSection<List extends { readonly file: string }>({
  title,
  read: { list, failure, retry },
  children,
}: DecisionSectionProps<List>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles["sectionHead"]}>
        <h2 id={id}>{title}</h2>
        {list !== null && (
          <span className={styles["path"]}>
            <bdi className="mono cut" dir="ltr" title={plainText(list.file, 1000)}>
              {plainText(list.file, 1000)}
            </bdi>
            <CopyButton text={list.file} name={t("waivers.path")} />
          </span>
        )}
      </div>
      {failure !== null && (
        <div role="alert" className={styles["failed"]}>
          <StatusShape status="error" />
          <span>{t("waivers.notReadable", { why: sayFailure(failure, language) })}</span>
          <Button onClick={retry}>{t("report.retry")}</Button>
        </div>
      )}
      {failure === null && list === null && (
        <p role="status" className={styles["nothing"]}>
          {t("decide.reading")}
        </p>
      )}
      {/* Rows wait for the words of controls; without a boundary here the whole window would. */}
      {list !== null && <Suspense fallback={null}>{children(list)}</Suspense>}
    </section>
  );
}
