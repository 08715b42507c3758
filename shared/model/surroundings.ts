// What lies around images: the engine, its containers and, where the engine is this machine's own, the host's files. Facts
// without opinion, as the image's are; what was not read, and why, stands in `limits`.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Phrase } from "./phrase.ts";

/** Version of the shape of these facts. */
export const surroundingsVersion = 1;

export const Surrounding = z.enum(["container", "engine", "host"]);
export type Surrounding = z.infer<typeof Surrounding>;

/** The facts by the names that checks ask for; `engine.info` and so on. */
export const SurroundingFact = z.enum([
  /** GET /info and /version. */
  "engine.info",
  /** GET /networks. */
  "engine.networks",
  /** GET /swarm, /nodes, /services, /secrets; only a manager answers. */
  "engine.swarm",
  /** How the client reaches the engine. */
  "engine.endpoint",
  /** Images and containers that there are. */
  "engine.stock",
  /** GET /containers/ID/json. */
  "container.inspect",
  /** GET /exec/ID/json of the exec sessions that inspect names. */
  "container.execs",
  /** GET /containers/ID/top; running containers only. */
  "container.processes",
  /** What the reference it was started from names today. */
  "container.image",
  /** Flags of the running daemon and its daemon.json, as one. */
  "host.daemon",
  /** Owner, group and mode of named files. */
  "host.files",
  "host.mounts",
  /** Audit rules of the kernel or of /etc/audit. */
  "host.audit",
  /** Members of groups. */
  "host.groups",
  /** Version, and settings under /proc/sys. */
  "host.kernel",
  /** Commands that the journal or audit log tells of. */
  "host.commands",
  /** Installed packages of the host and keys of their sources. */
  "host.packages",
  /** Addresses that this node's swarm part is set to. */
  "host.swarm",
]);
export type SurroundingFact = z.infer<typeof SurroundingFact>;

export const SurroundingLimit = z.object({
  fact: SurroundingFact,
  where: z.string(),
  /** English. */
  reason: z.string(),
  phrase: Phrase.optional(),
  /** `gap`: the fact as a whole was not read; `note`: it holds but for the place named here. */
  weight: z.enum(["gap", "note"]),
});
export type SurroundingLimit = z.infer<typeof SurroundingLimit>;

const Limits = z.array(SurroundingLimit);
const Pairs = z.record(z.string(), z.string());

/** Until when the engine's release is supported, as lifecycle data of that day say; filled in when it is judged. */
export const EngineSupport = z.object({
  cycle: z.string(),
  /** Its last supported day; null = none is set. */
  eol: CalendarDay.nullable(),
  latest: z.string().nullable(),
  source: z.string(),
  /** Of the data. */
  date: CalendarDay,
});
export type EngineSupport = z.infer<typeof EngineSupport>;

