// The day on which an image says it was built: the age of what it states of itself. A claim, used for nothing else.
import { type CalendarDay, parseDay } from "../../shared/calendar-day.ts";

/** As `asOf` of a window, from the image's labels; nothing where they name no day. */
export function builtOn(labels: Readonly<Record<string, string>>): { readonly asOf?: CalendarDay } {
  const text = labels["com.docker.dhi.created"] ?? labels["org.opencontainers.image.created"] ?? "";
  const day = parseDay(text.slice(0, 10));
  return day === null ? {} : { asOf: day };
}
