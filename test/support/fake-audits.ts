// Audits for tests of the window, one for every fake image: all six statuses, all lifecycle states, long and hostile text.
import type { Audit } from "../../shared/model/audit.ts";
import type { DiffId } from "../../shared/model/digest.ts";
import type { Facts } from "../../shared/model/facts.ts";
import { summarise } from "../../shared/summary.ts";
import { factsWith } from "./facts.ts";
import { fakeFindings } from "./fake-findings.ts";
import { fakeImage, fakeToday, hexOf } from "./fake-images.ts";
import { fakeLifecycle, systemOf } from "./fake-lifecycle.ts";

export function fakeAudit(index: number, depth: "config" | "full" = "full"): Audit {
  const { key: _key, platform, ...listed } = fakeImage(index);
  const findings = fakeFindings(index, depth);
  const lifecycle = depth === "full" ? fakeLifecycle(index) : [];
  return {
    image: {
      ...listed,
      platform: platform ?? "linux/amd64",
      layers: fakeLayers(index, depth),
      ...(index % 3 === 1 ? { base: { layers: 2, proof: "shared-layers", references: ["debian:12"] } } : {}),
      attestations: [],
    },
    facts: depth === "full" ? fakeFacts(index) : factsWith(),
    findings,
    lifecycle,
    hardened: fakeHardened(index, listed.size),
    summary: summarise(findings, lifecycle, fakeToday),
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
