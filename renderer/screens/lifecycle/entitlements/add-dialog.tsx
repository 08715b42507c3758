// Writes down extended support that was bought. Products are suggested by the names of the lifecycle data; a name that it does
// not know is refused by the main process, with the nearest ones.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDay } from "../../../../shared/calendar-day.ts";
import type { EntitlementChoices, EntitlementList, NewEntitlement } from "../../../../shared/ipc/entitlements.ts";
import { useEntitlementChange, useEntitlementChoices } from "../../../bridge/use-entitlements.ts";
import { DecisionForm, DecisionModal } from "../../../parts/decisions/decision-dialog.tsx";
import dialog from "../../../parts/decisions/decisions.module.css";
import { LineField, TextField } from "../../../parts/decisions/fields.tsx";
import styles from "./entitlements.module.css";
import { SuggestField } from "./suggest-field.tsx";

export interface AddDialogProps {
  readonly isOpen: boolean;
  /** null while the file is not read; then nothing is asked. */
  readonly list: EntitlementList | null;
  readonly onClose: () => void;
}

export function AddDialog({ isOpen, list, onClose }: AddDialogProps) {
  const { t } = useTranslation();
  return (
    <DecisionModal title={t("entitlements.addTitle")} isOpen={isOpen} onClose={onClose}>
      {list !== null && <AddForm list={list} onClose={onClose} />}
    </DecisionModal>
  );
}

const nothing = {
  provider: "",
  programme: "",
  product: "",
  cycle: "",
  image: "",
  contract: "",
  from: "",
  until: "",
  note: "",
};

function AddForm({ list, onClose }: { readonly list: EntitlementList; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { change, isBusy, failure } = useEntitlementChange("entitlements.add");
  const choices = useEntitlementChoices();
  const [given, setGiven] = useState({ ...nothing, by: list.operator });
  const [isTried, setTried] = useState(false);
  const scopeId = useId();
  const faults = faultsOf(given);
  const field = (name: keyof typeof given) => ({
    label: t(`entitlements.field.${name}`),
    value: given[name],
    onChange: (value: string) => setGiven((before) => ({ ...before, [name]: value })),
    isTried,
  });
  const fault = (name: keyof typeof faults) => {
    const key = isTried ? faults[name] : undefined;
    return key === undefined ? {} : { fault: t(`entitlements.fault.${key}`) };
  };
  const submit = () => {
    setTried(true);
    const entry = entryOf(given);
    if (entry !== null) change(entry, onClose);
  };
  return (
    <DecisionForm
      submit={t("entitlements.add")}
      onSubmit={submit}
      onClose={onClose}
      isBusy={isBusy}
      failure={failure}
      file={list.file}
    >
      <p>{t("entitlements.addText")}</p>
      <div className={dialog["pair"]}>
        <SuggestField {...field("provider")} suggestions={sellers(choices)} takesFocus />
        <SuggestField
          {...field("programme")}
          suggestions={programmes(choices, given.provider)}
          hint={t("entitlements.hint.programme")}
          isOptional
        />
      </div>
      <fieldset className={dialog["field"]} aria-describedby={scopeId}>
        <legend>{t("entitlements.scope")}</legend>
        <div className={styles["scopeFields"]}>
          <p id={scopeId} className="soft">
            {t("entitlements.hint.scope")}
          </p>
          <div className={dialog["pair"]}>
            <SuggestField
              {...field("product")}
              {...fault("product")}
              suggestions={products(choices)}
              hint={t("entitlements.hint.product")}
              isOptional
            />
            <SuggestField
              {...field("cycle")}
              {...fault("cycle")}
              suggestions={cycles(choices, given.product)}
              hint={t("entitlements.hint.cycle")}
              isOptional
            />
          </div>
          <LineField {...field("image")} hint={t("entitlements.hint.image")} isOptional />
        </div>
      </fieldset>
      <LineField {...field("contract")} />
      <div className={dialog["pair"]}>
        <LineField {...field("from")} {...fault("from")} hint={t("entitlements.hint.from")} isOptional />
        <LineField {...field("until")} {...fault("until")} hint={t("entitlements.hint.until")} />
      </div>
      <LineField {...field("by")} />
      <TextField {...field("note")} isOptional />
    </DecisionForm>
  );
}

type Given = Readonly<Record<keyof typeof nothing | "by", string>>;

type Fault = "scope" | "cycle" | "day" | "order";

/** What is wrong with a field besides being empty, as the key of its sentence. */
function faultsOf({
  product,
  cycle,
  image,
  from,
  until,
}: Given): Partial<Record<"product" | "cycle" | "from" | "until", Fault>> {
  const [first, last] = [parseDay(from.trim()), parseDay(until.trim())];
  return {
    ...(product.trim() === "" && image.trim() === "" ? { product: "scope" } : {}),
    ...(cycle.trim() !== "" && product.trim() === "" ? { cycle: "cycle" } : {}),
    ...(from.trim() !== "" && first === null ? { from: "day" } : {}),
    ...(until.trim() !== "" && last === null ? { until: "day" } : {}),
    ...(first !== null && last !== null && last < first ? { until: "order" } : {}),
  };
}

/** The entry that the fields say; null where something is missing or wrong. */
function entryOf(given: Given): NewEntitlement | null {
  const text = (name: keyof Given) => given[name].trim();
  const until = parseDay(text("until"));
  const from = text("from") === "" ? undefined : (parseDay(text("from")) ?? undefined);
  const isWhole = text("provider") !== "" && text("contract") !== "" && text("by") !== "";
  if (until === null || !isWhole || Object.keys(faultsOf(given)).length > 0) return null;
  const optional = (name: "product" | "cycle" | "image" | "programme" | "note") =>
    text(name) === "" ? {} : { [name]: text(name) };
  return {
    provider: text("provider"),
    ...optional("programme"),
    scope: { ...optional("product"), ...optional("cycle"), ...optional("image") },
    contract: text("contract"),
    ...(from === undefined ? {} : { from }),
    until,
    by: text("by"),
    ...optional("note"),
  };
}

function sellers(choices: EntitlementChoices | null) {
  return (choices?.sellers ?? []).map(({ provider }) => ({ value: provider }));
}

function programmes(choices: EntitlementChoices | null, provider: string) {
  const named = provider.trim().toLowerCase();
  const seller = choices?.sellers.find((one) => one.provider.toLowerCase() === named);
  return (seller?.programmes ?? []).map((value) => ({ value }));
}

function products(choices: EntitlementChoices | null) {
  return (choices?.products ?? []).map(({ id, label }) => ({ value: id, label }));
}

function cycles(choices: EntitlementChoices | null, product: string) {
  const named = product.trim().toLowerCase();
  const found = choices?.products.find(({ id, label }) => id === named || label.toLowerCase() === named);
  return (found?.cycles ?? []).map((value) => ({ value }));
}
