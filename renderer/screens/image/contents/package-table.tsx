// Packages of an image, searchable by name, version and type.
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Facts, Package } from "../../../../shared/model/facts.ts";
import { type DataColumn, DataTable } from "../../../parts/data-table.tsx";
import { ImageText } from "../../../parts/image-text.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import styles from "./contents.module.css";
import { GapNote } from "./gap-note.tsx";

export function PackageTable({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const shown = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return facts.packages.filter(({ type, name, version, source }) => {
      const text = `${type} ${name} ${version} ${source?.name ?? ""}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [facts.packages, search]);
  const columns: readonly DataColumn<Package>[] = [
    {
      key: "name",
      title: t("packages.name"),
      width: "minmax(160px, 2fr)",
      cell: ({ name }) => <ImageText text={name} />,
      sortBy: ({ name }) => name,
    },
    {
      key: "version",
      title: t("packages.version"),
      width: "minmax(140px, 1.5fr)",
      cell: ({ version }) => <ImageText text={version} />,
      sortBy: ({ version }) => version,
    },
    { key: "type", title: t("packages.type"), width: "56px", cell: ({ type }) => type, sortBy: ({ type }) => type },
    {
      key: "arch",
      title: t("packages.arch"),
      width: "72px",
      cell: ({ arch }) => <ImageText text={arch} />,
      sortBy: ({ arch }) => arch,
    },
    {
      key: "source",
      title: t("packages.source"),
      width: "minmax(100px, 1fr)",
      cell: ({ source }) => (source === undefined ? null : <ImageText text={source.name} />),
      sortBy: ({ source }) => source?.name ?? "",
    },
    {
      key: "layer",
      title: t("evidence.layer"),
      width: "64px",
      cell: ({ layer }) => layer,
      sortBy: ({ layer }) => layer,
      isNumber: true,
    },
  ];
  return (
    <>
      <GapNote facts={facts} fact="packages" />
      <div className={styles["tools"]}>
        <SearchField label={t("packages.search")} value={search} onChange={setSearch} />
        <span className="soft" role="status">
          {t("packages.count", { count: shown.length })}
        </span>
      </div>
      <DataTable
        label={t("contents.packages")}
        columns={columns}
        rows={shown}
        rowKey={(one, index) => `${one.type} ${one.name} ${one.version} ${one.path} ${index}`}
      />
    </>
  );
}
