// What is done to reminders in the list, and the way back: the last deed is said above the list and can be taken back there.
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { useReminderDeeds } from "../../bridge/use-reminders.ts";
import type { ReminderLine, ReminderLists } from "./reminder-order.ts";
import type { RowDeeds } from "./reminder-row.tsx";

export interface ListDeeds {
  readonly deeds: RowDeeds;
  /** For everything that is due in the list. */
  readonly snoozeAll: (until: CalendarDay) => void;
  readonly doneAll: () => void;
  /** What was done last, in words; null where nothing was, or it was taken back. */
  readonly last: string | null;
  readonly undoLast: () => void;
  readonly forgetLast: () => void;
  /** Takes the focus, which the row that is gone has lost. */
  readonly undoButton: RefObject<HTMLButtonElement | null>;
  readonly failure: Failure | null;
}

export function useListDeeds(lists: ReminderLists): ListDeeds {
  const { t } = useTranslation();
  const { act, isBusy, failure } = useReminderDeeds();
  const [last, setLast] = useState<{ readonly ids: string[]; readonly said: string } | null>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (last !== null) undoButton.current?.focus();
  }, [last]);

  const nameOf = (lines: readonly ReminderLine[]) =>
    lines.length === 1 ? plainText(lines[0]?.subject.label ?? "", 120) : t("reminders.allOf", { count: lines.length });
  // Of a line that is to come, everything: nobody deals with one of its lead times alone.
  const idsOf = (lines: readonly ReminderLine[]) =>
    lines
      .flatMap(({ reminders }) => (reminders[0].state === "upcoming" ? [...reminders] : [reminders[0]]))
      .map(({ id }) => id);
  const snooze = (lines: readonly ReminderLine[], until: CalendarDay) => {
    const ids = idsOf(lines);
    act("reminders.snooze", { ids, until }, () =>
      setLast({ ids, said: t("reminders.saidSnoozed", { name: nameOf(lines), until }) }),
    );
  };
  const done = (lines: readonly ReminderLine[]) => {
    const ids = idsOf(lines);
    act("reminders.done", { ids }, () => setLast({ ids, said: t("reminders.saidDone", { name: nameOf(lines) }) }));
  };
  const undo = (ids: string[]) => act("reminders.undo", { ids }, () => setLast(null));

  return {
    deeds: {
      isBusy,
      snooze: (line, until) => snooze([line], until),
      done: (line) => done([line]),
      undo: (line) => undo(idsOf([line])),
    },
    snoozeAll: (until) => snooze(lists.due, until),
    doneAll: () => done(lists.due),
    last: last?.said ?? null,
    undoLast: () => {
      if (last !== null) undo(last.ids);
    },
    forgetLast: () => setLast(null),
    undoButton,
    failure,
  };
}
