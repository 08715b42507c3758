// Answers of engines about themselves and their containers, in the shapes that each product really gives: Docker 20.10 with
// its own store, Docker 29 with containerd's, Docker Desktop, Podman 4.3, and swarm nodes.
import type { ServerResponse } from "node:http";
import { type Answer, json } from "./fake-engine.ts";
import { treeKernel, treeName, treeSystem } from "./host-tree.ts";

export interface PlayedEngine {
  readonly version: Record<string, unknown>;
  readonly info: Record<string, unknown>;
  readonly networks?: readonly unknown[];
  readonly images?: readonly unknown[];
  readonly containers?: readonly PlayedContainer[];
  readonly services?: readonly unknown[];
  readonly secrets?: readonly unknown[];
  /** Path to status: these are refused. */
  readonly refused?: Readonly<Record<string, number>>;
}
export interface PlayedContainer {
  readonly inspect: Record<string, unknown> & { readonly Id: string };
  readonly top?: unknown;
  readonly execs?: Readonly<Record<string, unknown>>;
}

/** Serves all of it. */
export function playing(engine: PlayedEngine): Answer {
  const lists: Readonly<Record<string, unknown>> = {
    "/version": engine.version,
    "/info": engine.info,
    "/networks": engine.networks ?? [bridge],
    "/images/json": engine.images ?? [],
    "/services": engine.services ?? [],
    "/secrets": engine.secrets ?? [],
    "/containers/json": (engine.containers ?? []).map(({ inspect }) => summaryOf(inspect)),
  };
  return (path, _query, response) => {
    const status = engine.refused?.[path];
    if (status !== undefined) return sent(response, { message: "refused by a plugin" }, status);
    if (path in lists) return sent(response, lists[path]);
    const [, kind, id = "", what] = /^\/(containers|exec)\/([^/]+)\/(json|top)$/.exec(path) ?? [];
    for (const container of engine.containers ?? []) {
      if (kind === "exec" && container.execs?.[id] !== undefined) return sent(response, container.execs[id]);
      if (kind !== "containers" || container.inspect.Id !== id) continue;
      if (what === "json") return sent(response, container.inspect);
      if (container.top !== undefined) return sent(response, container.top);
    }
    return false;
  };
}

function sent(response: ServerResponse, body: unknown, status = 200): boolean {
  json(response, body, status);
  return true;
}

function summaryOf(inspect: PlayedContainer["inspect"]): unknown {
  const { Status } = (inspect["State"] ?? {}) as { Status?: string };
  return {
    Id: inspect.Id,
    Names: [inspect["Name"]],
    Image: (inspect["Config"] as { Image?: string } | undefined)?.Image,
    ImageID: inspect["Image"],
    State: Status,
  };
}

export const bridge = {
  Id: "b".repeat(64),
  Name: "bridge",
  Driver: "bridge",
  Scope: "local",
  Internal: false,
  Ingress: false,
  Options: { "com.docker.network.bridge.enable_icc": "true" },
};

const here = {
  Name: treeName,
  OperatingSystem: treeSystem,
  OSType: "linux",
  Architecture: "x86_64",
  KernelVersion: treeKernel,
  DockerRootDir: "/var/lib/docker",
};

export const classic: PlayedEngine = {
  version: {
    Platform: { Name: "" },
    Version: "20.10.24+dfsg1",
    ApiVersion: "1.41",
    Components: [
      { Name: "Engine", Version: "20.10.24+dfsg1" },
      { Name: "containerd", Version: "1.6.20~ds1" },
      { Name: "runc", Version: "1.1.5+ds1" },
    ],
  },
  info: {
    ...here,
    Driver: "overlay2",
    DriverStatus: [["Backing Filesystem", "extfs"]],
    LoggingDriver: "json-file",
    CgroupDriver: "systemd",
    CgroupVersion: "2",
    LiveRestoreEnabled: false,
    ExperimentalBuild: false,
    Debug: false,
    SecurityOptions: ["name=apparmor", "name=seccomp,profile=default", "name=cgroupns"],
    RegistryConfig: {
      InsecureRegistryCIDRs: ["127.0.0.0/8"],
      IndexConfigs: {
        "docker.io": { Name: "docker.io", Mirrors: [], Secure: true, Official: true },
        "old.example.org:5000": { Name: "old.example.org:5000", Mirrors: [], Secure: false, Official: false },
      },
      Mirrors: ["https://ann:Tr0ub4dor3xyz@mirror.example.net/"],
    },
    Plugins: { Volume: ["local"], Network: ["bridge", "host"], Authorization: null, Log: ["json-file"] },
    Runtimes: { runc: { path: "runc" }, "io.containerd.runc.v2": { path: "runc" } },
    DefaultRuntime: "runc",
    Warnings: null,
    Swarm: { NodeID: "", NodeAddr: "", LocalNodeState: "inactive", ControlAvailable: false, RemoteManagers: null },
  },
};

export const containerd: PlayedEngine = {
  version: {
    ...classic.version,
    Platform: { Name: "Docker Engine - Community" },
    Version: "29.1.3",
    ApiVersion: "1.52",
  },
  info: {
    ...classic.info,
    Driver: "overlayfs",
    DriverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
    Warnings: ["WARNING: No swap limit support"],
    FirewallBackend: { Driver: "iptables" },
  },
};

export const desktop: PlayedEngine = {
  version: { ...containerd.version, Platform: { Name: "Docker Desktop 4.50.0 (209931)" } },
  info: {
    ...containerd.info,
    Name: "docker-desktop",
    OperatingSystem: "Docker Desktop",
    KernelVersion: "6.10.14-linuxkit",
  },
};

