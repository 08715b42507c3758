// What each control of the engine's host (CIS sections 1, 2, 3 and their like in the Docker Enterprise STIG) must say in which
// situation. Owners, modes and audit rules are in host-families.ts.
import type { EngineFacts, HostFacts, HostFile } from "../../../shared/model/surroundings.ts";
import type { SurroundingCase, SurroundingCases } from "../../support/surrounding-case.ts";
import { hostFacts, hostFile } from "../../support/surroundings.ts";
import { familyCases, files, gap, notAsked, rootless } from "./host-families.ts";

// Settings of the daemon.
const dockerd = (...flags: string[]): Partial<HostFacts> => ({
  daemon: { ...hostFacts().daemon, arguments: ["/usr/bin/dockerd", ...flags] },
});
const daemonJson = (config: Record<string, unknown>): Partial<HostFacts> => ({
  daemon: { ...hostFacts().daemon, config },
});
const unseen: Partial<HostFacts> = { daemon: { ...hostFacts().daemon, arguments: null } };
const settingsUnread: readonly SurroundingCase[] = [
  notAsked,
  { name: "settings that need root", host: gap("host.daemon"), expect: "not-assessed", says: /needs root/ },
  { name: "no daemon that was seen", host: unseen, expect: "not-assessed", says: /no running dockerd/ },
  {
    name: "a file that may be another daemon's",
    host: { ...unseen, ...gap("host.daemon"), daemon: { ...hostFacts().daemon, arguments: null, config: allSet() } },
    expect: "not-assessed",
  },
];
function allSet(): Record<string, unknown> {
  return {
    iptables: true,
    "default-ulimits": { nofile: { Name: "nofile", Soft: 1024, Hard: 2048 } },
    "cgroup-parent": "system.slice",
    "userland-proxy": false,
    "log-driver": "json-file",
    "log-opts": { "max-size": "10m", "max-file": "3" },
  };
}

const root: HostFacts["mounts"][number] = { target: "/", source: "/dev/vda1", type: "ext4", options: "rw" };
const dataRoot = hostFile("data-root", "/var/lib/docker", { type: "folder", mode: "710" });
const mounted = (...mounts: HostFacts["mounts"]): Partial<HostFacts> => ({
  files: [dataRoot],
  mounts: [root, ...mounts],
});
const mount = (target: string, source: string) => ({ target, source, type: "ext4", options: "rw" });
const containerdStore: Partial<EngineFacts> = { driverStatus: [["driver-type", "io.containerd.snapshotter.v1"]] };

const socket = (group: string | undefined): HostFile =>
  hostFile("engine-socket", "/run/docker.sock", { group, gid: 998, type: "socket", mode: "660" });
const members = (...names: string[]): Partial<HostFacts> => ({
  files: [socket("docker")],
  groups: [{ name: "docker", members: names }],
});

