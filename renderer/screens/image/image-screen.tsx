// One image: its header, and five ways of looking at it. The part in view stands in the address.
import { Button, Tabs } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../shared/ipc/contract.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { useAppInfo } from "../../bridge/use-app-info.ts";
import { useAudit } from "../../bridge/use-audit.tsx";
import { useImage } from "../../bridge/use-image.ts";
import { useImages } from "../../bridge/use-images.ts";
import { useSource } from "../../bridge/use-source.tsx";
import { navigate, useHashQuery } from "../../hash-location.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { imagePartIn, imageParts, imagePlace, routes } from "../../routes.ts";
import { linesOf } from "../images/image-line.ts";
import { Contents } from "./contents/contents.tsx";
import { ImageHeader } from "./image-header.tsx";
import styles from "./image-screen.module.css";
import { Layers } from "./layers.tsx";
import { Support } from "./support.tsx";
import { Verdicts } from "./verdicts.tsx";

export function ImageScreen({ imageKey }: { readonly imageKey: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const images = useImages();
  const { source } = useSource();
  const { state: audit, isRunning, start } = useAudit();
  const row = images.table?.images.find(({ listed }) => listed.key === imageKey);
  const [line] = row === undefined ? [] : linesOf([row], audit, source);
  const image = useImage(row === undefined ? null : row.listed.id);

  if (row === undefined || line === undefined) {
    if (images.isLoading) return <NoticePanel title={t("images.loading")}>{t("images.loadingText")}</NoticePanel>;
    return (
      <NoticePanel
        alert
        title={t("image.missing")}
        actions={<Button onClick={() => navigate(routes.images)}>{t("image.back")}</Button>}
      >
        {images.failure === null ? t("image.missingText") : sayFailure(images.failure, language)}
      </NoticePanel>
    );
  }
  const auditThis = (
    <Button variant="filled" disabled={isRunning} onClick={() => start([imageKey])}>
      {t("image.audit")}
    </Button>
  );
  const body = () => {
    if (image.failure !== null) {
      return (
        <NoticePanel
          alert
          title={t("image.unreadable")}
          actions={<Button onClick={image.retry}>{t("images.tryAgain")}</Button>}
        >
          {sayFailure(image.failure, language)}
        </NoticePanel>
      );
    }
    if (image.kept !== null) return <Parts imageKey={imageKey} kept={image.kept} />;
    if (line.progress?.kind === "failed") {
      return (
        <NoticePanel alert title={t("image.unreadable")} actions={auditThis}>
          {sayFailure(line.progress.failure, language)}
        </NoticePanel>
      );
    }
    if (isRunning && line.progress !== null) {
      return <NoticePanel title={t("image.auditing")}>{t("image.auditingText")}</NoticePanel>;
    }
    if (image.isLoading) return <NoticePanel title={t("image.loading")}>{t("image.loadingText")}</NoticePanel>;
    return (
      <NoticePanel title={t("image.notAudited")} actions={auditThis}>
        {t("image.notAuditedText")}
      </NoticePanel>
    );
  };
  return (
    <div className={styles["screen"]}>
      <ImageHeader line={line} kept={image.kept} onAudit={() => start([imageKey])} isRunning={isRunning} />
      <div className={styles["body"]}>{body()}</div>
    </div>
  );
}

interface PartsProps {
  readonly imageKey: string;
  readonly kept: NonNullable<OutputOf<"audit.get">>;
}

function Parts({ imageKey, kept: { audit } }: PartsProps) {
  const { t } = useTranslation();
  const { today } = useAppInfo();
  const part = imagePartIn(useHashQuery());
  const numbers = {
    verdicts: audit.findings.length,
    layers: audit.image.layers.length,
    support: audit.lifecycle.length,
    contents: audit.facts.packages.length,
  };
  return (
    <Tabs
      value={part}
      onChange={(next) => {
        const known = imageParts.find((one) => one === next);
        if (known !== undefined) navigate(imagePlace(imageKey, known), { replace: true });
      }}
      keepMounted={false}
      classNames={{
        root: styles["tabs"] ?? "",
        list: styles["tabList"] ?? "",
        tab: styles["tab"] ?? "",
        panel: styles["panel"] ?? "",
      }}
    >
      <Tabs.List aria-label={t("image.parts")}>
        {imageParts.map((one) => (
          <Tabs.Tab key={one} value={one} rightSection={<span className="soft">{numbers[one]}</span>}>
            {t(`image.part.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="verdicts">
        <Suspense fallback={null}>
          <Verdicts
            placeOf={(more) => imagePlace(imageKey, "verdicts", more)}
            findings={audit.findings}
            base={audit.image.base}
            subject={{ kind: "image", id: audit.image.id, references: audit.image.references }}
          />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="layers">
        <Layers audit={audit} />
      </Tabs.Panel>
      <Tabs.Panel value="support">
        <Support entries={audit.lifecycle} today={today} />
      </Tabs.Panel>
      <Tabs.Panel value="contents">
        <Contents imageKey={imageKey} facts={audit.facts} />
      </Tabs.Panel>
    </Tabs>
  );
}