export const EngineFacts = z.object({
  version: z.int(),
  /** As the source is called: `unix:///var/run/docker.sock`, a context, `ssh://host`. */
  name: z.string(),
  product: z.enum(["docker", "docker-enterprise", "docker-desktop", "podman", "other"]),
  engineVersion: z.string(),
  support: EngineSupport.optional(),
  apiVersion: z.string(),
  /** Parts of the engine by name: containerd, runc. */
  components: Pairs,
  /** `Platform.Name` of /version: names the edition. */
  platformName: z.string().optional(),
  operatingSystem: z.string(),
  osType: z.string(),
  architecture: z.string(),
  kernelVersion: z.string(),
  /** DockerRootDir: a path of the engine's host. */
  rootDir: z.string(),
  storageDriver: z.string(),
  driverStatus: z.array(z.tuple([z.string(), z.string()])),
  loggingDriver: z.string(),
  cgroupDriver: z.string(),
  cgroupVersion: z.string().optional(),
  liveRestore: z.boolean().nullable(),
  experimental: z.boolean().nullable(),
  debug: z.boolean().nullable(),
  /** As /info has them: `name=seccomp,profile=default`, `name=rootless`, `name=userns`, `name=no-new-privileges`. */
  securityOptions: z.array(z.string()),
  registries: z.object({
    /** CIDR ranges that need no TLS; the loopback range is the engine's own default. */
    insecureCidrs: z.array(z.string()),
    /** Registries by name that are not secure. */
    insecure: z.array(z.string()),
    mirrors: z.array(z.string()),
  }),
  plugins: z.object({
    authorization: z.array(z.string()),
    log: z.array(z.string()),
    network: z.array(z.string()),
    volume: z.array(z.string()),
  }),
  runtimes: z.array(z.string()),
  defaultRuntime: z.string(),
  /** What the engine itself warns of. */
  warnings: z.array(z.string()),
  endpoint: z.object({
    kind: z.enum(["unix", "npipe", "tcp", "ssh"]),
    /** Of a TCP endpoint: whether TLS is used, and whether the server's certificate is verified. */
    tls: z.boolean().optional(),
    verified: z.boolean().optional(),
    /** True where the engine runs on this machine itself, not in a virtual machine and not elsewhere. */
    isThisHost: z.boolean(),
    /** Why it is not, for people. */
    elsewhere: Phrase.optional(),
  }),
  networks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      driver: z.string(),
      scope: z.string(),
      internal: z.boolean(),
      ingress: z.boolean(),
      options: Pairs,
    }),
  ),
  swarm: z.object({
    /** `inactive`, `pending`, `active`, `error`, `locked`. */
    state: z.string(),
    /** Whether this node is a manager, so that the rest could be asked. */
    isManager: z.boolean(),
    nodeAddress: z.string().optional(),
    managers: z.int().nullable(),
    nodes: z.int().nullable(),
    autoLock: z.boolean().nullable(),
    /** In days; how long a node's certificate is valid. */
    certificateDays: z.number().nullable(),
    /** How often the root has been rotated, and RFC 3339 of the last change of the swarm. */
    rootRotations: z.int().nullable(),
    updatedAt: z.string().nullable(),
    dataPathPort: z.int().nullable(),
    secrets: z.int().nullable(),
    /** Services with their published ports, mounted secrets, and variables (masked) whose names sound secret. */
    services: z
      .array(
        z.object({
          name: z.string(),
          ports: z.array(z.object({ target: z.int(), published: z.int().nullable(), mode: z.string() })),
          secrets: z.int(),
          sensitiveEnv: z.array(z.string()),
        }),
      )
      .nullable(),
  }),
  stock: z.object({
    images: z.int(),
    /** Images that no container uses, and those without a name. */
    unusedImages: z.array(z.string()),
    danglingImages: z.int(),
    running: z.int(),
    stopped: z.array(z.string()),
  }),
  limits: Limits,
});
export type EngineFacts = z.infer<typeof EngineFacts>;

export const ContainerFacts = z.object({
  version: z.int(),
  id: z.string(),
  /** Without the leading slash. */
  name: z.string(),
  image: z.object({
    /** The id that it was made from, and the reference it was asked for by. */
    id: z.string(),
    reference: z.string(),
    /** The id that the reference names today; null = it names none. */
    current: z.string().nullable(),
  }),
  /** RFC 3339. */
  created: z.string(),
  state: z.object({
    status: z.string(),
    running: z.boolean(),
    /** `healthy`, `unhealthy`, `starting`; absent = no health check. */
    health: z.string().optional(),
  }),
  user: z.string(),
  entrypoint: z.array(z.string()),
  cmd: z.array(z.string()),
  env: z.array(z.object({ name: z.string(), value: z.string().nullable(), masked: z.boolean().optional() })),
  labels: Pairs,
  healthcheck: z.array(z.string()).nullable(),
  privileged: z.boolean(),
  readOnlyRoot: z.boolean(),
  capAdd: z.array(z.string()),
  capDrop: z.array(z.string()),
  securityOpt: z.array(z.string()),
  /** As the engine says which profile it runs under; empty = none or not said. */
  appArmorProfile: z.string(),
  /** SELinux label of its processes; empty = none, absent = the engine did not say. */
  processLabel: z.string().optional(),
  namespaces: z.object({
    network: z.string(),
    pid: z.string(),
    ipc: z.string(),
    uts: z.string(),
    user: z.string(),
    cgroup: z.string(),
  }),
  cgroupParent: z.string(),
  resources: z.object({
    /** Bytes; 0 = no limit. */
    memory: z.number(),
    cpuShares: z.number(),
    /** Billionths of a processor; 0 = no limit. */
    nanoCpus: z.number(),
    cpuQuota: z.number(),
    cpusetCpus: z.string(),
    /** null, 0 or -1 = no limit. */
    pidsLimit: z.number().nullable(),
    ulimits: z.array(z.object({ name: z.string(), soft: z.number(), hard: z.number() })),
  }),
  restart: z.object({ name: z.string(), maximumRetryCount: z.int() }),
  logDriver: z.string(),
  devices: z.array(z.object({ host: z.string(), container: z.string(), permissions: z.string() })),
  /** Requests for devices by driver, such as those for GPUs. */
  deviceRequests: z.array(z.string()),
  mounts: z.array(
    z.object({
      type: z.string(),
      /** A path of the engine's host, or the name of a volume. */
      source: z.string(),
      destination: z.string(),
      writable: z.boolean(),
      propagation: z.string(),
    }),
  ),
  exposedPorts: z.array(z.string()),
  ports: z.array(z.object({ container: z.string(), hostIp: z.string(), hostPort: z.string() })),
  publishAllPorts: z.boolean(),
  networks: z.array(z.string()),
  execs: z.array(z.object({ id: z.string(), privileged: z.boolean(), user: z.string(), running: z.boolean() })),
  /** Names and arguments (masked) of its processes; null where it does not run. */
  processes: z.array(z.object({ user: z.string(), command: z.string() })).nullable(),
  limits: Limits,
});
export type ContainerFacts = z.infer<typeof ContainerFacts>;

