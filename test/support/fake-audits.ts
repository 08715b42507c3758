// Audits for tests of the window, one for every fake image: all six statuses, all lifecycle states, long and hostile text.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Audit } from "../../shared/model/audit.ts";
import type { DiffId } from "../../shared/model/digest.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { LifecycleEntry, LifecycleStatus } from "../../shared/model/lifecycle.ts";
import { summarise } from "../../shared/summary.ts";
import { factsWith } from "./facts.ts";
import { fakeFindings } from "./fake-findings.ts";
import { fakeImage, hexOf } from "./fake-images.ts";

interface System {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly label: string;
  readonly status: LifecycleStatus;
  readonly release: string;
  readonly eoas: string | null;
  readonly eol: string | null;
  readonly eoes: string | null;
  readonly days: number | null;
}

const systems: readonly (System | null)[] = [
  system(
    "debian",
    "12",
    "Debian GNU/Linux 12 (bookworm)",
    "Debian 12",
    "security-only",
    "2023-06-10",
    "2026-06-10",
    "2028-06-30",
    "2033-06-30",
    585,
  ),
  system(
    "alpine",
    "3.22.1",
    "Alpine Linux v3.22",
    "Alpine 3.22",
    "supported",
    "2025-05-30",
    null,
    "2027-05-01",
    null,
    159,
  ),
  system(
    "ubuntu",
    "22.04",
    "Ubuntu 22.04.5 LTS",
    "Ubuntu 22.04",
    "supported",
    "2022-04-21",
    "2024-09-30",
    "2027-04-01",
    "2032-04-09",
    129,
  ),
  system(
    "debian",
    "10",
    "Debian GNU/Linux 10 (buster)",
    "Debian 10",
    "eol",
    "2019-07-06",
    "2022-09-10",
    "2024-06-30",
    "2029-06-30",
    -876,
  ),
  system(
    "debian",
    "13",
    "Debian GNU/Linux 13 (trixie)",
    "Debian 13",
    "supported",
    "2025-08-09",
    "2028-08-09",
    "2030-06-30",
    "2035-06-30",
    1315,
  ),
  null,
  system("wolfi", "20230201", "Wolfi", "Wolfi", "rolling", "2022-09-22", null, null, null, null),
  system(
    "alpine",
    "3.20.8",
    "Alpine Linux v3.20",
    "Alpine 3.20",
    "extended-only",
    "2024-05-22",
    null,
    "2026-04-01",
    "2027-04-01",
    -236,
  ),
  system(
    "debian",
    "11",
    "Debian GNU/Linux 11 (bullseye)",
    "Debian 11",
    "security-only",
    "2021-08-14",
    "2024-08-14",
    "2027-01-15",
    null,
    53,
  ),
  system("houselinux", "9", "House Linux 9", "House Linux 9", "unknown", "", null, null, null, null),
];

function system(
  id: string,
  versionId: string,
  name: string,
  label: string,
  status: LifecycleStatus,
  release: string,
  eoas: string | null,
  eol: string | null,
  eoes: string | null,
  days: number | null,
): System {
  return { id, versionId, name, label, status, release, eoas, eol, eoes, days };
}

/** What the nth image says of its system. */
export function systemOf(index: number): System | null {
  return systems[index % systems.length] ?? null;
}

export function fakeAudit(index: number, depth: "config" | "full" = "full"): Audit {
  const { key: _key, platform, ...listed } = fakeImage(index);
  const findings = fakeFindings(index, depth);
  const lifecycle = depth === "full" ? fakeLifecycle(index) : [];
  return {
    image: { ...listed, platform: platform ?? "linux/amd64", layers: fakeLayers(index, depth), attestations: [] },
    facts: depth === "full" ? fakeFacts(index) : factsWith(),
    findings,
    lifecycle,
    hardened: fakeHardened(index, listed.size),
    summary: summarise(findings, lifecycle),
  };
}

function fakeLayers(index: number, depth: "config" | "full"): Audit["image"]["layers"] {
  const steps = [
    "ADD rootfs.tar.xz / # buildkit",
    "RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*",
    "ENV NODE_VERSION=20.19.0; RUN install-node.sh",
    "COPY package.json package-lock.json /app/",
    "RUN /bin/sh -c npm ci --omit=dev",
    "COPY . /app",
  ];
  const shares = [0.34, 0.18, 0.27, 0.001, 0.17, 0.039];
  return steps.map((step, layer) => ({
    diffId: `sha256:${hexOf(index * 10 + layer + 20_000)}` as DiffId,
    size: depth === "full" ? Math.round(fakeImage(index).size * (shares[layer] ?? 0)) : null,
    ...(layer === 4 ? {} : { step }),
  }));
}

