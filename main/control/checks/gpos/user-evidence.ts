// Local users as evidence, and which of them the policy lets be.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import type { LocalUser } from "./local-users.ts";

const says: Readonly<Record<LocalUser["why"], ControlPhraseKey>> = {
  "second-root": "gpos.user-second-root",
  password: "gpos.user-password",
  personal: "gpos.user-personal",
  unknown: "gpos.user-unknown",
};

export interface SortedUsers {
  readonly found: readonly ProofPoint[];
  readonly excused: readonly ProofPoint[];
}

/** The users that count and those on the list `allowed`, each as a line of evidence. */
export function sortUsers(users: readonly LocalUser[], allowed: readonly string[]): SortedUsers {
  const isExcused = ({ name }: LocalUser) => isAllowedName(name, allowed);
  return {
    found: users.filter((user) => !isExcused(user)).map(userPoint),
    excused: users
      .filter(isExcused)
      .map(({ name }) => ({ where: `account ${name}`, detail: words("gpos.user-allowed"), beside: true })),
  };
}

function userPoint({ name, uid, why }: LocalUser): ProofPoint {
  return { where: `account ${name}`, detail: words(says[why], uid === null ? undefined : { uid }) };
}
