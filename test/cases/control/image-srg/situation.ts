// What a case of the SRG controls is, and short ways to write the facts that cases are made of.
import type { Account, External, Facts, FileFact, Limit, Os, Package, Secret } from "../../../../shared/model/facts.ts";
import type { Status } from "../../../../shared/model/finding.ts";
import type { ImageIdentity } from "../../../../shared/model/image.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import type { ContainerFacts, EngineFacts } from "../../../../shared/model/surroundings.ts";
import type { SystemFacts, WatchedFile } from "../../../../shared/model/system-facts.ts";
import { imageWith, systemWith } from "../../../support/facts.ts";

export interface SrgCase {
  readonly name: string;
  readonly expect: Status;
  /** Part of the reason or of an evidence line. */
  readonly says?: RegExp;
  readonly facts?: Partial<Facts>;
  readonly image?: Partial<ImageIdentity>;
  readonly policy?: Partial<PolicyParameters>;
  readonly container?: Partial<ContainerFacts>;
  readonly engine?: Partial<EngineFacts>;
}
export type Cases = Readonly<Record<string, readonly SrgCase[]>>;

export const system = (parts: Partial<SystemFacts>): Partial<Facts> => ({ system: systemWith(parts) });

/** A fact as a whole that was not read. */
export const gap = (...facts: Limit["fact"][]): Partial<Facts> => ({
  limits: facts.map((fact) => ({ fact, where: "layers", reason: "the layers have not been read", weight: "gap" })),
});

export const account = (name: string, uid: number, parts: Partial<Account> = {}): Account => ({
  name,
  uid,
  gid: uid,
  home: `/home/${name}`,
  shell: "/usr/sbin/nologin",
  password: "locked",
  ...parts,
});
export const root = account("root", 0, { home: "/root", shell: "/bin/bash" });

export const watched = (path: string, mode: string, parts: Partial<WatchedFile> = {}): WatchedFile => ({
  path,
  type: "file",
  mode,
  uid: 0,
  gid: 0,
  layer: 0,
  ...parts,
});

export const fileFact = (path: string, mode: string, parts: Partial<FileFact> = {}): FileFact => ({
  path,
  mode,
  uid: 0,
  gid: 0,
  layer: 0,
  ...parts,
});

export const files = (parts: Partial<Facts["files"]>): Partial<Facts> => ({
  files: { setuid: [], setgid: [], worldWritable: [], unowned: [], removed: [], count: 100, bytes: 1, ...parts },
});

export const packageOf = (type: Package["type"], name: string, parts: Partial<Package> = {}): Package => ({
  type,
  name,
  version: "1.0",
  arch: "amd64",
  layer: 0,
  path: "/var/lib/db",
  ...parts,
});
export const deb = (name: string, parts: Partial<Package> = {}): Package => packageOf("deb", name, parts);

export const debian: Os = {
  id: "debian",
  versionId: "12",
  prettyName: "Debian GNU/Linux 12",
  product: "debian",
  cycle: "12",
  evidence: "/etc/os-release",
  release: { ID: "debian" },
};

export const secret = (parts: Partial<Secret>): Secret => ({
  kind: "token",
  where: "env",
  name: "TOKEN",
  preview: "token, 20 characters",
  ground: "pattern",
  ...parts,
});

export const external = (kind: string, data: unknown, verified = true): External => ({
  kind,
  source: "evidence.json",
  digest: "",
  date: null,
  verified,
  data,
});

/** A scan of the image of `imageWith`, with these findings open. */
export const scan = (open: object[], over: object = {}): Partial<Facts> => ({
  external: [
    external("vulnerability-scan", {
      image: imageWith([]).id,
      scannedOn: "2026-11-20",
      databaseOn: "2026-11-20",
      open,
      ...over,
    }),
  ],
});
