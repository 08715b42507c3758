// Where a command finds packs: those of the state folder, and those that were named.
import { resolve } from "node:path";
import { keptPacks } from "../data/pack.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import type { World } from "./world.ts";

/** The folders of packs: those of the state folder, then those that were named, from where the user stood. */
export async function packFolders(
  pack: readonly string[] | undefined,
  { cwd, env }: Pick<World, "cwd" | "env">,
): Promise<string[]> {
  const kept = await keptPacks(homeLayout(homeFolder(env["PLIMSOLL_HOME"])).packs);
  return [...kept, ...(pack ?? []).map((folder) => resolve(cwd, folder))];
}