export const podman: PlayedEngine = {
  version: {
    Platform: { Name: "linux/amd64/debian-12" },
    Version: "4.3.1",
    ApiVersion: "1.41",
    Components: [
      { Name: "Podman Engine", Version: "4.3.1", Details: {} },
      { Name: "Conmon", Version: "conmon version 2.1.6" },
    ],
  },
  info: {
    ...here,
    OperatingSystem: "debian",
    DockerRootDir: "/var/lib/containers/storage",
    Driver: "overlay",
    DriverStatus: [["Native Overlay Diff", "true"]],
    SecurityOptions: ["name=seccomp,profile=default"],
    RegistryConfig: {
      AllowNondistributableArtifactsCIDRs: null,
      InsecureRegistryCIDRs: null,
      IndexConfigs: null,
      Mirrors: null,
    },
    Plugins: { Volume: ["local"], Network: ["bridge"], Authorization: null, Log: ["k8s-file"] },
    Runtimes: { crun: { path: "/usr/bin/crun" } },
    DefaultRuntime: "crun",
    Swarm: { LocalNodeState: "inactive" },
  },
};

const cluster = {
  ID: "x",
  UpdatedAt: "2026-10-01T00:00:00Z",
  DataPathPort: 4789,
  Spec: {
    EncryptionConfig: { AutoLockManagers: true },
    CAConfig: { NodeCertExpiry: 7_776_000_000_000_000, ForceRotate: 2 },
  },
};

export const manager: PlayedEngine = {
  ...classic,
  info: {
    ...classic.info,
    Swarm: {
      NodeAddr: "10.0.0.5",
      LocalNodeState: "active",
      ControlAvailable: true,
      Managers: 3,
      Nodes: 5,
      Cluster: cluster,
    },
  },
  secrets: [{ ID: "one", Spec: { Name: "certificate" } }],
  services: [
    {
      Spec: {
        Name: "shop",
        TaskTemplate: {
          ContainerSpec: { Env: ["DB_PASSWORD=x7Kq92mmLp", "MODE=live"], Secrets: [{ SecretID: "one" }] },
        },
      },
      Endpoint: { Ports: [{ TargetPort: 80, PublishedPort: 8080, PublishMode: "ingress" }] },
    },
  ],
};

/** A node with this state that is no manager. */
export function node(state: string): PlayedEngine {
  return {
    ...classic,
    info: { ...classic.info, Swarm: { NodeAddr: "10.0.0.9", LocalNodeState: state, ControlAvailable: false } },
  };
}

/** A running container with much that rules ask for, and secrets in all places. */
export function loaded(over: Record<string, unknown> = {}): PlayedContainer {
  return {
    inspect: {
      Id: "c".repeat(64),
      Name: "/shop",
      Created: "2026-11-01T08:00:00Z",
      Image: `sha256:${"a".repeat(64)}`,
      AppArmorProfile: "docker-default",
      ProcessLabel: "",
      ExecIDs: ["e1", "gone"],
      State: { Status: "running", Running: true, Health: { Status: "healthy" } },
      Config: {
        Image: "shop/api:1",
        User: "",
        Env: ["PATH=/bin", "API_TOKEN=q8Xm2Vd0pLw7Rt5", "NO_VALUE"],
        Entrypoint: ["/bin/api"],
        Cmd: ["--password", "Zx81spectrumQ", "--port", "80"],
        Labels: { "team.secret": "s3cr3tSauce99", tier: "web" },
        ExposedPorts: { "80/tcp": {} },
        Healthcheck: { Test: ["CMD", "true"] },
      },
      HostConfig: {
        NetworkMode: "host",
        PidMode: "host",
        IpcMode: "shareable",
        UTSMode: "",
        UsernsMode: "host",
        CgroupnsMode: "private",
        CgroupParent: "",
        Privileged: true,
        ReadonlyRootfs: false,
        CapAdd: ["SYS_ADMIN"],
        CapDrop: null,
        SecurityOpt: ["no-new-privileges", `seccomp=${JSON.stringify({ defaultAction: "SCMP_ACT_ALLOW" })}`],
        Memory: 268435456,
        CpuShares: 512,
        PidsLimit: 100,
        Ulimits: [{ Name: "nofile", Soft: 64, Hard: 128 }],
        RestartPolicy: { Name: "on-failure", MaximumRetryCount: 5 },
        LogConfig: { Type: "json-file", Config: {} },
        Devices: [{ PathOnHost: "/dev/sda", PathInContainer: "/dev/sda", CgroupPermissions: "rwm" }],
        DeviceRequests: [{ Driver: "", Count: -1, Capabilities: [["gpu"]] }],
        PortBindings: { "80/tcp": [{ HostIp: "", HostPort: "" }] },
      },
      Mounts: [
        { Type: "bind", Source: "/var/run/docker.sock", Destination: "/sock", RW: true, Propagation: "rprivate" },
        { Type: "volume", Name: "data", Source: "/var/lib/docker/volumes/data/_data", Destination: "/data", RW: false },
      ],
      NetworkSettings: {
        Ports: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32768" }], "81/tcp": null },
        Networks: { host: {} },
      },
      ...over,
    },
    top: {
      Titles: ["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"],
      Processes: [["root", "10", "1", "0", "08:00", "?", "00:00:00", "/bin/api --password Zx81spectrumQ --port 80"]],
    },
    execs: { e1: { ID: "e1", Running: true, ProcessConfig: { privileged: true, user: "0", entrypoint: "sh" } } },
  };
}
