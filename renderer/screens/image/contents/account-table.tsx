// Accounts of the image's own passwd and shadow files. Password says its state, never its hash.
import { useTranslation } from "react-i18next";
import type { Account, Facts } from "../../../../shared/model/facts.ts";
import { type DataColumn, DataTable } from "../../../parts/data-table.tsx";
import { ImageText } from "../../../parts/image-text.tsx";
import styles from "./contents.module.css";
import { GapNote } from "./gap-note.tsx";

export function AccountTable({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const columns: readonly DataColumn<Account>[] = [
    {
      key: "name",
      title: t("accounts.name"),
      width: "minmax(120px, 1fr)",
      cell: ({ name }) => <ImageText text={name} />,
      sortBy: ({ name }) => name,
    },
    { key: "uid", title: "uid", width: "72px", cell: ({ uid }) => uid, sortBy: ({ uid }) => uid, isNumber: true },
    { key: "gid", title: "gid", width: "72px", cell: ({ gid }) => gid, sortBy: ({ gid }) => gid, isNumber: true },
    {
      key: "home",
      title: t("accounts.home"),
      width: "minmax(120px, 1fr)",
      cell: ({ home }) => <ImageText text={home} mono />,
    },
    {
      key: "shell",
      title: t("accounts.shell"),
      width: "minmax(120px, 1fr)",
      cell: ({ shell }) => <ImageText text={shell} mono />,
      sortBy: ({ shell }) => shell,
    },
    {
      key: "password",
      title: t("accounts.password"),
      width: "160px",
      cell: ({ password }) => t(`accounts.is.${password}`),
      sortBy: ({ password }) => password,
    },
  ];
  return (
    <>
      <GapNote facts={facts} fact="accounts" />
      {facts.accounts.length === 0 ? (
        <p className={styles["note"]}>{t("accounts.none")}</p>
      ) : (
        <DataTable
          label={t("contents.accounts")}
          columns={columns}
          rows={facts.accounts}
          rowKey={({ name, uid }, index) => `${name} ${uid} ${index}`}
        />
      )}
    </>
  );
}
