// Says that an entry no longer holds. It stays in the file, with who said so and why.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntitlementList } from "../../../../shared/ipc/entitlements.ts";
import type { Entitlement } from "../../../../shared/model/entitlement.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { entitledText, sellerText } from "../../../../shared/wording/entitlements.ts";
import { useEntitlementChange } from "../../../bridge/use-entitlements.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DecisionForm, DecisionModal } from "../../../parts/decisions/decision-dialog.tsx";
import dialog from "../../../parts/decisions/decisions.module.css";
import { LineField, TextField } from "../../../parts/decisions/fields.tsx";

export interface RemoveDialogProps {
  /** null = closed. */
  readonly entitlement: Entitlement | null;
  readonly list: EntitlementList | null;
  readonly onClose: () => void;
}

export function RemoveDialog({ entitlement, list, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  return (
    <DecisionModal title={t("entitlements.removeTitle")} isOpen={entitlement !== null} onClose={onClose}>
      {entitlement !== null && list !== null && <RemoveForm entitlement={entitlement} list={list} onClose={onClose} />}
    </DecisionModal>
  );
}

interface FormProps {
  readonly entitlement: Entitlement;
  readonly list: EntitlementList;
  readonly onClose: () => void;
}

function RemoveForm({ entitlement, list, onClose }: FormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change, isBusy, failure } = useEntitlementChange("entitlements.remove");
  const [by, setBy] = useState(list.operator);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const { id, contract, until } = entitlement;
  const submit = () => {
    setTried(true);
    if (by.trim() === "") return;
    change({ id, by: by.trim(), ...(reason.trim() === "" ? {} : { reason: reason.trim() }) }, onClose);
  };
  return (
    <DecisionForm
      submit={t("entitlements.remove")}
      onSubmit={submit}
      onClose={onClose}
      isBusy={isBusy}
      failure={failure}
      file={list.file}
    >
      <p className={dialog["what"]}>
        <span>{sellerText(entitlement)}</span>
        <span className="soft">{entitledText(entitlement, language)}</span>
        <span>{plainText(contract, 200)}</span>
        <span className="soft">{t("entitlements.untilDay", { day: until })}</span>
      </p>
      <p>{t("entitlements.removeText")}</p>
      <LineField label={t("entitlements.removedBy")} value={by} onChange={setBy} isTried={isTried} takesFocus />
      <TextField label={t("entitlements.reason")} value={reason} onChange={setReason} isOptional />
    </DecisionForm>
  );
}
