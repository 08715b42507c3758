// What stands below the axis: the same components as a table, and the extended support that was bought.
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import { Entitlements } from "./entitlements/entitlements.tsx";
import styles from "./lifecycle-screen.module.css";
import { LineTable } from "./line-table.tsx";
import type { Line } from "./lines.ts";
import { type LowerPart, lowerParts } from "./view.ts";

export interface LowerProps {
  readonly lines: readonly Line[];
  readonly on: CalendarDay;
  readonly part: LowerPart;
  readonly onPart: (part: LowerPart) => void;
  readonly onOpen: (line: Line) => void;
}

export function Lower({ lines, on, part, onPart, onOpen }: LowerProps) {
  const { t } = useTranslation();
  return (
    <Tabs
      value={part}
      onChange={(next) => onPart(lowerParts.find((known) => known === next) ?? "components")}
      keepMounted={false}
      classNames={{
        root: styles["lower"] ?? "",
        list: styles["tabList"] ?? "",
        tab: styles["tab"] ?? "",
        panel: styles["panel"] ?? "",
      }}
    >
      <Tabs.List aria-label={t("lifecycle.below")}>
        {lowerParts.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`lifecycle.part.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="components">
        <LineTable lines={lines} on={on} onOpen={onOpen} />
      </Tabs.Panel>
      <Tabs.Panel value="cover" data-scrolls>
        <Entitlements />
      </Tabs.Panel>
    </Tabs>
  );
}
