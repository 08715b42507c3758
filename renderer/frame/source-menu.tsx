// Which source is in view, and the way to another.
import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import { plainText } from "../../shared/plain-text.ts";
import { useAudit } from "../bridge/use-audit.tsx";
import { useImages } from "../bridge/use-images.ts";
import { useSource } from "../bridge/use-source.tsx";
import { navigate } from "../hash-location.ts";
import { Icon } from "../parts/icon.tsx";
import { routes } from "../routes.ts";
import styles from "./frame.module.css";

export function SourceMenu() {
  const { t } = useTranslation();
  const { source, opened, switchTo } = useSource();
  const { table, refresh } = useImages();
  const { isRunning } = useAudit();
  const name = (spec: SourceSpec): string => {
    switch (spec.kind) {
      case "engine":
        return plainText(spec.context ?? spec.url ?? t("source.engine"), 60);
      case "sample":
        return t("source.sample");
      default:
        return plainText(spec.path.split(/[/\\]/).at(-1) ?? spec.path, 60);
    }
  };
  const offered: SourceSpec[] = [
    opened,
    ...(opened.kind === "engine" ? [] : [{ kind: "engine" } as const]),
    ...(opened.kind === "sample" ? [] : [{ kind: "sample" } as const]),
  ];
  const shown = table !== null && source.kind === "engine" ? plainText(table.source.name, 60) : name(source);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles["sourceButton"]} title={t("source.label")}>
          <span className="unseen">{t("source.label")}: </span>
          <span className="cut">{shown}</span>
          <Icon name="down" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((spec) => {
          const isCurrent = JSON.stringify(spec) === JSON.stringify(source);
          return (
            <Menu.Item
              key={JSON.stringify(spec)}
              disabled={isRunning}
              aria-current={isCurrent ? "true" : undefined}
              leftSection={isCurrent ? <Icon name="check" /> : <span style={{ width: 16 }} />}
              onClick={() => {
                switchTo(spec);
                navigate(routes.images);
              }}
            >
              {name(spec)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="refresh" />} disabled={isRunning} onClick={refresh}>
          {t("action.refresh")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