function fakeFacts(index: number): Facts {
  const os = systemOf(index);
  return factsWith({
    os:
      os === null
        ? null
        : {
            id: os.id,
            versionId: os.versionId,
            prettyName: os.name,
            product: os.id,
            cycle: os.versionId,
            evidence: "/etc/os-release",
            release: { ID: os.id, VERSION_ID: os.versionId },
          },
    config: {
      ...factsWith().config,
      user: index % 2 === 0 ? "" : "10001:10001",
      env: [
        { name: "PATH", value: "/usr/local/bin:/usr/bin:/bin" },
        { name: "NODE_VERSION", value: "20.19.0" },
        { name: "API_TOKEN", value: "token, 40 characters", masked: true },
      ],
      exposedPorts: ["8080/tcp", "9090/tcp"],
      entrypoint: ["/usr/bin/tini", "--"],
      cmd: ["node", "server.js"],
      workingDir: "/app",
      labels: {
        "org.opencontainers.image.source": "https://git.example.com/shop/api",
        "com.example.note": `\u202eelif a si siht\u202c ${"very long label ".repeat(600)}`,
      },
    },
    packages: Array.from({ length: 420 }, (_, n) => ({
      type: n % 3 === 2 ? ("npm" as const) : ("deb" as const),
      name: n % 3 === 2 ? `@scope/module-${n}` : `lib${["ssl", "curl", "xml", "gcc", "uv"][n % 5]}${n}`,
      version: n % 3 === 2 ? `${n % 7}.${n % 13}.0` : `1:${n % 9}.${n % 17}-${1 + (n % 3)}+deb12u${n % 5}`,
      arch: n % 3 === 2 ? "all" : "amd64",
      ...(n % 4 === 0 ? { source: { name: `source-${n % 40}`, version: "1" } } : {}),
      layer: n % 3 === 2 ? 4 : 0,
      path: n % 3 === 2 ? `/app/node_modules/module-${n}/package.json` : "/var/lib/dpkg/status",
    })),
    files: {
      setuid: ["/usr/bin/passwd", "/usr/bin/su", "/usr/bin/mount"].map((path) => file(path, "4755")),
      setgid: [file("/usr/bin/chage", "2755")],
      worldWritable: [file("/app/cache", "777")],
      unowned: [{ ...file("/app/server.js", "644"), uid: 501, gid: 20, layer: 5 }],
      removed: [{ ...file("/usr/bin/newgrp", "4755"), removedInLayer: 1 }],
      count: 18_233,
      bytes: 512_000_000,
    },
    accounts: ["root", "daemon", "bin", "www-data", "nobody", "app"].map((name, n) => ({
      name,
      uid: n === 4 ? 65_534 : n,
      gid: n === 4 ? 65_534 : n,
      home: n === 0 ? "/root" : n === 5 ? "/app" : "/nonexistent",
      shell: n === 0 ? "/bin/bash" : "/usr/sbin/nologin",
      password: n === 5 ? ("empty" as const) : ("locked" as const),
    })),
    secrets: [
      {
        kind: "private-key",
        where: "file",
        path: "/app/.ssh/id_ed25519",
        layer: 5,
        preview: "private key (OpenSSH), 411 characters",
        ground: "pattern",
      },
      { kind: "token", where: "env", name: "API_TOKEN", preview: "token, 40 characters", ground: "name" },
      {
        kind: "npm-token",
        where: "file",
        path: "/root/.npmrc",
        layer: 3,
        removedInLayer: 4,
        preview: "npm access token, 40 characters",
        ground: "pattern",
      },
    ],
    limits: [
      {
        fact: "packages",
        where: "/var/lib/rpm/rpmdb.sqlite",
        reason: "rpm databases are not read yet",
        weight: "note",
      },
      {
        fact: "runtimes",
        where: "/opt/app/bin/server",
        reason: "no version could be found in this file",
        weight: "note",
      },
    ],
  });
}

function file(path: string, mode: string) {
  return { path, mode, uid: 0, gid: 0, layer: 0 };
}

function fakeLifecycle(index: number): LifecycleEntry[] {
  const os = systemOf(index);
  if (os === null) return [];
  const day = (text: string | null) => (text === null || text === "" ? null : (text as CalendarDay));
  const entry: LifecycleEntry = {
    component: {
      kind: "os",
      product: os.id,
      cycle: os.versionId,
      version: os.versionId,
      label: os.label,
      evidence: "/etc/os-release",
    },
    status: os.status,
    ...(os.status === "unknown" ? { reason: "no-product: the lifecycle data hold no product named houselinux" } : {}),
    dates: { release: day(os.release), eoas: day(os.eoas), eol: day(os.eol), eoes: day(os.eoes) },
    coverage:
      os.eoes === null
        ? []
        : [
            {
              phase: "extended",
              provider: "Freexian",
              from: day(os.eol),
              until: day(os.eoes),
              entitled: false,
              source: "vendor page",
            },
          ],
    next: os.days === null ? null : { what: "eol", date: day(os.eol) as CalendarDay, days: os.days },
  };
  if (index % 2 === 1) return [entry];
  const node: LifecycleEntry = {
    component: {
      kind: "runtime",
      product: "nodejs",
      cycle: "24",
      version: "24.11.1",
      label: "Node.js 24",
      evidence: "/usr/local/include/node/node_version.h",
      conflicts: [{ evidence: "env NODE_VERSION", version: "20.19.0" }],
    },
    status: "supported",
    dates: {
      release: "2025-05-06" as CalendarDay,
      eoas: "2026-10-20" as CalendarDay,
      eol: "2028-04-30" as CalendarDay,
      eoes: null,
    },
    coverage: [],
    next: { what: "eol", date: "2028-04-30" as CalendarDay, days: 524 },
  };
  return [entry, node];
}

function fakeHardened(index: number, size: number): Audit["hardened"] {
  const state = index % 10 === 4 ? "hardened" : index % 10 === 6 ? "derived" : index % 10 === 8 ? "unproven" : "none";
  return {
    state,
    claims: state === "hardened" ? ["cis"] : [],
    proof: state === "hardened" || state === "derived" ? { method: "chain-id", baseLayers: 2 } : { method: "none" },
    attestations: [],
    surface: {
      shells: ["/bin/sh"],
      packageManagers: ["apt"],
      interpreters: [],
      setuid: 3,
      packages: 420,
      files: 18_233,
      size,
      root: index % 2 === 0,
      ports: ["8080/tcp"],
    },
  };
}
