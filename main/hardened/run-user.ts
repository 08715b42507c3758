// Who an image runs as: the config's user, as a name or number, and the uid that the image's own accounts give a name.
import type { Facts } from "../../shared/model/facts.ts";

export interface RunUser {
  /** As configured, without group; empty = none, which is root. */
  readonly name: string;
  /** null = a name that no account of the image bears. */
  readonly uid: number | null;
}

/**
 * The user of the config, as the engine finds it: by name first, also where that is digits, then by number. Several accounts may
 * share a name in a damaged file: one with uid 0 among them counts.
 */
export function runUser({ config, accounts }: Pick<Facts, "config" | "accounts">): RunUser {
  const name = config.user.split(":")[0]?.trim() ?? "";
  if (name === "" || name === "root" || /^0+$/.test(name)) return { name, uid: 0 };
  const named = accounts.filter((account) => account.name === name);
  const account = named.find(({ uid }) => uid === 0) ?? named[0];
  if (account !== undefined) return { name, uid: account.uid };
  return { name, uid: /^\d{1,10}$/.test(name) ? Number(name) : null };
}

export function isRoot({ uid }: RunUser): boolean {
  return uid === 0;
}
