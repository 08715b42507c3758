// The outcome of the last audit of this window, until it is closed: what was done, and what was not.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { auditImages } from "../../actions/audit-actions.ts";
import { useActions } from "../../actions/use-actions.tsx";
import type { AuditState } from "../../bridge/audit-state.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Band } from "../../parts/band.tsx";

export function RunBand({ audit }: { readonly audit: AuditState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run: act } = useActions();
  const [closed, setClosed] = useState<unknown>(null);
  const outcome = audit.run ?? audit.failure;
  if (outcome === null || closed === outcome) return null;
  const onClose = () => setClosed(outcome);
  if (audit.failure !== null) {
    if (audit.failure.kind === "cancelled") {
      return <Band onClose={onClose}>{t("run.cancelled", { audited: audit.audited, total: audit.total })}</Band>;
    }
    return (
      <Band
        alert
        shape="error"
        onClose={onClose}
        actions={<Button onClick={() => act(auditImages)}>{t("run.again")}</Button>}
      >
        {t("run.failed", { why: sayFailure(audit.failure, language) })}
      </Band>
    );
  }
  if (audit.run === null) return null;
  const { audited, failed } = audit.run;
  return (
    <Band {...(failed > 0 ? { shape: "error" as const } : {})} onClose={onClose}>
      {failed > 0 ? t("run.partial", { audited, count: failed }) : t("run.done", { count: audited })}
    </Band>
  );
}
