// The data that the app judges by: loaded at its start, and again when newer data came or the file of own dates changed. A
// file of own dates that is at fault does not keep the app from coming up, but nothing is judged until it is mended.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { DataOutcome, DataStatus } from "../../shared/model/data-status.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { type Catalogues, embeddedLifecycle, loadCatalogues } from "../catalogues.ts";
import { loadCurrentLifecycle } from "../data/current-lifecycle.ts";
import { dataStatus } from "../data/data-status.ts";
import { importLifecycle } from "../data/import-lifecycle.ts";
import { loadOwnLifecycleIfThere } from "../data/own-lifecycle.ts";
import { endoflifeAddress, refreshLifecycle } from "../data/refresh-lifecycle.ts";
import type { Home } from "../store/home.ts";

export interface KeeperDeps {
  readonly assets: string;
  readonly home: Pick<Home, "data" | "ownLifecycle">;
  readonly today: () => CalendarDay;
  readonly instant: () => Date;
  readonly version: string;
  /** Folders of packs whose rules are judged by as well. */
  readonly packs?: readonly string[];
  /** Called after other data came into use. */
  readonly changed: () => void;
  /** Asked instead of endoflife.date; for tests. */
  readonly address?: string;
}

export interface DataKeeper {
  /** The data in use. */
  readonly current: () => Catalogues;
  readonly address: string;
  /** Takes up a changed file of own dates. Throws FailureError where it is at fault. */
  fresh(): Promise<void>;
  status(): Promise<DataStatus>;
  /** As refreshLifecycle; what came is in use when the promise is kept. One refresh or import at a time. */
  refresh(force: boolean, signal: AbortSignal): Promise<DataOutcome>;
  importFile(path: string): Promise<DataOutcome>;
}

/** Loads everything. Throws FailureError where what ships with the app is broken. */
export async function keepData(deps: KeeperDeps): Promise<DataKeeper> {
  const { assets, home, packs = [], address = endoflifeAddress } = deps;
  let catalogues = await load();
  let work: Promise<unknown> = Promise.resolve();

  /** Where own dates are at fault, all but them; `fresh` says so before anything is judged. */
  async function load(): Promise<Catalogues> {
    try {
      return await loadCatalogues(assets, packs, home);
    } catch (error) {
      if (!isOfOwnDates(error)) throw error;
      return loadCatalogues(assets, packs, { data: home.data, ownLifecycle: null });
    }
  }

  async function reload(): Promise<void> {
    catalogues = await load();
    deps.changed();
  }

  function isOfOwnDates(error: unknown): boolean {
    if (!(error instanceof FailureError)) return false;
    const { failure } = error;
    const path =
      failure.kind === "catalogue-invalid" ? failure.file : failure.kind === "not-readable" ? failure.path : null;
    return path === home.ownLifecycle;
  }

  /** One after the other, whatever became of the one before. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = work.then(run, run);
    work = mine.catch(() => undefined);
    return mine;
  }

  async function known() {
    return (await loadCurrentLifecycle(embeddedLifecycle(assets), home.data)).catalogue;
  }

  async function fresh(): Promise<void> {
    const own = await loadOwnLifecycleIfThere(home.ownLifecycle);
    if (own?.digest !== catalogues.lifecycle.own?.digest) await inTurn(reload);
  }

  return {
    current: () => catalogues,
    address,
    fresh,
    async status() {
      // A fault of the file is part of the answer.
      await fresh().catch((error: unknown) => {
        if (!isOfOwnDates(error)) throw error;
      });
      const own = { file: home.ownLifecycle, named: false };
      const places = { embedded: embeddedLifecycle(assets), folder: home.data, own };
      return dataStatus(places, catalogues.rules, catalogues.hardened, deps.today());
    },
    refresh: (force, signal) =>
      inTurn(async () => {
        const now = deps.instant();
        const request = { folder: home.data, known: await known(), address, force, now, version: deps.version };
        const outcome = await refreshLifecycle(request, signal);
        if (outcome.outcome === "new") await reload();
        return outcome;
      }),
    importFile: (path) =>
      inTurn(async () => {
        const outcome = await importLifecycle({ folder: home.data, known: await known(), path, now: deps.instant() });
        await reload();
        return outcome;
      }),
  };
}
