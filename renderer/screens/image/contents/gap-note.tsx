// Says that a kind of facts could not be read as a whole, so that an empty table is never taken for "there is none".
import { useTranslation } from "react-i18next";
import type { FactName, Facts } from "../../../../shared/model/facts.ts";
import { plainText } from "../../../../shared/plain-text.ts";
import { say } from "../../../../shared/wording/say.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { Band } from "../../../parts/band.tsx";

export function GapNote({ facts, fact }: { readonly facts: Facts; readonly fact: FactName }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const gaps = facts.limits.filter((limit) => limit.fact === fact && limit.weight === "gap");
  const [first] = gaps;
  if (first === undefined) return null;
  const why = first.phrase === undefined ? plainText(first.reason) : say(first.phrase, language);
  return <Band shape="not-assessed">{t("contents.gap", { why, where: plainText(first.where, 120) })}</Band>;
}
