// What an image is: names, digests with their kind, platform, age, size, use.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { OutputOf } from "../../../shared/ipc/contract.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { sayBytes, sayInstant } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Digest } from "../../parts/digest.tsx";
import { HardenedBadge } from "../../parts/hardened-badge.tsx";
import { Icon } from "../../parts/icon.tsx";
import { nameOf } from "../../parts/image-name.ts";
import { ImageText } from "../../parts/image-text.tsx";
import { useExportReport } from "../../parts/report-dialog.tsx";
import { StatusCounts } from "../../parts/status-counts.tsx";
import { routes } from "../../routes.ts";
import type { ImageLine } from "../images/image-line.ts";
import styles from "./image-screen.module.css";

export interface ImageHeaderProps {
  readonly line: ImageLine;
  readonly kept: OutputOf<"audit.get">;
  readonly isRunning: boolean;
  readonly onAudit: () => void;
}

export function ImageHeader({ line, kept, isRunning, onAudit }: ImageHeaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const exportReport = useExportReport();
  const { listed } = line;
  const audit = kept?.audit ?? null;
  const created = audit?.image.created ?? listed.created;
  const [manifest] = listed.repoDigests;
  return (
    <header className={styles["header"]}>
      <div className={styles["titleLine"]}>
        <Link href={routes.images} className={styles["back"]} aria-label={t("image.back")}>
          <Icon name="left" />
        </Link>
        <h1 className={styles["title"]} title={plainText(nameOf(listed))}>
          <bdi dir="ltr">{plainText(nameOf(listed), 240)}</bdi>
        </h1>
        <CopyButton text={listed.references[0] ?? listed.id} name={t("image.name")} />
        <span className={styles["space"]} />
        <Button disabled={isRunning} onClick={onAudit}>
          {t(audit === null ? "image.audit" : "image.auditAgain")}
        </Button>
        <Button
          variant="filled"
          leftSection={<Icon name="report" />}
          disabled={kept === null || isRunning}
          title={t("image.exportTitle")}
          onClick={() => kept !== null && exportReport(kept.run)}
        >
          {t("action.exportReport")}
        </Button>
      </div>
      <dl className={styles["facts"]}>
        {audit !== null && (
          <Fact name={t("images.column.controls")}>
            <StatusCounts counts={audit.summary.byStatus} packed />
            {audit.summary.waived > 0 && (
              <span className="soft"> {t("image.waived", { count: audit.summary.waived })}</span>
            )}
          </Fact>
        )}
        {audit !== null && (
          <Fact name={t("image.system")}>
            <ImageText text={audit.facts.os?.prettyName ?? audit.facts.os?.id ?? t("images.noSystem")} />
          </Fact>
        )}
        {audit !== null && (
          <Fact name={t("images.column.hardened")}>
            <HardenedBadge state={audit.hardened.state} />
          </Fact>
        )}
        <Fact name={t("image.platform")}>
          {plainText(audit?.image.platform ?? listed.platform ?? t("image.notRead"), 40)}
        </Fact>
        <Fact name={t("image.created")}>
          {created === null ? t("image.notRecorded") : plainText(sayInstant(created), 40)}
        </Fact>
        <Fact name={t("images.column.size")}>
          {sayBytes(listed.size, language)}
          {audit !== null && `, ${t("image.layerCount", { count: audit.image.layers.length })}`}
        </Fact>
        <Fact name={t("images.column.used")}>{t("images.used", listed.usedBy)}</Fact>
      </dl>
      <dl className={styles["ids"]}>
        <Fact name={t("image.id")}>
          <Digest digest={audit?.image.id ?? listed.id} kind={audit?.image.idKind ?? listed.idKind} />
        </Fact>
        {manifest !== undefined && (
          <Fact name={t("image.repoDigest")}>
            <Digest digest={manifest.slice(manifest.indexOf("@") + 1)} />
          </Fact>
        )}
        {line.last !== null && <Fact name={t("image.auditedOn")}>{line.last.on}</Fact>}
        {listed.references.length > 1 && (
          <Fact name={t("image.otherNames")}>
            <ImageText text={listed.references.slice(1).join(", ")} />
          </Fact>
        )}
      </dl>
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
