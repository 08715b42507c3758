// The catalogues as every command judges by them: with the state folder's newer and own dates, and what was noticed about
// those on stderr.
import { resolve } from "node:path";
import { say } from "../../shared/wording/say.ts";
import { type Catalogues, type DataHome, loadCatalogues } from "../catalogues.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import type { World } from "./world.ts";

export interface OwnDatesOption {
  /** The file of own dates instead of the state folder's. */
  readonly lifecycle?: string;
}

/** Where this command finds refreshed data and own dates. */
export function dataHome(
  { lifecycle }: OwnDatesOption,
  world: World,
): DataHome & { readonly ownLifecycle: string; readonly named: boolean } {
  const { data, ownLifecycle } = homeLayout(homeFolder(world.env["PLIMSOLL_HOME"]));
  return lifecycle === undefined
    ? { data, ownLifecycle, named: false }
    : { data, ownLifecycle: resolve(world.cwd, lifecycle), named: true };
}

/** Loads them; throws FailureError as `loadCatalogues`. */
export async function judgingData(
  options: OwnDatesOption,
  world: World,
  packs: readonly string[] = [],
): Promise<Catalogues> {
  const catalogues = await loadCatalogues(world.assets, packs, dataHome(options, world));
  for (const note of catalogues.notes) world.stderr.write(`plimsoll: ${say(note, world.language)}\n`);
  return catalogues;
}
