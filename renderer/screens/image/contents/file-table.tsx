// Files that carry more rights than usual: setuid and setgid, writable by everyone, without an owner, and those removed later.
import { useTranslation } from "react-i18next";
import type { Facts, FileFact } from "../../../../shared/model/facts.ts";
import { type DataColumn, DataTable } from "../../../parts/data-table.tsx";
import { ImageText } from "../../../parts/image-text.tsx";
import styles from "./contents.module.css";
import { GapNote } from "./gap-note.tsx";

const kinds = ["setuid", "setgid", "worldWritable", "unowned", "removed"] as const;
type FileRow = FileFact & { readonly kind: (typeof kinds)[number] };

export function FileTable({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const rows: FileRow[] = kinds.flatMap((kind) => facts.files[kind].map((file) => ({ ...file, kind })));
  const columns: readonly DataColumn<FileRow>[] = [
    {
      key: "path",
      title: t("files.path"),
      width: "minmax(200px, 3fr)",
      cell: ({ path }) => <ImageText text={path} mono />,
      sortBy: ({ path }) => path,
    },
    {
      key: "kind",
      title: t("files.kind"),
      width: "minmax(120px, 1fr)",
      cell: ({ kind }) => t(`files.is.${kind}`),
      sortBy: ({ kind }) => kinds.indexOf(kind),
    },
    {
      key: "mode",
      title: t("files.mode"),
      width: "56px",
      cell: ({ mode }) => <span className="mono">{mode}</span>,
      sortBy: ({ mode }) => mode,
    },
    {
      key: "owner",
      title: "uid:gid",
      width: "96px",
      cell: ({ uid, gid }) => `${uid}:${gid}`,
      sortBy: ({ uid }) => uid,
    },
    {
      key: "layer",
      title: t("evidence.layer"),
      width: "64px",
      cell: ({ layer }) => layer,
      sortBy: ({ layer }) => layer,
      isNumber: true,
    },
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
      <GapNote facts={facts} fact="files" />
      <p className={styles["note"]}>{t("files.count", { count: facts.files.count })}</p>
      {rows.length > 0 && (
        <DataTable
          label={t("contents.files")}
          columns={columns}
          rows={rows}
          rowKey={({ kind, path, layer }) => `${kind} ${path} ${layer}`}
        />
      )}
    </>
  );
}
