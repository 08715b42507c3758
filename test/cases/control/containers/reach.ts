// What a container reaches of its host: namespaces, mounts, devices, networks.
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { containerFacts } from "../../../support/surroundings.ts";
import { type ContainerCase, type ContainerCases, inspectUnread } from "./situation.ts";

const plain = containerFacts();
const apart = (over: Partial<ContainerFacts["namespaces"]>): Partial<ContainerFacts> => ({
  namespaces: { ...plain.namespaces, ...over },
});
const bind = (source: string, over: Partial<ContainerFacts["mounts"][number]> = {}): Partial<ContainerFacts> => ({
  mounts: [{ type: "bind", source, destination: "/data", writable: true, propagation: "rprivate", ...over }],
});
const namespace = (kind: "network" | "pid" | "ipc" | "uts"): ContainerCase[] => [
  { name: "its own", container: apart({ [kind]: kind === "network" ? "shop" : "private" }), expect: "pass" },
  { name: "the host's", container: apart({ [kind]: "host" }), expect: "fail", says: /host's/ },
  {
    name: "another container's",
    container: apart({ [kind]: `container:${"d".repeat(64)}` }),
    expect: "pass",
    says: /judged itself/,
  },
  { name: "one by its path", container: apart({ [kind]: "ns:/proc/1/ns/net" }), expect: "manual", says: /compare/ },
  inspectUnread,
];

export const reach: ContainerCases = {
  "cis-docker:5.6": [
    { name: "no mount", expect: "pass" },
    { name: "a folder of the program", container: bind("/srv/shop"), expect: "pass", says: /1 folders/ },
    { name: "a volume", container: bind("etc", { type: "volume" }), expect: "pass" },
    ...["/", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sys", "/usr"].map(
      (path): ContainerCase => ({ name: `${path}, writable`, container: bind(path), expect: "fail" }),
    ),
    { name: "a path that only begins like one", container: bind("/etcetera"), expect: "pass" },
    // docker-bench compares the exact folder and writable mounts alone.
    { name: "a folder below /etc", container: bind("/etc/ssl"), expect: "fail", says: /\/etc\/ssl/ },
    { name: "a path that is not clean", container: bind("/srv//../etc/./ssl/"), expect: "fail" },
    { name: "/etc read-only", container: bind("/etc", { writable: false }), expect: "manual", says: /must read \/etc/ },
    {
      name: "/etc/localtime read-only is never a failure",
      container: bind("/etc/localtime", { writable: false }),
      expect: "manual",
    },
    {
      name: "/etc/localtime on the policy's list",
      container: bind("/etc/localtime", { writable: false }),
      policy: { allowedMounts: ["/etc/localtime"] },
      expect: "pass",
      says: /allowedMounts/,
    },
    {
      name: "one on the list, one not",
      container: { mounts: [...(bind("/etc/localtime").mounts ?? []), ...(bind("/usr").mounts ?? [])] },
      policy: { allowedMounts: ["/etc/localtime"] },
      expect: "fail",
      says: /\/usr: folder/,
    },
    {
      name: "Docker Desktop's machine passes a folder of the user through",
      container: bind("/host_mnt/Users/me/etc"),
      engine: { product: "docker-desktop" },
      expect: "pass",
    },
    {
      name: "Docker Desktop's machine passes /etc of macOS through",
      container: bind("/host_mnt/private/etc"),
      engine: { product: "docker-desktop" },
      expect: "fail",
    },
    { name: "the engine was not read", container: bind("/etc"), engine: null, expect: "fail" },
    inspectUnread,
  ],
  "cis-docker:5.10": namespace("network"),
  "cis-docker:5.16": namespace("pid"),
  "cis-docker:5.17": [
    ...namespace("ipc"),
    { name: "shareable is not the host's", container: apart({ ipc: "shareable" }), expect: "pass" },
  ],
  "cis-docker:5.18": [
    { name: "no device", expect: "pass" },
    {
      name: "a disk",
      container: { devices: [{ host: "/dev/sda", container: "/dev/sda", permissions: "rwm" }] },
      expect: "fail",
      says: /\/dev\/sda: device/,
    },
    {
      name: "a device on the policy's list",
      container: { devices: [{ host: "/dev/ttyUSB0", container: "/dev/tty", permissions: "rw" }] },
      policy: { allowedDevices: ["/dev/ttyUSB*"] },
      expect: "pass",
      says: /allowedDevices/,
    },
    { name: "GPUs by request", container: { deviceRequests: ["nvidia"] }, expect: "fail", says: /nvidia/ },
    { name: "privileged", container: { privileged: true }, expect: "fail", says: /every device/ },
    inspectUnread,
  ],
  "cis-docker:5.20": [
    { name: "private", container: bind("/srv"), expect: "pass" },
    { name: "none said", container: bind("/srv", { propagation: "" }), expect: "pass" },
    { name: "shared", container: bind("/srv", { propagation: "shared" }), expect: "fail" },
    { name: "rshared", container: bind("/srv", { propagation: "rshared" }), expect: "fail", says: /rshared/ },
    { name: "rslave", container: bind("/srv", { propagation: "rslave" }), expect: "pass" },
    inspectUnread,
  ],
  "cis-docker:5.21": namespace("uts"),
  "cis-docker:5.30": [
    { name: "the default network", expect: "fail" },
    { name: "a network of its own", container: { ...apart({ network: "shop" }), networks: ["shop"] }, expect: "pass" },
    { name: "both", container: { ...apart({ network: "shop" }), networks: ["bridge", "shop"] }, expect: "fail" },
    { name: "none", container: { ...apart({ network: "none" }), networks: ["none"] }, expect: "pass" },
    {
      name: "not started, mode default",
      container: { ...apart({ network: "default" }), networks: [] },
      expect: "fail",
    },
    {
      name: "Podman says bridge for any network",
      container: { ...apart({ network: "bridge" }), networks: ["shop"] },
      engine: { product: "podman" },
      expect: "pass",
    },
    {
      name: "Podman's default network",
      container: { ...apart({ network: "bridge" }), networks: ["podman"] },
      engine: { product: "podman" },
      expect: "fail",
    },
    inspectUnread,
  ],
  "cis-docker:5.31": [
    { name: "no mode", expect: "pass", says: /maps no users/ },
    { name: "the host's", container: apart({ user: "host" }), expect: "fail" },
    { name: "the host's, without remapping", container: apart({ user: "host" }), expect: "fail", says: /nothing yet/ },
    {
      name: "no mode, with remapping",
      engine: { securityOptions: ["name=userns"] },
      expect: "pass",
      says: /maps users/,
    },
    { name: "the engine was not read", engine: null, expect: "pass", silent: /maps/ },
    inspectUnread,
  ],
  "cis-docker:5.32": [
    { name: "no mount", expect: "pass" },
    { name: "docker.sock", container: bind("/var/run/docker.sock"), expect: "fail" },
    { name: "docker.sock read-only", container: bind("/run/docker.sock", { writable: false }), expect: "fail" },
    {
      name: "a link to it, told by its target",
      container: bind("/srv/engine", { destination: "/var/run/docker.sock" }),
      expect: "fail",
    },
    { name: "containerd", container: bind("/run/containerd/containerd.sock"), expect: "fail" },
    { name: "Podman of a user", container: bind("/run/user/1000/podman/podman.sock"), expect: "fail" },
    {
      name: "a pipe of Windows",
      container: bind("\\\\.\\pipe\\docker_engine", { type: "npipe", destination: "\\\\.\\pipe\\docker_engine" }),
      expect: "fail",
    },
    ...["/", "/run", "/var/run", "/var", "/run/user/1000", "/var//run/"].map(
      (path): ContainerCase => ({ name: `the folder ${path}`, container: bind(path), expect: "fail", says: /folder/ }),
    ),
    { name: "another folder of /run", container: bind("/run/shop"), expect: "pass" },
    { name: "memory at /run", container: bind("", { type: "tmpfs", destination: "/run" }), expect: "pass" },
    { name: "a log of that name", container: bind("/srv/docker.sock.log"), expect: "pass" },
    {
      name: "no list of the policy excuses it",
      container: bind("/var/run/docker.sock"),
      policy: { allowedMounts: ["/var/run/docker.sock", "/**"] },
      expect: "fail",
    },
    inspectUnread,
  ],
};

export const shareable: readonly ContainerCase[] = [
  { name: "private", expect: "pass" },
  { name: "shareable, which CIS allows", container: apart({ ipc: "shareable" }), expect: "fail", says: /shareable/ },
  { name: "the host's", container: apart({ ipc: "host" }), expect: "fail", says: /host's IPC/ },
  { name: "another container's", container: apart({ ipc: "container:web" }), expect: "pass" },
  { name: "one by its path", container: apart({ ipc: "ns:/proc/1/ns/ipc" }), expect: "manual" },
  { name: "the engine does not say", container: apart({ ipc: "" }), expect: "not-assessed", says: /does not say/ },
  inspectUnread,
];
