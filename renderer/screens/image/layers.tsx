// The layers of an image: a strip by size, and a line for each with the step that made it.
import { useTranslation } from "react-i18next";
import type { Audit } from "../../../shared/model/audit.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { layerOwner } from "../../../shared/wording/layer-owner.ts";
import { sayBytes, shortDigest } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { ImageText } from "../../parts/image-text.tsx";
import { NoticePanel } from "../../parts/notice-panel.tsx";
import { StatusShape } from "../../parts/status-shape.tsx";
import styles from "./layers.module.css";

/** Failing findings that name a layer as their evidence. */
function failsIn(audit: Audit, layer: number): number {
  return audit.findings.filter(
    ({ status, evidence }) => status === "fail" && evidence.some((one) => one.layer === layer),
  ).length;
}

export function Layers({ audit }: { readonly audit: Audit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { layers } = audit.image;
  const { base } = audit.image;
  const baseLayers = base?.layers ?? audit.hardened.proof.baseLayers;
  const names = base?.references.map((name) => plainText(name, 60)).join(", ") ?? "";
  const total = layers.reduce((sum, { size }) => sum + (size ?? 0), 0);
  if (layers.length === 0) return <NoticePanel title={t("layers.none")}>{t("layers.noneText")}</NoticePanel>;
  return (
    <div className={styles["scroll"]}>
      <p className={styles["proof"]}>
        {baseLayers === undefined
          ? t("layers.noProof")
          : names === ""
            ? t("layers.proof", { count: baseLayers })
            : t("layers.proofOf", { count: baseLayers, names })}
      </p>
      {total > 0 && (
        <div className={styles["strip"]} aria-hidden>
          {layers.map(({ diffId, size, step }, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the same layer may stand in an image twice; its number is its name
              key={`${index} ${diffId}`}
              style={{ flexGrow: (size ?? 0) / total }}
              data-base={baseLayers !== undefined && index < baseLayers ? "" : undefined}
              title={`${index}: ${size === null ? "" : sayBytes(size, language)} ${plainText(step ?? "", 200)}`}
            >
              {(size ?? 0) / total > 0.05 ? index : ""}
            </div>
          ))}
        </div>
      )}
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t("layers.number")}
            </th>
            <th scope="col" className="number">
              {t("images.column.size")}
            </th>
            <th scope="col">{t("layers.owner")}</th>
            <th scope="col">{t("layers.step")}</th>
            <th scope="col">{t("layers.fails")}</th>
            <th scope="col">{t("layers.diffId")}</th>
          </tr>
        </thead>
        <tbody>
          {layers.map(({ diffId, size, step }, index) => {
            const fails = failsIn(audit, index);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <tr key={`${index} ${diffId}`}>
                <td className="number">{index}</td>
                <td className="number">{size === null ? t("layers.notRead") : sayBytes(size, language)}</td>
                <td className={styles["step"]}>
                  <ImageText text={layerOwner(index, base, language) ?? "–"} />
                </td>
                <td className={styles["step"]}>
                  {step === undefined ? (
                    <span className="soft">{t("layers.noStep")}</span>
                  ) : (
                    <ImageText text={step} mono />
                  )}
                </td>
                <td>
                  {fails > 0 && (
                    <span className={styles["fails"]}>
                      <StatusShape status="fail" size={12} />
                      {fails}
                    </span>
                  )}
                </td>
                <td>
                  <span className={styles["digest"]}>
                    <span className="mono">{shortDigest(diffId)}</span>
                    <CopyButton text={diffId} name={t("layers.diffId")} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
