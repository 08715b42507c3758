// A row of the time line in words: for screen readers, the card that opens beside it, and the table.
import type { TFunction } from "i18next";
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import { isOpinion } from "../../../shared/drawing/window-lanes.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { say } from "../../../shared/wording/say.ts";
import { lifecycleWords } from "../../../shared/wording/status.ts";
import { sayDaysFromNow } from "../../i18n/format.ts";
import type { Line } from "./lines.ts";

/** Until when a component is covered, or why there is no such day. */
export function sayUntil({ entry, until, cover }: Pick<Line, "entry" | "until" | "cover">, t: TFunction): string {
  if (until !== null) return until;
  if (cover === "unknown") return t("lifecycle.notKnown");
  if (cover === "rolling") return t("lifecycle.whileUpdated");
  return entry.status === "eol" || entry.status === "extended-only" ? t("lifecycle.overNoDay") : t("lifecycle.noEnd");
}

/** Until when it is covered, or since when it is not, with the distance from the day judged. */
export function sayWhen(
  line: Pick<Line, "entry" | "until" | "cover">,
  on: CalendarDay,
  t: TFunction,
  language: Language,
): string {
  const { until } = line;
  if (until === null) return sayUntil(line, t);
  const when = sayDaysFromNow(daysBetween(on, until), language);
  return t(until < on ? "lifecycle.endedWhen" : "lifecycle.untilWhen", { day: until, when });
}

/** The cover of a component on the day judged. */
export function sayCover({ cover }: Pick<Line, "cover">, t: TFunction): string {
  return t(`lifecycle.cover.${cover}`);
}

/** Why nothing is known of it, or why its dates are as they are; null where there is nothing to explain. */
export function sayReason(entry: LifecycleEntry, language: Language): string | null {
  if (entry.phrase !== undefined) return say(entry.phrase, language);
  return entry.reason === undefined ? null : plainText(entry.reason, 200);
}

/** The whole row as one sentence. */
export function sayLine(line: Line, on: CalendarDay, t: TFunction, language: Language): string {
  const { entry } = line;
  const reason = sayReason(entry, language);
  return [
    plainText(entry.component.label, 120),
    lifecycleWords[entry.status][language],
    sayCover(line, t),
    sayWhen(line, on, t, language),
    ...(reason === null ? [] : [reason]),
    ...entry.coverage.slice(0, 8).map((window) => {
      const name = `${plainText(window.phase, 60)}, ${plainText(window.provider, 60)}`;
      return `${name}, ${window.until ?? t("support.openEnd")}, ${sayWindow(window, t)}`;
    }),
    line.images.length === 1
      ? plainText(line.images[0]?.name ?? "", 120)
      : t("lifecycle.inImages", { count: line.images.length }),
  ].join("; ");
}

/** What a window is: general support, bought, on offer, an estimate, or another source's word. */
export function sayWindow(window: Coverage, t: TFunction): string {
  if (isOpinion(window)) return t("lifecycle.window.opinion");
  if (window.estimate === true)
    return t(window.entitled ? "lifecycle.window.estimateCounted" : "lifecycle.window.estimate");
  if (window.entitlement !== undefined) {
    return t("lifecycle.window.bought", { contract: plainText(window.entitlement.contract, 60) });
  }
  return t(window.entitled ? "lifecycle.window.counts" : "lifecycle.window.offer");
}
