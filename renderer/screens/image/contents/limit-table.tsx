// What could not be read, and why. A gap makes the controls that need the fact "not assessed"; a note concerns one place.
import { useTranslation } from "react-i18next";
import type { Limit } from "../../../../shared/model/facts.ts";
import { say } from "../../../../shared/wording/say.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { type DataColumn, DataTable } from "../../../parts/data-table.tsx";
import { ImageText } from "../../../parts/image-text.tsx";
import styles from "./contents.module.css";

export function LimitTable({ limits }: { readonly limits: readonly Limit[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: readonly DataColumn<Limit>[] = [
    {
      key: "fact",
      title: t("limits.fact"),
      width: "140px",
      cell: ({ fact }) => t(`limits.is.${fact}`),
      sortBy: ({ fact }) => fact,
    },
    {
      key: "weight",
      title: t("limits.weight"),
      width: "120px",
      cell: ({ weight }) => t(`limits.weighs.${weight}`),
      sortBy: ({ weight }) => weight,
    },
    {
      key: "where",
      title: t("evidence.where"),
      width: "minmax(160px, 1fr)",
      cell: ({ where }) => <ImageText text={where} mono />,
    },
    {
      key: "why",
      title: t("limits.why"),
      width: "minmax(200px, 2fr)",
      cell: ({ phrase, reason }) => <ImageText text={phrase === undefined ? reason : say(phrase, language)} />,
    },
  ];
  if (limits.length === 0) return <p className={styles["note"]}>{t("limits.none")}</p>;
  return (
    <DataTable
      label={t("contents.limits")}
      columns={columns}
      rows={limits}
      rowKey={({ fact, where }, index) => `${fact} ${where} ${index}`}
    />
  );
}
