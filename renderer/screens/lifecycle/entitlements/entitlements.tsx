// Extended support that was bought: each entry of the file with how it stands today, and what can be done to it. A window of
// extended support counts as cover only where an entry says so, or the image itself shows it.
import { Button } from "@mantine/core";
import { Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Entitlement } from "../../../../shared/model/entitlement.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { sayFailure } from "../../../../shared/wording/failure.ts";
import { useEntitlements } from "../../../bridge/use-entitlements.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { StatusShape } from "../../../parts/status-shape.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { EntitlementTable } from "./entitlement-table.tsx";
import styles from "./entitlements.module.css";
import { RemoveDialog } from "./remove-dialog.tsx";

/** The part of the lifecycle screen; it waits for nothing outside of itself. */
export function Entitlements() {
  return (
    <Suspense fallback={null}>
      <EntitlementPart />
    </Suspense>
  );
}

function EntitlementPart() {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const { list, failure, retry } = useEntitlements();
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Entitlement | null>(null);
  const hasEntries = list !== null && list.entitlements.length > 0;
  return (
    <section aria-labelledby={id} className={styles["part"]}>
      <div className={styles["head"]}>
        <h2 id={id}>{t("entitlements.title")}</h2>
        {list !== null && <span className="soft">{t("entitlements.asOf", { day: list.on })}</span>}
        <span className={styles["space"]} />
        {hasEntries && (
          <>
            <span className={styles["path"]}>
              <bdi className="mono cut" dir="ltr" title={plainText(list.file, 1000)}>
                {plainText(list.file, 1000)}
              </bdi>
              <CopyButton text={list.file} name={t("waivers.path")} />
            </span>
            <Button onClick={() => setAdding(true)}>{t("entitlements.add")}</Button>
          </>
        )}
      </div>
      {failure !== null && (
        <div role="alert" className={styles["failed"]}>
          <StatusShape status="error" />
          <span>{t("entitlements.notReadable", { why: sayFailure(failure, language) })}</span>
          <Button onClick={retry}>{t("report.retry")}</Button>
        </div>
      )}
      {failure === null && list === null && (
        <p role="status" className={styles["nothing"]}>
          {t("decide.reading")}
        </p>
      )}
      {list !== null && !hasEntries && (
        <div className={styles["empty"]}>
          <p>{t("entitlements.none")}</p>
          <p className="soft">{t("entitlements.noneWhy")}</p>
          <Button onClick={() => setAdding(true)}>{t("entitlements.add")}</Button>
        </div>
      )}
      {hasEntries && <EntitlementTable list={list} onRemove={setRemoved} />}
      <AddDialog isOpen={isAdding} list={list} onClose={() => setAdding(false)} />
      <RemoveDialog entitlement={removed} list={list} onClose={() => setRemoved(null)} />
    </section>
  );
}
