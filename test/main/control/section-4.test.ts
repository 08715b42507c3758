// Every control of section 4 with the verdict that each situation deserves; the peers' known false alarms are rows too.
import { describe, expect, it } from "vitest";
import { judgeControls } from "../../../main/control/judge.ts";
import { loadRules } from "../../../main/data/rules.ts";
import type { DiffId } from "../../../shared/model/digest.ts";
import type {
  Account,
  External,
  Facts,
  FileFact,
  HistoryEntry,
  Limit,
  Package,
  Secret,
} from "../../../shared/model/facts.ts";
import type { Status } from "../../../shared/model/finding.ts";
import type { ImageIdentity } from "../../../shared/model/image.ts";
import { Policy, type PolicyParameters } from "../../../shared/model/policy.ts";
import { configWith, factsWith, imageWith } from "../../support/facts.ts";
import { day, idOf } from "../../support/kept-run.ts";

const rules = await loadRules("assets/rules");
const layer = (digit: string): { diffId: DiffId; size: number } => ({ diffId: idOf(digit) as DiffId, size: 1 });

const account = (name: string, uid: number): Account => ({
  name,
  uid,
  gid: uid,
  home: "/",
  shell: "/bin/sh",
  password: "none",
});
const deb = (name: string): Package => ({
  type: "deb",
  name,
  version: "1.0",
  arch: "amd64",
  layer: 0,
  path: "/var/lib/dpkg/status",
});
const special = (path: string, mode: string, more: Partial<FileFact> = {}): FileFact => ({
  path,
  mode,
  uid: 0,
  gid: 0,
  layer: 0,
  ...more,
});
const files = (parts: Partial<Facts["files"]>): Facts["files"] => ({ ...factsWith().files, ...parts });
const gap = (fact: Limit["fact"], reason = "the layers have not been read yet"): Limit => ({
  fact,
  where: "layers",
  reason,
  weight: "gap",
});
const external = (kind: string, data: unknown, verified = true): External => ({
  kind,
  source: "registry",
  digest: "",
  date: null,
  verified,
  data,
});
const secret = (parts: Partial<Secret>): Secret => ({
  kind: "x",
  where: "env",
  name: "X",
  preview: "x, 20 characters",
  ground: "pattern",
  ...parts,
});
const os: Facts["os"] = {
  id: "debian",
  versionId: "12",
  prettyName: null,
  product: null,
  cycle: null,
  evidence: "/etc/os-release",
  release: {},
};

/** A history of steps that each made a layer; `~` in front marks one that made none. */
function history(...steps: string[]): HistoryEntry[] {
  let made = 0;
  return steps.map((text) => {
    const emptyLayer = text.startsWith("~");
    const entry: HistoryEntry = { created: null, createdBy: emptyLayer ? text.slice(1) : text, emptyLayer };
    return emptyLayer ? entry : { ...entry, layer: made++ };
  });
}
const base = "/bin/sh -c #(nop) ADD file:0123456789abcdef in / ";

interface Case {
  readonly name: string;
  readonly facts: Partial<Facts>;
  readonly image?: Partial<ImageIdentity>;
  readonly policy?: Partial<PolicyParameters>;
  readonly status: Status;
  /** Part of the reason or of an evidence line. */
  readonly says?: RegExp;
}

function verdict(control: string, given: Case): { status: Status; text: string } {
  const image = { ...imageWith([layer("a"), layer("b")]), ...given.image };
  const policy = Policy.parse({ schema: "plimsoll/policy@1", parameters: given.policy ?? {} });
  const finding = judgeControls({ image, facts: factsWith(given.facts) }, rules, day("2026-11-24"), policy).find(
    (one) => one.control === control,
  );
  if (finding === undefined) throw new Error(`${control} is not in the catalogue`);
  return {
    status: finding.status,
    text: [finding.reason ?? "", ...finding.evidence.map((e) => `${e.where}: ${e.detail}`)].join("\n"),
  };
}