export const hostCases: SurroundingCases = {
  "cis-docker:1.1.1": [
    notAsked,
    { name: "a file system of its own", host: mounted(mount("/var/lib/docker", "/dev/vdb1")), expect: "pass" },
    { name: "the root file system", host: mounted(), expect: "fail", says: /mounted at \/ / },
    { name: "a part of /var", host: mounted(mount("/var", "/dev/vdb1")), expect: "fail", says: /mounted at \/var / },
    { name: "a neighbour of a like name", host: mounted(mount("/var/lib/docker2", "/dev/vdb1")), expect: "fail" },
    { name: "the root's device mounted again", host: mounted(mount("/var/lib/docker", "/dev/vda1")), expect: "fail" },
    {
      name: "two mounts of one place, the later of which is seen",
      host: mounted(mount("/var/lib/docker", "/dev/vda1"), mount("/var/lib/docker", "/dev/vdb1")),
      expect: "pass",
      says: /\/dev\/vdb1/,
    },
    {
      name: "what lies below is no matter",
      host: mounted(mount("/var/lib/docker/overlay2/x/merged", "overlay")),
      expect: "fail",
    },
    {
      name: "a link to a file system of its own",
      host: { files: [{ ...dataRoot, target: "/data" }], mounts: [root, mount("/data", "/dev/vdb1")] },
      expect: "pass",
    },
    {
      name: "images in containerd, which shares the root",
      engine: containerdStore,
      host: mounted(mount("/var/lib/docker", "/dev/vdb1")),
      expect: "manual",
      says: /config\.toml/,
    },
    {
      name: "images in containerd, which has its own",
      engine: containerdStore,
      host: mounted(mount("/var/lib/docker", "/dev/vdb1"), mount("/var/lib/containerd", "/dev/vdc1")),
      expect: "pass",
    },
    {
      name: "images in a containerd of the daemon's own",
      engine: containerdStore,
      host: {
        ...mounted(mount("/var/lib/docker", "/dev/vdb1")),
        files: [dataRoot, hostFile("containerd-socket", "/var/run/docker/containerd/containerd.sock")],
      },
      expect: "pass",
    },
    { name: "no data root", host: { files: [{ ...dataRoot, state: "absent" }] }, expect: "not-applicable" },
    { name: "mounts unread", host: { ...mounted(), ...gap("host.mounts") }, expect: "not-assessed" },
    {
      name: "a data root that may be a link",
      host: { files: [{ ...dataRoot, state: "unreadable" }] },
      expect: "not-assessed",
    },
  ],
  "cis-docker:1.1.2": [
    notAsked,
    { name: "an empty group", host: members(), expect: "pass" },
    { name: "root alone", host: members("root"), expect: "pass" },
    { name: "a member", host: members("ada"), expect: "fail", says: /ada: member of docker/ },
    {
      name: "a trusted member",
      host: members("ada"),
      policy: { trustedAccounts: ["ada"] },
      expect: "pass",
      says: /ada/,
    },
    {
      name: "one of two trusted",
      host: members("ada", "eve"),
      policy: { trustedAccounts: ["ada"] },
      expect: "fail",
      says: /eve: member of docker and not/,
    },
    {
      name: "a socket of another group",
      host: { ...members("ada"), files: [socket("ops")], groups: [{ name: "ops", members: ["eve"] }] },
      expect: "fail",
      says: /eve: member of ops/,
    },
    {
      name: "a group without a name, which is somebody's own",
      host: { files: [socket(undefined)], groups: [{ name: "998", members: ["eve"] }] },
      expect: "fail",
    },
    { name: "a group of a directory service", host: { files: [socket("ldap")] }, expect: "manual", says: /getent/ },
    { name: "no group at all", host: { groups: [] }, expect: "not-applicable" },
    { name: "groups unread", host: { ...members(), ...gap("host.groups") }, expect: "not-assessed" },
  ],
  "cis-docker:2.4": [
    ...settingsUnread,
    { name: "nothing set", expect: "pass", says: /default is true/ },
    { name: "off in the file", host: daemonJson({ iptables: false }), expect: "fail" },
    { name: "off by a flag", host: dockerd("--iptables=false"), expect: "fail" },
    { name: "given twice: the last counts", host: dockerd("--iptables=false", "--iptables"), expect: "pass" },
    {
      name: "off by a flag, the file unread",
      host: { ...dockerd("--iptables=0"), ...gap("host.daemon") },
      expect: "fail",
    },
    { name: "a rootless engine", engine: rootless, expect: "manual" },
    { name: "nftables", host: daemonJson({ "firewall-backend": "nftables" }), expect: "manual", says: /nft list/ },
  ],
  "cis-docker:2.9": [
    ...settingsUnread,
    { name: "no list in the policy", expect: "manual", says: /defaultUlimits/ },
    {
      name: "no list, and one set",
      host: dockerd("--default-ulimit", "nofile=64:128"),
      expect: "manual",
      says: /nofile=64:128/,
    },
    {
      name: "what the policy names",
      host: daemonJson({ "default-ulimits": { nofile: { Name: "nofile", Soft: 1024, Hard: 2048 } } }),
      policy: { defaultUlimits: ["nofile=1024:2048"] },
      expect: "pass",
    },
    {
      name: "one number for both",
      host: dockerd("--default-ulimit=nproc=64"),
      policy: { defaultUlimits: ["nproc=64:64"] },
      expect: "pass",
    },
    {
      name: "another limit",
      host: dockerd("--default-ulimit=nofile=9999"),
      policy: { defaultUlimits: ["nofile=1024"] },
      expect: "fail",
      says: /to be nofile=1024:1024, is nofile=9999:9999/,
    },
    { name: "none of them", policy: { defaultUlimits: ["nofile=1024"] }, expect: "fail" },
    {
      name: "one more than the policy names",
      host: dockerd("--default-ulimit=nofile=1", "--default-ulimit=core=0"),
      policy: { defaultUlimits: ["nofile=1"] },
      expect: "fail",
      says: /core=0:0 is set/,
    },
  ],
  "cis-docker:2.11": [
    ...settingsUnread,
    { name: "nothing set", expect: "pass" },
    { name: "the default, written out", host: daemonJson({ "cgroup-parent": "/docker" }), expect: "pass" },
    { name: "another", host: dockerd("--cgroup-parent", "/batch"), expect: "manual", says: /\/batch/ },
  ],
  "cis-docker:2.17": [
    ...settingsUnread,
    { name: "off in the file", host: daemonJson({ "userland-proxy": false }), expect: "pass" },
    { name: "off by a flag", host: dockerd("--userland-proxy=false"), expect: "pass" },
    { name: "nothing set", expect: "fail", says: /default is true/ },
    {
      name: "in both places, with which no daemon starts",
      host: {
        daemon: {
          ...hostFacts().daemon,
          arguments: ["dockerd", "--userland-proxy"],
          config: { "userland-proxy": false },
        },
      },
      expect: "fail",
      says: /refuses to start/,
    },
  ],
  ...familyCases,
  "docker-ee-stig:DKER-EE-001090": [
    notAsked,
    {
      name: "every path that exists",
      host: {
        files: [hostFile("dockerd", "/bin/dockerd"), hostFile("runc", "/usr/bin/runc")],
        auditRules: ["-w /usr/bin/dockerd", "-w /usr/bin/runc"],
      },
      expect: "pass",
    },
    {
      name: "all but one",
      host: {
        files: [hostFile("dockerd", "/usr/bin/dockerd"), hostFile("runc", "/usr/bin/runc")],
        auditRules: ["-w /usr/bin/dockerd"],
      },
      expect: "fail",
      says: /\/usr\/bin\/runc: none of/,
    },
    {
      name: "one missing, another not to be looked at",
      host: { files: [hostFile("dockerd", "/a"), hostFile("runc", "/b", { state: "unreadable" })] },
      expect: "fail",
    },
    {
      name: "one not to be looked at",
      host: files(hostFile("runc", "/b", { state: "unreadable" })),
      expect: "not-assessed",
    },
    { name: "none that exists", expect: "not-applicable" },
    { name: "a rootless engine", engine: rootless, host: files(hostFile("runc", "/b")), expect: "not-applicable" },
    {
      name: "rules that need root",
      host: { ...files(hostFile("runc", "/b")), ...gap("host.audit") },
      expect: "not-assessed",
    },
  ],
  "docker-ee-stig:DKER-EE-001370": [
    ...settingsUnread,
    { name: "driver and options", host: daemonJson(allSet()), expect: "pass", says: /max-size=10m/ },
    { name: "a driver alone", host: daemonJson({ "log-driver": "syslog" }), expect: "fail" },
    { name: "nothing set", expect: "fail" },
  ],
  "docker-ee-stig:DKER-EE-003310": [
    ...settingsUnread,
    { name: "size and count", host: daemonJson(allSet()), expect: "pass" },
    {
      name: "size and count by flags",
      host: dockerd("--log-opt", "max-size=10m", "--log-opt=max-file=3"),
      expect: "pass",
    },
    { name: "a size alone", host: daemonJson({ "log-opts": { "max-size": "10m" } }), expect: "fail" },
    {
      name: "no limit, written out",
      host: daemonJson({ "log-opts": { "max-size": "-1", "max-file": "3" } }),
      expect: "fail",
    },
    { name: "nothing set", expect: "fail" },
    { name: "another driver", engine: { loggingDriver: "journald" }, expect: "not-applicable", says: /journald/ },
    {
      name: "another driver, by the file",
      engine: null,
      host: daemonJson({ "log-driver": "local" }),
      expect: "not-applicable",
    },
  ],
  "docker-ee-stig:DKER-EE-001770": [
    notAsked,
    {
      name: "a key",
      host: { packageKeys: ["/etc/apt/keyrings/docker.asc"] },
      expect: "manual",
      says: /docker\.asc: a key[\s\S]*|fingerprint/,
    },
    { name: "none", expect: "fail" },
    { name: "none, for a distribution's build", engine: { platformName: "" }, expect: "manual" },
    { name: "keys unread", host: gap("host.packages"), expect: "not-assessed" },
  ],
};

/** The STIG's rules that have the same subject as one of CIS, and so the same cases. */
const alike: Readonly<Record<string, string>> = {
  "001830": "2.17",
  ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`005${170 + index * 10}`, `3.${index + 1}`])),
};

export const cases: SurroundingCases = {
  ...hostCases,
  ...Object.fromEntries(
    Object.entries(alike).map(([number, cis]) => [
      `docker-ee-stig:DKER-EE-${number}`,
      hostCases[`cis-docker:${cis}`] ?? [],
    ]),
  ),
};

/** Controls that lack one of pass, fail and not-assessed, and why. */
export const exceptions: Readonly<Record<string, string>> = {
  "cis-docker:2.11": "never fails: another cgroup may be wanted, which the rule hands to a person with its name",
  "docker-ee-stig:DKER-EE-001770":
    "never passes: that a key is the vendor's shows only in its fingerprint, which is not among the facts",
};
