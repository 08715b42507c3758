// The state of all data that judges, with the age of each part on a day.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { DataStatus, LifecycleState } from "../../shared/model/data-status.ts";
import { failureOf } from "../../shared/model/failure.ts";
import { withOwnDates } from "./apply-own-lifecycle.ts";
import { loadCurrentLifecycle } from "./current-lifecycle.ts";
import type { LoadedHardened } from "./hardened-catalogue.ts";
import { type LoadedLifecycle, loadLifecycle } from "./lifecycle-catalogue.ts";
import { sizeOf } from "./lifecycle-snapshot.ts";
import { loadOwnLifecycle, loadOwnLifecycleIfThere } from "./own-lifecycle.ts";
import { readTries } from "./refresh-tries.ts";

export interface StatusPlaces {
  /** The file that ships. */
  readonly embedded: string;
  /** The folder of refreshed data. */
  readonly folder: string;
  /** The file of own dates; `named` = somebody named it, so that it has to be there. */
  readonly own: { readonly file: string; readonly named: boolean };
}

/**
 * Reads everything anew and says how it stands on `on`. A file of own dates that is at fault is part of the answer. Throws
 * FailureError where the embedded data or the folder cannot be read.
 */
export async function dataStatus(
  places: StatusPlaces,
  rules: readonly RuleSet[],
  hardened: LoadedHardened,
  on: CalendarDay,
): Promise<DataStatus> {
  const current = await loadCurrentLifecycle(places.embedded, places.folder);
  const embedded = current.used === "embedded" ? current.catalogue : await loadLifecycle(places.embedded);
  const { record, catalogue, used, notes } = current;
  const tries = await readTries(places.folder);
  return {
    on,
    folder: places.folder,
    used,
    embedded: stateOf(embedded, on),
    refreshed:
      record === null
        ? null
        : {
            // A snapshot older than the embedded one is not loaded: it came from the same source.
            source: used === "refreshed" ? catalogue.source : embedded.source,
            date: record.date,
            ageDays: daysBetween(record.date, on),
            digest: record.digest,
            products: record.products,
            cycles: record.cycles,
            origin: record.origin,
            from: record.from,
            ...(record.etag === undefined ? {} : { etag: record.etag }),
            at: record.at,
          },
    lastTry: tries?.last ?? null,
    own: await ownState(places.own, catalogue),
    hardened: {
      source: hardened.source,
      date: hardened.date,
      ageDays: daysBetween(hardened.date, on),
      digest: hardened.digest,
      products: hardened.products.length,
    },
    rules: rules.map(({ id, edition, version, digest, date }) => ({
      benchmark: id,
      edition,
      version,
      digest,
      ...(date === undefined ? {} : { date }),
    })),
    changes: record?.changes ?? { total: 0, list: [] },
    notes: [...notes],
  };
}

async function ownState({ file, named }: StatusPlaces["own"], catalogue: LoadedLifecycle): Promise<DataStatus["own"]> {
  try {
    const own = await (named ? loadOwnLifecycle : loadOwnLifecycleIfThere)(file);
    if (own === null) return null;
    const { digest, products, dates } = own;
    const { notes } = withOwnDates(catalogue, own);
    return { file, digest, products: products.length, dates: dates.length, notes: [...notes] };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "internal") throw error;
    return { file, failure };
  }
}

function stateOf(catalogue: LoadedLifecycle, on: CalendarDay): LifecycleState {
  const { source, date, digest } = catalogue;
  return { source, date, ageDays: daysBetween(date, on), digest, ...sizeOf(catalogue) };
}
