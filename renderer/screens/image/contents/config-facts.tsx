// The configuration of an image as it was read, secrets masked before it became a fact.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImageConfig } from "../../../../shared/model/facts.ts";
import { ImageParagraph } from "../../../parts/image-text.tsx";
import styles from "./contents.module.css";

export function ConfigFacts({ config }: { readonly config: ImageConfig }) {
  const { t } = useTranslation();
  const none = <span className="soft">{t("config.none")}</span>;
  const words = (list: readonly string[] | null) =>
    list === null || list.length === 0 ? none : <ImageParagraph text={list.join(" ")} mono />;
  const labels = Object.entries(config.labels);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className={styles["facts"]} tabIndex={0} aria-label={t("contents.config")}>
      <dl>
        <Fact name={t("config.user")}>
          {config.user === "" ? t("config.root") : <ImageParagraph text={config.user} mono />}
        </Fact>
        <Fact name={t("config.entrypoint")}>{words(config.entrypoint)}</Fact>
        <Fact name={t("config.cmd")}>{words(config.cmd)}</Fact>
        <Fact name={t("config.workingDir")}>{words(config.workingDir === "" ? null : [config.workingDir])}</Fact>
        <Fact name={t("config.ports")}>{words(config.exposedPorts)}</Fact>
        <Fact name={t("config.volumes")}>{words(config.volumes)}</Fact>
        <Fact name={t("config.healthcheck")}>{words(config.healthcheck?.test ?? null)}</Fact>
        <Fact name={t("config.env")}>
          {config.env.length === 0
            ? none
            : pairs(
                config.env.map(({ name, value, masked }) => [
                  name,
                  masked === true ? `${value ?? ""} (${t("config.masked")})` : (value ?? ""),
                ]),
              )}
        </Fact>
        <Fact name={t("config.labels")}>{labels.length === 0 ? none : pairs(labels)}</Fact>
        <Fact name={t("config.origin")}>{t(`config.from.${config.origin}`)}</Fact>
      </dl>
    </section>
  );
}

function pairs(list: readonly (readonly [string, string])[]): ReactNode {
  return (
    <ul>
      {list.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an image may name a variable twice; their order is fixed
        <li key={`${name} ${index}`}>
          <ImageParagraph text={name} mono />
          <ImageParagraph text={value} mono />
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles["fact"]}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
