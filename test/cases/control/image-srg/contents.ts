import type { SystemFacts } from "../../../../shared/model/system-facts.ts";
import { account, type Cases, gap, type SrgCase, secret, system, watched } from "./situation.ts";

const unread = (name: string, ...facts: Parameters<typeof gap>): SrgCase => ({
  name,
  expect: "not-assessed",
  facts: gap(...facts),
});
const compared = (parts: Partial<NonNullable<SystemFacts["packageFiles"]>>) =>
  system({ packageFiles: { compared: 2000, changed: [], missing: [], more: 0, ...parts } });
const changed = (path: string) => ({ path, package: "coreutils", layer: 1 });
const key = (path: string, more: Parameters<typeof secret>[0] = {}) =>
  secret({
    kind: "private key (OpenSSH)",
    where: "file",
    path,
    preview: "private key (OpenSSH), 400 characters",
    ...more,
  });

export const cases: Cases = {
  "image-srg:package-integrity": [
    { name: "all as recorded", expect: "pass", facts: compared({}), says: /2000 files/ },
    {
      name: "changed settings",
      expect: "pass",
      facts: compared({ changed: [changed("/etc/bash.bashrc")] }),
      says: /1 settings/,
    },
    {
      name: "documentation left out",
      expect: "pass",
      facts: compared({ missing: [{ path: "/usr/share/doc/x", package: "x" }] }),
    },
    {
      name: "a changed program",
      expect: "fail",
      facts: compared({ changed: [changed("/usr/bin/ls")] }),
      says: /package coreutils/,
    },
    { name: "a changed library", expect: "fail", facts: compared({ changed: [changed("/opt/x/libx.so.1.2")] }) },
    {
      name: "a changed program, allowed",
      expect: "pass",
      facts: compared({ changed: [changed("/usr/bin/ls")] }),
      policy: { allowedPaths: ["/usr/bin/ls"] },
    },
    {
      name: "changed data",
      expect: "manual",
      facts: compared({ changed: [changed("/usr/share/x/data.xml")] }),
      says: /data\.xml/,
    },
    {
      name: "no digests, as in a slim image",
      expect: "not-assessed",
      facts: system({ packageFiles: null }),
      says: /no package database/,
    },
    {
      name: "more changes than are listed",
      expect: "not-assessed",
      facts: compared({ changed: [changed("/etc/x")], more: 3 }),
    },
    {
      name: "a changed program among them",
      expect: "fail",
      facts: compared({ changed: [changed("/usr/bin/ls")], more: 3 }),
    },
  ],
  "image-srg:rhosts": [
    { name: "none", expect: "pass", facts: {} },
    { name: "hosts.equiv", expect: "fail", facts: system({ trustFiles: [watched("/etc/hosts.equiv", "644")] }) },
    {
      name: "shosts.equiv of SSH",
      expect: "fail",
      facts: system({ trustFiles: [watched("/etc/ssh/shosts.equiv", "644")] }),
    },
    {
      name: ".rhosts in a home",
      expect: "fail",
      facts: {
        accounts: [account("app", 5, { home: "/srv/app" })],
        ...system({ trustFiles: [watched("/srv/app/.rhosts", "600")] }),
      },
    },
    {
      name: ".rhosts among a package's tests",
      expect: "pass",
      facts: system({ trustFiles: [watched("/usr/lib/x/test/.rhosts", "644")] }),
      says: /no program reads it/,
    },
    {
      name: ".netrc is another's subject",
      expect: "pass",
      facts: system({ trustFiles: [watched("/root/.netrc", "600")] }),
    },
    unread("settings not read", "system"),
  ],
  "image-srg:netrc": [
    { name: "none", expect: "pass", facts: {} },
    { name: ".netrc of root", expect: "fail", facts: system({ trustFiles: [watched("/root/.netrc", "600")] }) },
    {
      name: "a token for npm",
      expect: "fail",
      facts: { secrets: [secret({ where: "file", path: "/home/node/.npmrc" })] },
    },
    {
      name: "a login for a registry",
      expect: "fail",
      facts: { secrets: [secret({ where: "file", path: "/root/.docker/config.json" })] },
    },
    {
      name: "one that a later layer deleted",
      expect: "fail",
      facts: { secrets: [secret({ where: "file", path: "/root/.git-credentials", layer: 0, removedInLayer: 1 })] },
      says: /deleted in layer 1/,
    },
    {
      name: "a fixture in node_modules",
      expect: "pass",
      facts: {
        ...system({ trustFiles: [watched("/app/node_modules/x/test/.netrc", "644")] }),
        secrets: [secret({ where: "file", path: "/app/node_modules/x/.npmrc" })],
      },
      says: /lies in no home/,
    },
    unread("files not searched", "secrets"),
  ],
  "image-srg:private-keys": [
    { name: "none", expect: "pass", facts: { secrets: [secret({})] } },
    { name: "a key in a file", expect: "fail", facts: { secrets: [key("/app/id_rsa")] } },
    {
      name: "a key in a variable",
      expect: "fail",
      facts: { secrets: [secret({ kind: "encrypted private key (PKCS#8 PEM)" })] },
    },
    {
      name: "one that a later layer deleted",
      expect: "fail",
      facts: { secrets: [key("/id", { layer: 0, removedInLayer: 2 })] },
      says: /still in layer 0/,
    },
    {
      name: "a test key, allowed",
      expect: "pass",
      facts: { secrets: [key("/usr/lib/python3/test/key.pem")] },
      policy: { allowedPaths: ["/usr/lib/python3/test/**"] },
    },
    {
      name: "a host key is never allowed",
      expect: "fail",
      facts: { secrets: [key("/etc/ssh/ssh_host_rsa_key")] },
      policy: { allowedPaths: ["/etc/ssh/**"] },
    },
    unread("files not searched", "secrets"),
  ],
};
