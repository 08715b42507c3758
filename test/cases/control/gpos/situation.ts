// One situation that a rule aligned with the DHI GPOS profile judges, and the pieces that such situations are made of.
import type { Account, Facts, Limit, Package } from "../../../../shared/model/facts.ts";
import type { Status } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import type { HostFacts } from "../../../../shared/model/surroundings.ts";
import type { ShadowEntry, SystemFacts, WatchedFile } from "../../../../shared/model/system-facts.ts";
import { factsWith, systemWith } from "../../../support/facts.ts";

export interface GposCase {
  readonly name: string;
  /** Of the image, beside an empty one; for rules of the host, what was read of it (null = not reached). */
  readonly facts?: Partial<Facts>;
  /** What an older reader did not know yet. */
  readonly lacking?: "system";
  readonly host?: Partial<HostFacts> | null;
  readonly policy?: Partial<PolicyParameters>;
  readonly expect: Status;
  /** Part of the reason or of an evidence line. */
  readonly says?: RegExp;
}

export const packageOf = (type: Package["type"], name: string, path = "/var/lib/dpkg/status"): Package => ({
  type,
  name,
  version: "1.0",
  arch: "amd64",
  layer: 0,
  path,
});
export const deb = (...names: string[]): Partial<Facts> => ({
  packages: names.map((name) => packageOf("deb", name)),
  files: { ...factsWith().files, count: 100 },
});
export const gap = (...facts: Limit["fact"][]): Pick<Facts, "limits"> => ({
  limits: facts.map((fact) => ({ fact, where: "layers", reason: "the layers have not been read yet", weight: "gap" })),
});
export const account = (name: string, uid: number, password: Account["password"] = "locked"): Account => ({
  name,
  uid,
  gid: uid,
  home: "/",
  shell: "/usr/sbin/nologin",
  password,
});
export const line = (name: string, password: ShadowEntry["password"] = "locked"): ShadowEntry => ({ name, password });
export const watched = (path: string, parts: Partial<WatchedFile> = {}): WatchedFile => ({
  path,
  type: "folder",
  mode: "755",
  uid: 0,
  gid: 0,
  layer: 0,
  ...parts,
});
export const system = (parts: Partial<SystemFacts> = {}): Partial<Facts> => ({ system: systemWith(parts) });
export const people = (accounts: Account[], shadow: ShadowEntry[] | null): Partial<Facts> => ({
  accounts,
  ...system({ shadow }),
});
/** As Debian has it: system accounts, `nobody` last. */
export const plainAccounts = [account("root", 0), account("daemon", 1), account("nobody", 65_534)];
export const plain = people(plainAccounts, [line("root"), line("daemon"), line("nobody")]);
export const withUser = people(
  [...plainAccounts, account("app", 1000)],
  [line("root"), line("daemon"), line("nobody"), line("app")],
);
export const withPassword = people(
  [account("root", 0, "hashed")],
  [{ name: "root", password: "hashed", scheme: "sha512" }, line("nobody")],
);
