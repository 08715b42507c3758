// The real clock. `SOURCE_DATE_EPOCH` fixes the instants that go into an audit (reproducible-builds.org), never the day.
import { dayOf } from "../shared/calendar-day.ts";
import type { Clock } from "../shared/clock.ts";
import { FailureError } from "../shared/model/failure.ts";

/** A clock over `instant`, in the zone of this machine. Throws `usage` when SOURCE_DATE_EPOCH is no whole number. */
export function systemClock(instant: () => Date, sourceDateEpoch: string | undefined): Clock {
  const fixed = sourceDateEpoch === undefined || sourceDateEpoch === "" ? null : epoch(sourceDateEpoch);
  return {
    today: () => dayOf(instant()),
    // Milliseconds, so that two audits of one second keep their order; a fixed time has whole seconds.
    now: () => (fixed === null ? instant().toISOString() : fixed.toISOString().replace(/\.\d{3}Z$/, "Z")),
    zone: () => zoneOf(fixed ?? instant()),
  };
}

/** IANA name and offset at an instant: `Europe/Berlin (UTC+01:00)`. */
export function zoneOf(instant: Date): string {
  const minutes = -instant.getTimezoneOffset();
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0");
  const rest = String(Math.abs(minutes) % 60).padStart(2, "0");
  return `${new Intl.DateTimeFormat().resolvedOptions().timeZone} (UTC${minutes < 0 ? "-" : "+"}${hours}:${rest})`;
}

function epoch(text: string): Date {
  const seconds = Number(text);
  const date = new Date(seconds * 1000);
  if (!/^\d{1,12}$/.test(text) || Number.isNaN(date.getTime())) {
    throw new FailureError({ kind: "usage", cause: "SOURCE_DATE_EPOCH must be whole seconds since 1970" });
  }
  return date;
}
