// One subject in a list of reminders: what ends and when, of which it reminds next, which images, where the day is from.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import type { Reminder } from "../../../shared/model/reminder.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { reminderKindWords, sayEnd } from "../../../shared/wording/reminders.ts";
import { sayDay, sayDaysFromNow } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ImageNames } from "./image-names.tsx";
import type { ReminderLine } from "./reminder-order.ts";
import { sayLead, sayWhen } from "./reminder-words.ts";
import styles from "./reminders-screen.module.css";
import { SnoozeMenu } from "./snooze-menu.tsx";

export interface RowDeeds {
  readonly isBusy: boolean;
  readonly snooze: (line: ReminderLine, until: CalendarDay) => void;
  readonly done: (line: ReminderLine) => void;
  readonly undo: (line: ReminderLine) => void;
}

export interface ReminderRowProps {
  readonly line: ReminderLine;
  readonly on: CalendarDay;
  readonly deeds: RowDeeds;
}

export function ReminderRow({ line, on, deeds }: ReminderRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { subject, reminders } = line;
  const { state } = reminders[0];
  const name = plainText(subject.label, 200);
  const isOver = daysBetween(on, subject.end) < 0;
  return (
    <tr>
      <th scope="row">
        <span className={styles["label"]}>{name}</span>
        <span className={styles["under"]}>{reminderKindWords[subject.kind][language]}</span>
      </th>
      <td title={sayDay(subject.end, language)}>
        <span className={isOver ? styles["over"] : undefined}>{sayWhen(subject.end, on, t, language)}</span>
        <span className={styles["under"]}>{sayEnd(subject, language)}</span>
      </td>
      <td>
        <Planned reminders={reminders} on={on} />
      </td>
      <td>
        <ImageNames names={subject.images} />
      </td>
      <td className="soft">{subject.source === undefined ? "–" : plainText(subject.source, 200)}</td>
      <td>
        <div className={styles["deeds"]}>
          {state === "due" && (
            <SnoozeMenu
              on={on}
              name={name}
              label={t("reminders.snooze")}
              isBusy={deeds.isBusy}
              onSnooze={(until) => deeds.snooze(line, until)}
            />
          )}
          {(state === "snoozed" || state === "done") && (
            <Deed deed={t("reminders.undo")} name={name} isBusy={deeds.isBusy} onPress={() => deeds.undo(line)} />
          )}
          {state !== "done" && state !== "passed" && (
            <Deed deed={t("reminders.markDone")} name={name} isBusy={deeds.isBusy} onPress={() => deeds.done(line)} />
          )}
        </div>
      </td>
    </tr>
  );
}

function Planned({ reminders, on }: { readonly reminders: ReminderLine["reminders"]; readonly on: CalendarDay }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [next, ...later] = reminders;
  const day = dayIn(next);
  return (
    <>
      <span>
        {day === null || next.state === "due" ? sayLead(next, t) : t(`reminders.when.${next.state}`, { day })}
      </span>
      {day !== null && (
        <span className={styles["under"]}>
          {[sayDaysFromNow(daysBetween(on, day), language), sayLead(next, t)].join(", ")}
        </span>
      )}
      {later.length > 0 && next.state === "upcoming" && (
        <span className={styles["under"]}>
          {t("reminders.then", { leads: later.map((reminder) => sayLead(reminder, t)).join("; ") })}
        </span>
      )}
    </>
  );
}

/** The day that the state of a reminder is about; a due one speaks for itself. */
function dayIn({ state, due, snoozedUntil, done }: Reminder): CalendarDay | null {
  if (state === "due") return null;
  if (state === "snoozed") return snoozedUntil ?? due;
  return state === "done" ? (done ?? due) : due;
}

interface DeedProps {
  readonly deed: string;
  readonly name: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

function Deed({ deed, name, isBusy, onPress }: DeedProps) {
  const { t } = useTranslation();
  return (
    <Button disabled={isBusy} aria-label={t("reminders.of", { deed, name })} onClick={onPress}>
      {deed}
    </Button>
  );
}
