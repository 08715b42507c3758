// The window's wish for a calendar of support dates: the images of kept audits, written to the file that the person chooses in
// the system's own dialog, by the same functions as `plimsoll calendar`.
import type { Clock } from "../../../shared/clock.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import { type Failure, failureOf } from "../../../shared/model/failure.ts";
import type { LifecycleData } from "../../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../../shared/model/lifecycle-facts.ts";
import type { Settings } from "../../../shared/settings.ts";
import { writeAtomically } from "../../atomic-write.ts";
import { calendarImages, makeCalendar } from "../../calendar.ts";
import { loadEntitlementsIfThere } from "../../data/entitlements.ts";
import { nameOf, ownedImages, placeImages } from "../../portfolio.ts";
import type { AuditStore } from "../../store/audits.ts";
import { openCalendarStore } from "../../store/calendar-memory.ts";
import type { Home } from "../../store/home.ts";

export interface CalendarDeps {
  readonly lifecycle: LifecycleData;
  readonly store: Pick<AuditStore, "runs" | "lifecycleFacts">;
  /** What was bought, and what was written before. */
  readonly files: Pick<Home, "entitlements" | "calendar">;
  readonly settings: { get(): Settings };
  readonly clock: Clock;
  readonly tool: { readonly version: string };
  /** Asks the person for a file, of this name unless they say otherwise; null = they do not want one. */
  readonly chooseCalendarFile: (name: string) => Promise<string | null>;
}

/** The handler of that channel. Throws FailureError where the file, or one of the state folder, cannot be read or written. */
export function calendarHandlers(deps: CalendarDeps): Pick<Handlers<AbortSignal>, "calendar.export"> {
  const { store, files, settings, clock, tool, chooseCalendarFile } = deps;
  return {
    "calendar.export": async ({ language }) => {
      const owned = ownedImages(await store.runs());
      if (owned.length === 0) return { outcome: "no-images" };
      const path = await chooseCalendarFile("plimsoll-support.ics");
      if (path === null) return { outcome: "dismissed" };
      const on = clock.today();
      // Newer data may have come since the last calendar.
      const { lifecycle } = deps;
      const bought = await loadEntitlementsIfThere(files.entitlements);
      const unread: { name: string; failure: Failure }[] = [];
      const placed = await placeImages(owned, onceEach(store), lifecycle, bought, on, (image, error) =>
        unread.push({ name: nameOf(image), failure: failureOf(error) }),
      );
      const { value: made, setAside } = await openCalendarStore(files.calendar, on).change(async (memory) => {
        const calendar = makeCalendar({
          images: calendarImages(placed),
          whole: unread.length === 0,
          settings: settings.get(),
          memory,
          calendar: path,
          on,
          now: clock.now(),
          language,
          toolVersion: tool.version,
        });
        // Remembered is only what was really written.
        await writeAtomically(path, calendar.text);
        return { memory: calendar.memory, value: calendar };
      });
      return { outcome: "written", path, ...made.counts, unread, next: made.next, setAside };
    },
  };
}

/** Images built alike share what decides their lifecycle: each such file is read once. */
function onceEach(store: CalendarDeps["store"]): CalendarDeps["store"]["lifecycleFacts"] {
  const known = new Map<string, Promise<LifecycleFacts>>();
  return (image) => {
    const key = image.lifecycle ?? image.audit;
    const facts = known.get(key) ?? store.lifecycleFacts(image);
    known.set(key, facts);
    return facts;
  };
}
