// Putting a reminder off: for a week, for a month, or until a day that is asked for.
import { Button, Menu } from "@mantine/core";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, type CalendarDay } from "../../../shared/calendar-day.ts";
import { Icon } from "../../parts/icon.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";

export interface SnoozeMenuProps {
  readonly on: CalendarDay;
  /** What is put off, for screen readers. */
  readonly name: string;
  readonly label: string;
  readonly isBusy: boolean;
  readonly onSnooze: (until: CalendarDay) => void;
  readonly target?: RefObject<HTMLButtonElement | null>;
}

const spans = [7, 30] as const;

export function SnoozeMenu({ on, name, label, isBusy, onSnooze, target }: SnoozeMenuProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            {...(target === undefined ? {} : { ref: target })}
            disabled={isBusy}
            aria-label={t("reminders.of", { deed: label, name })}
            rightSection={<Icon name="down" size={12} />}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {spans.map((days) => {
            const until = addDays(on, days);
            return (
              <Menu.Item key={days} onClick={() => onSnooze(until)}>
                {t("reminders.snoozeFor", { count: days, until })}
              </Menu.Item>
            );
          })}
          <Menu.Item onClick={() => setAsking(true)}>{t("reminders.snoozeUntil")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SnoozeDialog on={on} name={name} isOpen={isAsking} onClose={() => setAsking(false)} onSnooze={onSnooze} />
    </>
  );
}
