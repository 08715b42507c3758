// Where an image's user may write: what every user may, and what it owns among the files whose owners facts list. Facts list no
// owner of ordinary files, so the second number is a lower bound and is called one.
import type { Facts } from "../../shared/model/facts.ts";
import type { Surface } from "../../shared/model/hardened.ts";
import type { RunUser } from "./run-user.ts";

const maxListed = 20;

/** `hasSystem`: homes, logs, libraries and programs were looked at. Root has no `owned`: it may write everywhere. */
export function writablePaths(
  facts: Pick<Facts, "files" | "system">,
  user: RunUser,
  hasSystem: boolean,
): NonNullable<Surface["writable"]> {
  const { worldWritable } = facts.files;
  const sticky = worldWritable.filter(({ mode }) => isSticky(mode));
  const everyone = worldWritable.filter(({ mode }) => !isSticky(mode));
  const owned = hasSystem && user.uid !== null && user.uid !== 0 ? ownedPaths(facts.system, user.uid) : null;
  const paths = [...everyone.map(({ path }) => path), ...(owned ?? [])];
  return {
    everyone: everyone.length,
    sticky: sticky.length,
    ...(owned === null ? {} : { owned: owned.length }),
    first: [...new Set(paths)].sort().slice(0, maxListed),
  };
}

/** null where the facts are of a reader that did not look. A path is counted once. */
function ownedPaths(system: Facts["system"], uid: number): string[] | null {
  if (system === undefined) return null;
  const listed = [...system.watched, ...system.libraries.foreign.first];
  const own = listed.filter((file) => file.uid === uid && file.type !== "link" && isWritableByOwner(file.mode));
  return [...new Set(own.map(({ path }) => path))];
}

function isSticky(mode: string): boolean {
  return (Number.parseInt(mode, 8) & 0o1000) !== 0;
}

function isWritableByOwner(mode: string): boolean {
  return (Number.parseInt(mode, 8) & 0o200) !== 0;
}
