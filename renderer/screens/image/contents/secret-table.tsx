// Secrets by place. What they are and how long, never what they say: the facts do not hold the value.
import { useTranslation } from "react-i18next";
import type { Facts, Secret } from "../../../../shared/model/facts.ts";
import { type DataColumn, DataTable } from "../../../parts/data-table.tsx";
import { ImageText } from "../../../parts/image-text.tsx";
import styles from "./contents.module.css";
import { GapNote } from "./gap-note.tsx";

export function SecretTable({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const columns: readonly DataColumn<Secret>[] = [
    {
      key: "where",
      title: t("secrets.where"),
      width: "120px",
      cell: ({ where }) => t(`secrets.in.${where}`),
      sortBy: ({ where }) => where,
    },
    {
      key: "place",
      title: t("secrets.place"),
      width: "minmax(160px, 2fr)",
      cell: ({ path, name }) => <ImageText text={path ?? name ?? ""} mono />,
      sortBy: ({ path, name }) => path ?? name ?? "",
    },
    {
      key: "preview",
      title: t("secrets.preview"),
      width: "minmax(232px, 2fr)",
      cell: ({ preview }) => <ImageText text={preview} />,
    },
    { key: "ground", title: t("secrets.ground"), width: "140px", cell: ({ ground }) => t(`secrets.by.${ground}`) },
    { key: "layer", title: t("evidence.layer"), width: "64px", cell: ({ layer }) => layer ?? "–", isNumber: true },
    {
      key: "removed",
      title: t("files.removedIn"),
      width: "96px",
      cell: ({ removedInLayer }) => removedInLayer ?? "–",
      isNumber: true,
    },
  ];
  return (
    <>
      <GapNote facts={facts} fact="secrets" />
      {facts.secrets.length === 0 ? (
        <p className={styles["note"]}>{t("secrets.none")}</p>
      ) : (
        <>
          <p className={styles["note"]}>{t("secrets.masked")}</p>
          <DataTable
            label={t("contents.secrets")}
            columns={columns}
            rows={facts.secrets}
            rowKey={({ where, path, name, layer }, index) =>
              `${where} ${path ?? ""} ${name ?? ""} ${layer ?? ""} ${index}`
            }
          />
        </>
      )}
    </>
  );
}
