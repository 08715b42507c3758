// Facts of an engine, a container and a host as a plain Docker on Linux gives them, for tests of checks: everything was
// read, nothing is hardened. A test states only what matters to it.
import {
  type ContainerFacts,
  type EngineFacts,
  type HostFacts,
  type HostFile,
  type SurroundingFact,
  type SurroundingLimit,
  type Surroundings,
  surroundingsVersion,
} from "../../shared/model/surroundings.ts";

/** A Docker Engine of this machine itself, reached by its socket, no swarm, nothing running. */
export function engineFacts(over: Partial<EngineFacts> = {}): EngineFacts {
  return {
    version: surroundingsVersion,
    name: "unix:///var/run/docker.sock",
    product: "docker",
    engineVersion: "29.1.3",
    apiVersion: "1.52",
    components: { containerd: "v2.2.0", runc: "1.3.4" },
    platformName: "Docker Engine - Community",
    operatingSystem: "Debian GNU/Linux 12 (bookworm)",
    osType: "linux",
    architecture: "x86_64",
    kernelVersion: "6.1.0-41-amd64",
    rootDir: "/var/lib/docker",
    storageDriver: "overlay2",
    driverStatus: [
      ["Backing Filesystem", "extfs"],
      ["Supports d_type", "true"],
    ],
    loggingDriver: "json-file",
    cgroupDriver: "systemd",
    cgroupVersion: "2",
    liveRestore: false,
    experimental: false,
    debug: false,
    securityOptions: ["name=apparmor", "name=seccomp,profile=builtin", "name=cgroupns"],
    registries: { insecureCidrs: ["::1/128", "127.0.0.0/8"], insecure: [], mirrors: [] },
    plugins: {
      authorization: [],
      log: ["awslogs", "fluentd", "gcplogs", "gelf", "journald", "json-file", "local", "splunk", "syslog"],
      network: ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
      volume: ["local"],
    },
    runtimes: ["io.containerd.runc.v2", "runc"],
    defaultRuntime: "runc",
    warnings: [],
    endpoint: { kind: "unix", isThisHost: true },
    networks: [networkFacts()],
    swarm: {
      state: "inactive",
      isManager: false,
      managers: null,
      nodes: null,
      autoLock: null,
      certificateDays: null,
      rootRotations: null,
      updatedAt: null,
      dataPathPort: null,
      secrets: null,
      services: null,
    },
    stock: { images: 0, unusedImages: [], danglingImages: 0, running: 0, stopped: [] },
    limits: [],
    ...over,
  };
}

/** The default bridge network with the options that the engine gives it. */
export function networkFacts(over: Partial<EngineFacts["networks"][number]> = {}): EngineFacts["networks"][number] {
  return {
    id: "b".repeat(64),
    name: "bridge",
    driver: "bridge",
    scope: "local",
    internal: false,
    ingress: false,
    options: {
      "com.docker.network.bridge.default_bridge": "true",
      "com.docker.network.bridge.enable_icc": "true",
      "com.docker.network.bridge.enable_ip_masquerade": "true",
      "com.docker.network.bridge.host_binding_ipv4": "0.0.0.0",
      "com.docker.network.bridge.name": "docker0",
      "com.docker.network.driver.mtu": "1500",
    },
    ...over,
  };
}

/** A running container started with `docker run` and no option. */
export function containerFacts(over: Partial<ContainerFacts> = {}): ContainerFacts {
  return {
    version: surroundingsVersion,
    id: "c".repeat(64),
    name: "web",
    image: {
      id: `sha256:${"a".repeat(64)}`,
      reference: "registry.example.org/team/web:1.0",
      current: `sha256:${"a".repeat(64)}`,
    },
    created: "2026-11-01T08:00:00Z",
    state: { status: "running", running: true },
    user: "",
    entrypoint: [],
    cmd: ["/bin/web"],
    env: [],
    labels: {},
    healthcheck: null,
    privileged: false,
    readOnlyRoot: false,
    capAdd: [],
    capDrop: [],
    securityOpt: [],
    appArmorProfile: "docker-default",
    namespaces: { network: "bridge", pid: "", ipc: "private", uts: "", user: "", cgroup: "private" },
    cgroupParent: "",
    resources: {
      memory: 0,
      cpuShares: 0,
      nanoCpus: 0,
      cpuQuota: 0,
      cpusetCpus: "",
      pidsLimit: null,
      ulimits: [],
    },
    restart: { name: "no", maximumRetryCount: 0 },
    logDriver: "json-file",
    devices: [],
    deviceRequests: [],
    mounts: [],
    exposedPorts: [],
    ports: [],
    publishAllPorts: false,
    networks: ["bridge"],
    execs: [],
    processes: [{ user: "root", command: "/bin/web" }],
    limits: [],
    ...over,
  };
}

/** A Linux host read by root, dockerd started by systemd without flags and without daemon.json; no file was looked at. */
export function hostFacts(over: Partial<HostFacts> = {}): HostFacts {
  return {
    version: surroundingsVersion,
    name: "this machine",
    platform: "linux",
    asRoot: true,
    daemon: {
      arguments: ["/usr/bin/dockerd", "-H", "fd://", "--containerd=/run/containerd/containerd.sock"],
      configPath: "/etc/docker/daemon.json",
      config: null,
      user: "root",
    },
    files: [],
    mounts: [{ target: "/", source: "/dev/vda1", type: "ext4", options: "rw,relatime" }],
    auditRules: [],
    groups: [{ name: "docker", members: [] }],
    kernel: { release: "6.1.0-41-amd64", settings: {}, appArmor: true, seLinux: null },
    execCommands: [],
    packageKeys: [],
    limits: [],
    ...over,
  };
}

/** A file of the host that is there, owned by root. */
export function hostFile(role: string, path: string, over: Partial<HostFile> = {}): HostFile {
  const root = { uid: 0, gid: 0, user: "root", group: "root" };
  return { role, path, state: "present", type: "file", mode: "644", ...root, ...over };
}

/** A fact as a whole that was not read. */
export function surroundingGap(fact: SurroundingFact, reason = "it could not be read"): SurroundingLimit {
  return { fact, where: "/", reason, weight: "gap" };
}

/** All that lies around images; what is left out was not asked for. */
export function surroundings(over: Partial<Surroundings> = {}): Surroundings {
  return { engine: null, containers: null, host: null, unreached: [], ...over };
}