/** A named file of the host: what it is, or why that is not known. */
export const HostFile = z.object({
  /** What rules call it: `docker.service`, `engine-socket`, `tls-key`. */
  role: z.string(),
  path: z.string(),
  state: z.enum(["present", "absent", "unreadable"]),
  type: z.enum(["file", "folder", "socket", "link", "other"]).optional(),
  mode: z.string().optional(),
  uid: z.int().optional(),
  gid: z.int().optional(),
  user: z.string().optional(),
  group: z.string().optional(),
  /** Where a link led to, and where owner and mode are read. */
  target: z.string().optional(),
  /** Why it could not be read, or is taken for absent; English, and as a phrase. */
  cause: z.string().optional(),
  phrase: Phrase.optional(),
});
export type HostFile = z.infer<typeof HostFile>;

export const HostFacts = z.object({
  version: z.int(),
  name: z.string(),
  platform: z.string(),
  /** Whether the reader was root. */
  asRoot: z.boolean(),
  daemon: z.object({
    /** Of dockerd as it runs, secrets masked; null = no process of that name was seen. */
    arguments: z.array(z.string()).nullable(),
    configPath: z.string().nullable(),
    /** daemon.json as read, secrets masked; null = there is none. */
    config: z.record(z.string(), z.unknown()).nullable(),
    /** User of the process; `root` or another. */
    user: z.string().nullable(),
  }),
  files: z.array(HostFile),
  mounts: z.array(z.object({ target: z.string(), source: z.string(), type: z.string(), options: z.string() })),
  auditRules: z.array(z.string()),
  groups: z.array(z.object({ name: z.string(), members: z.array(z.string()) })),
  kernel: z.object({
    release: z.string(),
    settings: Pairs,
    appArmor: z.boolean().nullable(),
    seLinux: z.string().nullable(),
  }),
  /** `docker exec` commands of the audit log that ask for more rights or another user. */
  execCommands: z.array(z.object({ when: z.string(), command: z.string() })),
  /** RFC 3339 of the oldest entry of the audit log that was read; absent = not known. */
  commandsSince: z.string().optional(),
  /** Keys that package sources of the engine are signed with, by path. */
  packageKeys: z.array(z.string()),
  /**
   * The addresses of this node, as DATA-ROOT/swarm/docker-state.json has them (ListenAddr, AdvertiseAddr, DataPathAddr; with or
   * without a port); absent = not looked at, null = there is no such file.
   */
  swarmNode: z
    .object({
      listenAddress: z.string().nullable(),
      advertiseAddress: z.string().nullable(),
      dataPathAddress: z.string().nullable(),
    })
    .nullable()
    .optional(),
  limits: Limits,
});
export type HostFacts = z.infer<typeof HostFacts>;

/** Everything around the images that was asked for; null = not asked for, or not reached (see `unreached`). */
export const Surroundings = z.object({
  engine: EngineFacts.nullable(),
  containers: z.array(ContainerFacts).nullable(),
  host: HostFacts.nullable(),
  /** Why one of them could not be reached at all. */
  unreached: z.array(z.object({ surrounding: Surrounding, reason: z.string(), phrase: Phrase.optional() })),
});
export type Surroundings = z.infer<typeof Surroundings>;
