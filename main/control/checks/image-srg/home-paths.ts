// Which paths lie directly in somebody's home: that of an account, root's, or a folder of /home.
import type { Account } from "../../../../shared/model/facts.ts";

/** A test for paths, over the homes of these accounts. Files deeper down, such as of a package's own tests, lie in no home. */
export function inHomesOf(accounts: readonly Account[]): (path: string) => boolean {
  const homes = new Set(accounts.map(({ home }) => (home.length > 1 ? home.replace(/\/$/, "") : home)));
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf("/")) || "/";
    return homes.has(folder) || /^\/(?:root|home\/[^/]+)$/.test(folder);
  };
}
