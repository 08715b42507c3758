// A digest: its two ends, which kind it is, and a button that copies the whole.
import { useTranslation } from "react-i18next";
import type { IdKind } from "../../shared/model/digest.ts";
import { plainText } from "../../shared/plain-text.ts";
import { shortDigest } from "../i18n/format.ts";
import { CopyButton } from "./copy-button.tsx";
import styles from "./digest.module.css";

export function Digest({ digest, kind }: { readonly digest: string; readonly kind?: IdKind | undefined }) {
  const { t } = useTranslation();
  return (
    <span className={styles["digest"]}>
      <span className="mono" title={plainText(digest)}>
        {plainText(shortDigest(digest), 80)}
      </span>
      {kind !== undefined && <span className="soft">{t(`digest.${kind}`)}</span>}
      <CopyButton text={digest} name={t("digest.name")} />
    </span>
  );
}
