// Each name and each UID stands once in passwd. Lines that ask a directory service are no accounts and not among the facts.
import type { Account } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";

export const uniqueAccounts = defineCheck({
  decides: ["image-srg:unique-uid"],
  needs: ["accounts"],
  judge({ accounts }): Verdict {
    if (accounts.length === 0) return { status: "not-applicable", reason: words("srg.accounts-none") };
    const faults = [
      ...repeated(accounts, ({ uid }) => String(uid)).map(([uid, same]): ProofPoint => {
        const names = namesOf(same);
        return { where: "/etc/passwd", detail: words("srg.uid-twice", { uid, names }) };
      }),
      ...repeated(accounts, ({ name }) => name).map(([name, same]): ProofPoint => {
        const uids = same.map(({ uid }) => uid).join(", ");
        return { where: "/etc/passwd", detail: words("srg.name-twice", { name, uids }) };
      }),
    ];
    const count = accounts.length;
    return failOrPass(faults, { where: "/etc/passwd", detail: words("srg.accounts-unique", { count }) });
  },
});

function repeated(accounts: readonly Account[], keyOf: (account: Account) => string): [string, Account[]][] {
  const byKey = new Map<string, Account[]>();
  for (const account of accounts) {
    const same = byKey.get(keyOf(account));
    if (same === undefined) byKey.set(keyOf(account), [account]);
    else same.push(account);
  }
  return [...byKey].filter(([, same]) => same.length > 1);
}

function namesOf(accounts: readonly Account[]): string {
  return accounts.map(({ name }) => name).join(", ");
}
