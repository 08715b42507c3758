// The window's question for its time line: the images of kept audits, placed anew on the day asked for.
import type { Clock } from "../../../shared/clock.ts";
import { componentRows } from "../../../shared/drawing/time-line-rows.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import type { LifecycleData } from "../../../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../../../shared/model/lifecycle-facts.ts";
import { loadEntitlementsIfThere } from "../../data/entitlements.ts";
import { nameOf, ownedImages, placeImages } from "../../portfolio.ts";
import type { AuditStore } from "../../store/audits.ts";
import type { Home } from "../../store/home.ts";

export interface TimeLineDeps {
  readonly lifecycle: LifecycleData;
  readonly store: Pick<AuditStore, "runs" | "lifecycleFacts">;
  /** Where it stands what was bought; read anew for every answer. */
  readonly files: Pick<Home, "entitlements">;
  readonly clock: Clock;
}

/** The handler of that channel. Throws FailureError where a kept audit or the file of entitlements cannot be used. */
export function timeLineHandlers(deps: TimeLineDeps): Pick<Handlers<AbortSignal>, "lifecycle.timeline"> {
  const { store, files, clock } = deps;
  return {
    "lifecycle.timeline": async ({ on: asked }) => {
      // Newer data may have come since the last question.
      const { lifecycle } = deps;
      const today = clock.today();
      const on = asked ?? today;
      const [runs, bought] = await Promise.all([store.runs(), loadEntitlementsIfThere(files.entitlements)]);
      // Images built alike share what decides their lifecycle: each such file is read once.
      const known = new Map<string, Promise<LifecycleFacts>>();
      const read: typeof store.lifecycleFacts = (image) => {
        const key = image.lifecycle ?? image.audit;
        const facts = known.get(key) ?? store.lifecycleFacts(image);
        known.set(key, facts);
        return facts;
      };
      const placed = await placeImages(ownedImages(runs), read, lifecycle, bought, on);
      return {
        on,
        isToday: on === today,
        data: { source: lifecycle.source, date: lifecycle.date },
        images: placed.map((image) => ({
          name: nameOf(image),
          ids: image.kept.ids,
          source: image.source,
          audited: image.on,
        })),
        rows: componentRows(
          placed.map(({ entries }) => entries),
          on,
        ).map((row) => ({
          ...row,
          versions: [...row.versions],
          images: [...row.images],
        })),
      };
    },
  };
}