const user = (value: string, accounts: Account[] = [account("root", 0), account("app", 10)]): Partial<Facts> => ({
  config: configWith({ user: value }),
  accounts,
});
const health = (test: string[] | null): Partial<Facts> => ({
  config: configWith({ healthcheck: test === null ? null : { test } }),
});
const scan = (open: object[], over: object = {}): Partial<Facts> => ({
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
const baseLabel = (name: string): Partial<Facts> => ({
  config: configWith({ labels: { "org.opencontainers.image.base.name": name } }),
});
const run = (script: string): Partial<Facts> => ({ history: history(base, `RUN /bin/sh -c ${script} # buildkit`) });

const table: Readonly<Record<string, readonly Case[]>> = {
  "cis-docker:4.1": [
    { name: "no user", facts: user(""), status: "fail", says: /runs as root/ },
    { name: "root by name", facts: user("root"), status: "fail" },
    { name: "root with a group", facts: user("root:root"), status: "fail" },
    { name: "0", facts: user("0"), status: "fail" },
    { name: "0:0", facts: user("0:0"), status: "fail" },
    { name: "00", facts: user("00"), status: "fail" },
    { name: "a name whose UID is 0", facts: user("admin", [account("admin", 0)]), status: "fail", says: /UID 0/ },
    { name: "a name that passwd does not have", facts: user("ghost"), status: "fail", says: /does not stand/ },
    { name: "an image without passwd and a name", facts: user("app", []), status: "fail" },
    { name: "a named account", facts: user("app"), status: "pass" },
    { name: "a number", facts: user("10001"), status: "pass" },
    { name: "a number and group 0", facts: user("1000:0"), status: "pass" },
    { name: "a number that passwd does not have", facts: user("65532", []), status: "pass" },
    {
      name: "a USER line in the history that the config does not carry",
      facts: { ...user(""), history: history(base, "~USER app") },
      status: "fail",
    },
    {
      name: "a name while the accounts were not read",
      facts: { ...user("app", []), limits: [gap("accounts")] },
      status: "not-assessed",
    },
    {
      name: "root while the accounts were not read",
      facts: { ...user("root", []), limits: [gap("accounts")] },
      status: "fail",
    },
    {
      name: "a number while the accounts were not read",
      facts: { ...user("7", []), limits: [gap("accounts")] },
      status: "pass",
    },
  ],
  "cis-docker:4.2": [
    { name: "several layers and nothing that names a base", facts: {}, status: "not-assessed", says: /provenance/ },
    {
      name: "a base label without a list",
      facts: {
        config: configWith({ labels: { "org.opencontainers.image.base.name": "docker.io/library/debian:12" } }),
      },
      status: "not-assessed",
      says: /docker\.io\/library\/debian:12/,
    },
    {
      name: "a label that names a base off the list",
      facts: baseLabel("docker.io/library/debian:12"),
      policy: { trustedBases: ["registry.example.org/base/*"] },
      status: "fail",
      says: /not among those that the policy trusts/,
    },
    {
      name: "a label that names a base on the list proves nothing",
      facts: baseLabel("docker.io/library/debian:12"),
      policy: { trustedBases: ["docker.io/library/debian:*"] },
      status: "manual",
      says: /proves nothing by itself/,
    },
    {
      name: "layers that are those of a base on the list",
      facts: {},
      image: { base: { layers: 1, proof: "shared-layers", references: ["debian:12"] } },
      policy: { trustedBases: ["docker.io/library/debian:*"] },
      status: "pass",
      says: /layers: the policy trusts this base: debian:12/,
    },
    {
      name: "layers that are those of a base on the list by its digest",
      facts: {},
      image: { base: { layers: 1, proof: "shared-layers", references: [], id: idOf("7") } },
      policy: { trustedBases: [idOf("7")] },
      status: "pass",
    },
    {
      name: "layers that are those of a base off the list, whatever a label says",
      facts: baseLabel("registry.example.org/base/x:1"),
      image: { base: { layers: 1, proof: "shared-layers", references: ["debian:12"] } },
      policy: { trustedBases: ["registry.example.org/base/*"] },
      status: "fail",
    },
    {
      name: "provenance that was verified",
      facts: { external: [{ ...external("provenance", {}), source: "registry.example.org/base/x:1" }] },
      policy: { trustedBases: ["registry.example.org/base/*"] },
      status: "pass",
    },
    {
      name: "provenance that was not verified",
      facts: { external: [{ ...external("provenance", {}, false), source: "registry.example.org/base/x:1" }] },
      policy: { trustedBases: ["registry.example.org/base/*"] },
      status: "manual",
    },
    {
      name: "a single layer that was imported",
      facts: { history: [{ created: null, createdBy: "", comment: "Imported from -", emptyLayer: false, layer: 0 }] },
      image: { layers: [layer("a")] },
      status: "not-applicable",
      says: /imported or flattened/,
    },
    {
      name: "a single layer that may be a base image's",
      facts: { history: history(base, "~CMD app") },
      image: { layers: [layer("a")] },
      status: "not-assessed",
    },
    {
      name: "a single layer of which nothing is recorded",
      facts: { history: [] },
      image: { layers: [layer("a")] },
      status: "not-assessed",
    },
    {
      name: "layers that the build itself copied onto nothing",
      facts: { history: history("COPY /server /server # buildkit", "COPY /etc /etc # buildkit") },
      status: "not-applicable",
      says: /from scratch/,
    },
  ],
  "cis-docker:4.3": [
    {
      name: "an SSH server",
      facts: { os, packages: [deb("openssh-server"), deb("libc6")] },
      status: "fail",
      says: /deb openssh-server/,
    },
    { name: "a compiler", facts: { os, packages: [deb("gcc-12")] }, status: "fail" },
    { name: "a debugger", facts: { os, packages: [deb("gdb")] }, status: "fail" },
    { name: "a network tool", facts: { os, packages: [deb("netcat-openbsd")] }, status: "fail" },
    {
      name: "a server that the policy allows",
      facts: { os, packages: [deb("openssh-server")] },
      policy: { allowedPackages: ["openssh-server"] },
      status: "manual",
      says: /the policy allows it \(allowedPackages\)/,
    },
    {
      name: "a server beside one that the policy allows",
      facts: { os, packages: [deb("openssh-server"), deb("telnetd")] },
      policy: { allowedPackages: ["openssh-server"] },
      status: "fail",
    },
    {
      name: "libraries and data packages that only sound like a compiler",
      facts: { os, packages: [deb("gcc-12-base"), deb("libgcc-s1"), deb("libstdc++6"), deb("openssh-client")] },
      status: "manual",
    },
    {
      name: "a package manager is evidence, not a failure",
      facts: { os, packages: [deb("apt"), deb("libc6")] },
      status: "manual",
      says: /deb apt: a package manager/,
    },
    { name: "neither system nor packages", facts: {}, status: "not-applicable" },
    { name: "a system without package database", facts: { os }, status: "manual" },
    {
      name: "a database that was not read",
      facts: { os, limits: [gap("packages", "rpm package database not read yet by this version")] },
      status: "not-assessed",
      says: /rpm/,
    },
    {
      name: "a database that was not read beside a server that was seen",
      facts: { os, packages: [deb("telnetd")], limits: [gap("packages")] },
      status: "fail",
    },
  ],
  "cis-docker:4.4": [
    { name: "no scan", facts: {}, status: "not-assessed", says: /no vulnerability scan/ },
    { name: "a clean scan", facts: scan([]), status: "pass" },
    {
      name: "a critical finding with a fix",
      facts: scan([{ id: "CVE-1", package: "zlib", severity: "critical", fixedIn: "1.3" }]),
      status: "fail",
      says: /zlib CVE-1/,
    },
    {
      name: "a high finding with a fix",
      facts: scan([{ id: "CVE-1", package: "zlib", severity: "HIGH", fixedIn: "1.3" }]),
      status: "fail",
    },
    {
      name: "a critical finding without a fix",
      facts: scan([{ id: "CVE-1", package: "zlib", severity: "critical", fixedIn: null }]),
      status: "pass",
    },
    {
      name: "a low finding with a fix",
      facts: scan([{ id: "CVE-1", package: "zlib", severity: "low", fixedIn: "1.3" }]),
      status: "pass",
    },
    {
      name: "a stale scan",
      facts: scan([], { scannedOn: "2026-09-01" }),
      status: "not-assessed",
      says: /older than 30 days/,
    },
    {
      name: "a scan as old as the policy allows",
      facts: scan([], { scannedOn: "2026-09-01" }),
      policy: { maximumScanAgeDays: 90 },
      status: "pass",
    },
    {
      name: "a scan older than the policy allows",
      facts: scan([]),
      policy: { maximumScanAgeDays: 3 },
      status: "not-assessed",
      says: /older than 3 days/,
    },
    { name: "a stale database", facts: scan([], { databaseOn: "2026-09-01" }), status: "not-assessed" },
    {
      name: "a scan of another image",
      facts: scan([], { image: idOf("9") }),
      status: "not-assessed",
      says: /another image/,
    },
    {
      name: "a scan that is none",
      facts: { external: [external("vulnerability-scan", { open: "?" })] },
      status: "error",
    },
  ],
  "cis-docker:4.5": [
    { name: "no signature looked at", facts: {}, status: "not-assessed" },
    { name: "one that verifies", facts: { external: [external("signature", {})] }, status: "pass" },
    { name: "one that does not verify", facts: { external: [external("signature", {}, false)] }, status: "fail" },
  ],
  "cis-docker:4.6": [
    { name: "a command", facts: health(["CMD", "/app", "health"]), status: "pass" },
    { name: "a shell command", facts: health(["CMD-SHELL", "curl -f localhost"]), status: "pass" },
    { name: "none", facts: health(null), status: "fail" },
    { name: "HEALTHCHECK NONE", facts: health(["NONE"]), status: "fail", says: /switched off/ },
    { name: "an empty test", facts: health([]), status: "fail" },
    { name: "CMD without a command", facts: health(["CMD"]), status: "fail" },
    { name: "an unknown form", facts: health(["SOMETHING", "x"]), status: "fail" },
    {
      name: "an OCI config, which has no field for it",
      facts: { config: configWith({ format: "oci" }) },
      status: "not-assessed",
      says: /no field/,
    },
    {
      name: "an OCI config that has one all the same",
      facts: { config: configWith({ format: "oci", healthcheck: { test: ["CMD", "x"] } }) },
      status: "pass",
    },
    {
      name: "one that the history sets and the config lost",
      facts: { history: history(base, '~HEALTHCHECK &{["CMD" "x"] "0s" "0s" "0s" "0s" \'\\x00\'}') },
      status: "not-assessed",
      says: /lost/,
    },
    {
      name: "one that the history switches off",
      facts: { history: history(base, '~HEALTHCHECK &{["NONE"] "0s" "0s" "0s" "0s" \'\\x00\'}') },
      status: "fail",
    },
  ],
  "cis-docker:4.7": [
    { name: "apt-get update alone", facts: run("apt-get update"), status: "fail", says: /history\[1\]/ },
    {
      name: "the classic builder's form",
      facts: { history: history(base, "/bin/sh -c apt-get -qq update") },
      status: "fail",
    },
    {
      name: "behind build arguments",
      facts: { history: history(base, "|2 A=x B=y /bin/sh -c apt-get update") },
      status: "fail",
    },
    { name: "apk update alone", facts: run("apk update"), status: "fail" },
    { name: "in quotes for another shell", facts: run('bash -c "apt-get update && rm -rf /tmp/x"'), status: "fail" },
    {
      name: "in quotes, as a Dockerfile has it",
      facts: { history: history(base, "RUN /bin/bash -c 'apt-get update'") },
      status: "fail",
    },
    { name: "in the exec form", facts: { history: history(base, 'RUN ["apt-get", "update"]') }, status: "fail" },
    {
      name: "in the exec form, with a shell and an install",
      facts: { history: history(base, 'RUN ["bash", "-c", "apt-get update && apt-get install -y curl"]') },
      status: "pass",
    },
    { name: "followed by an install of another family", facts: run("apt-get update && apk add curl"), status: "fail" },
    { name: "joined with an install", facts: run("apt-get update && apt-get install -y curl"), status: "pass" },
    {
      name: "joined over lines",
      facts: run(
        "apt-get update \\\n && apt-get install -y --no-install-recommends curl \\\n && rm -rf /var/lib/apt/lists/*",
      ),
      status: "pass",
    },
    { name: "apk update, then apk add", facts: run("apk update && apk add --no-cache curl"), status: "pass" },
    { name: "update-ca-certificates", facts: run("update-ca-certificates"), status: "pass" },
    { name: "a file that is called update", facts: run("./update && echo apt-get update"), status: "pass" },
    { name: "yum update is an upgrade", facts: run("yum -y update"), status: "pass" },
    { name: "dnf makecache alone", facts: run("dnf makecache"), status: "fail" },
    { name: "no step at all but the base", facts: { history: history(base) }, status: "pass" },
    { name: "no history", facts: { history: [] }, status: "not-assessed" },
    {
      name: "an import",
      facts: { history: [{ created: null, createdBy: "", comment: "Imported from -", emptyLayer: false, layer: 0 }] },
      status: "not-applicable",
    },
    { name: "an image made by apko", facts: { history: history("apko") }, status: "not-applicable" },
  ],
  "cis-docker:4.8": [
    {
      name: "a setuid file",
      facts: { files: files({ setuid: [special("/bin/su", "4755")] }) },
      status: "fail",
      says: /\/bin\/su: setuid, mode 4755/,
    },
    { name: "a setgid file", facts: { files: files({ setgid: [special("/usr/bin/wall", "2755")] }) }, status: "fail" },
    { name: "none", facts: { files: files({ count: 12 }) }, status: "pass", says: /none of the 12/ },
    {
      name: "one that a later layer removed",
      facts: { files: files({ removed: [special("/bin/su", "4755", { removedInLayer: 1 })] }) },
      status: "pass",
      says: /removed or disarmed in layer 1/,
    },
    {
      name: "one that the policy allows",
      facts: { files: files({ setuid: [special("/bin/su", "4755")] }) },
      policy: { allowedSetuid: ["/bin/*"] },
      status: "pass",
      says: /\/bin\/su: the policy allows it \(allowedSetuid\)/,
    },
    {
      name: "one that the policy does not allow beside one that it does",
      facts: { files: files({ setuid: [special("/bin/su", "4755"), special("/opt/x", "4755")] }) },
      policy: { allowedSetuid: ["/bin/su"] },
      status: "fail",
    },
    {
      name: "one that is allowed under one of its two names",
      facts: { files: files({ setuid: [special("/bin/su", "4755", { links: ["/opt/su"] })] }) },
      policy: { allowedSetuid: ["/bin/su"] },
      status: "fail",
    },
    {
      name: "hard links count once",
      facts: { files: files({ setuid: [special("/bin/a", "4755", { links: ["/bin/b"] })] }) },
      status: "fail",
    },
    { name: "files that were not read", facts: { limits: [gap("files")] }, status: "not-assessed" },
    {
      name: "files that were not all read, and one that was seen",
      facts: { files: files({ setuid: [special("/bin/su", "4755")] }), limits: [gap("files")] },
      status: "fail",
    },
  ],
  "cis-docker:4.9": [
    {
      name: "an address",
      facts: { history: history(base, "ADD https://example.com/a.tgz /opt/ # buildkit") },
      status: "fail",
      says: /example\.com/,
    },
    {
      name: "an address, classic",
      facts: { history: history(base, "/bin/sh -c #(nop) ADD https://example.com/a.tgz in /opt/ ") },
      status: "fail",
    },
    {
      name: "an address that the classic builder recorded as a bare digest",
      facts: { history: history(base, `/bin/sh -c #(nop) ADD ${"a1".repeat(32)} in /opt/ `) },
      status: "fail",
    },
    {
      name: "an address among local sources",
      facts: { history: history(base, 'ADD ["x.tar", "https://example.com/a.tgz", "/opt/"] # buildkit') },
      status: "fail",
    },
    {
      name: "an address with a checksum",
      facts: {
        history: history(base, `ADD --checksum=sha256:${"a".repeat(64)} https://example.com/a.tgz /opt/ # buildkit`),
      },
      status: "pass",
      says: /bound by a checksum/,
    },
    {
      name: "a Git source",
      facts: { history: history(base, "ADD https://github.com/moby/buildkit.git#v0.10 /src # buildkit") },
      status: "pass",
    },
    {
      name: "a local archive",
      facts: { history: history(base, "ADD app.tar.gz /opt/ # buildkit") },
      status: "manual",
      says: /app\.tar\.gz/,
    },
    {
      name: "a local file, classic",
      facts: { history: history(base, "/bin/sh -c #(nop) ADD file:abcdef0123456789 in /opt/x ") },
      status: "manual",
    },
    {
      name: "the base's own root file system",
      facts: { history: history(base, "COPY . /app # buildkit") },
      status: "pass",
      says: /root file system is excused/,
    },
    {
      name: "the base's own root file system, BuildKit",
      facts: { history: history("ADD alpine-minirootfs-3.22.1-x86_64.tar.gz / # buildkit", '~CMD ["/bin/sh"]') },
      status: "pass",
    },
    {
      name: "a second ADD to / is not the base's",
      facts: { history: history(base, "/bin/sh -c #(nop) ADD file:abcdef0123456789 in / ") },
      status: "manual",
    },
    { name: "COPY alone", facts: { history: history("COPY / / # buildkit") }, status: "pass" },
    { name: "no history", facts: { history: [] }, status: "not-assessed" },
    {
      name: "squashed",
      facts: {
        history: [{ created: null, createdBy: "", comment: "merge sha256:1 to sha256:2", emptyLayer: false, layer: 0 }],
      },
      status: "not-applicable",
    },
  ],
  "cis-docker:4.10": [
    { name: "nothing found", facts: { history: history(base) }, status: "pass" },
    { name: "a value with the form of a secret", facts: { secrets: [secret({})] }, status: "fail", says: /env X/ },
    {
      name: "a value under a name that says so",
      facts: { secrets: [secret({ ground: "name" })] },
      status: "fail",
      says: /its name says/,
    },
    {
      name: "a key in a file that a later layer deleted",
      facts: { secrets: [secret({ where: "file", path: "/root/.ssh/id_rsa", layer: 0, removedInLayer: 1 })] },
      status: "fail",
      says: /deleted in layer 1/,
    },
    { name: "files that were not searched", facts: { limits: [gap("secrets")] }, status: "not-assessed" },
    {
      name: "files that were not searched, and one that was found",
      facts: { secrets: [secret({})], limits: [gap("secrets")] },
      status: "fail",
    },
  ],
  "cis-docker:4.11": [
    {
      name: "a source that is trusted unsigned",
      facts: {
        packageTrust: [
          { manager: "apt", path: "/etc/apt/sources.list", layer: 0, state: "disabled", detail: "trusted=yes" },
        ],
      },
      status: "fail",
      says: /trusted=yes/,
    },
    {
      name: "a flag in the history",
      facts: { history: history(base, "RUN /bin/sh -c apt-get install -y --allow-unauthenticated x # buildkit") },
      status: "fail",
    },
    {
      name: "--nogpgcheck",
      facts: { history: history(base, "RUN /bin/sh -c yum install -y --nogpgcheck x # buildkit") },
      status: "fail",
    },
    {
      name: "--allow-untrusted",
      facts: { history: history(base, "RUN /bin/sh -c apk add --allow-untrusted /x.apk # buildkit") },
      status: "fail",
    },
    {
      name: "a trusted=yes line that a step writes",
      facts: {
        history: history(
          base,
          'RUN /bin/sh -c echo "deb [trusted=yes] http://x ./" > /etc/apt/sources.list # buildkit',
        ),
      },
      status: "fail",
    },
    {
      name: "settings that weaken nothing",
      facts: {
        history: history(base),
        packageTrust: [{ manager: "apt", path: "/etc/apt/sources.list", layer: 0, state: "ok", detail: "" }],
      },
      status: "manual",
    },
    {
      name: "settings that a person should look at",
      facts: {
        history: history(base),
        packageTrust: [
          { manager: "apk", path: "/etc/apk/repositories", layer: 0, state: "ok", detail: "2 over http, no keys" },
        ],
      },
      status: "manual",
      says: /\/etc\/apk\/repositories: its settings: 2 over http, no keys/,
    },
    {
      name: "a package manager without settings",
      facts: { history: history(base), executables: ["/usr/bin/apt-get"] },
      status: "manual",
    },
    {
      name: "no package manager",
      facts: { history: history(base), executables: ["/usr/bin/python3.14"] },
      status: "not-applicable",
    },
    {
      name: "settings that were not read",
      facts: { history: history(base), limits: [gap("packageTrust")] },
      status: "not-assessed",
    },
  ],
  "cis-docker:4.12": [
    { name: "no signature looked at", facts: {}, status: "not-assessed" },
    {
      name: "attestations beside the image, unverified",
      facts: {},
      image: { attestations: [{ kind: "in-toto", digest: idOf("5") }] },
      status: "not-assessed",
      says: /1 attestations/,
    },
    {
      name: "one that verifies beside one that does not",
      facts: { external: [external("signature", {}, false), external("signature", {})] },
      status: "pass",
    },
    { name: "one that does not verify", facts: { external: [external("signature", {}, false)] }, status: "fail" },
  ],
};

describe.each(Object.entries(table))("%s", (control, cases) => {
  it.each(cases)("$name: $status", (given) => {
    const { status, text } = verdict(control, given);
    expect(status, text).toBe(given.status);
    if (given.says !== undefined) expect(text).toMatch(given.says);
    if (status !== "pass" && status !== "fail") expect(text.split("\n")[0]).not.toBe("");
  });
});

it("every control has a row that passes, fails and lacks evidence, but where its nature has none", () => {
  const without: Readonly<Record<string, readonly Status[]>> = {
    // Whether packages are needed, and whether keys are the right ones, is a person's to say.
    "cis-docker:4.3": ["pass"],
    "cis-docker:4.11": ["pass"],
  };
  const missing = Object.entries(table).flatMap(([control, cases]) =>
    (["pass", "fail", "not-assessed"] as const)
      .filter((status) => !(without[control] ?? []).includes(status) && !cases.some((one) => one.status === status))
      .map((status) => `${control} ${status}`),
  );
  expect(missing).toEqual([]);
  const section = rules
    .flatMap(({ controls }) => controls.map(({ id }) => id))
    .filter((id) => /^cis-docker:4\./.test(id));
  expect(Object.keys(table)).toEqual(section);
});
