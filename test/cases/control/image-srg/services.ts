// Situations of servers, ports, shells, users and containers, with the verdict each deserves.
import type { Facts } from "../../../../shared/model/facts.ts";
import { configWith } from "../../../support/facts.ts";
import { surroundingGap } from "../../../support/surroundings.ts";
import { account, type Cases, deb, debian, gap, packageOf, root, type SrgCase } from "./situation.ts";

const plain = { os: debian, packages: [deb("libc6"), deb("openssh-client")] };
const installed = (...names: string[]): Partial<Facts> => ({
  os: debian,
  packages: [deb("libc6"), ...names.map((name) => deb(name))],
});
const ports = (...exposedPorts: string[]): Partial<Facts> => ({ config: configWith({ exposedPorts }) });
const bare: SrgCase = { name: "neither system nor packages", expect: "not-applicable", facts: {} };
const noDatabase: SrgCase = {
  name: "a system without a package database",
  expect: "not-assessed",
  facts: { os: debian },
  says: /no package database/,
};
const unread: SrgCase = { name: "packages not read", expect: "not-assessed", facts: gap("packages") };
const configUnread: SrgCase = { name: "the config was not read", expect: "not-assessed", facts: gap("config") };
const mount = (source: string, writable = false) => ({
  type: "bind",
  source,
  destination: "/x",
  writable,
  propagation: "rprivate",
});
const limits = { memory: 1e9, cpuShares: 0, nanoCpus: 1e9, cpuQuota: 0, cpusetCpus: "", pidsLimit: 100, ulimits: [] };
const inspectUnread: SrgCase = {
  name: "the container was not inspected",
  expect: "not-assessed",
  container: { limits: [surroundingGap("container.inspect")] },
};

export const cases: Cases = {
  "image-srg:remote-access-packages": [
    { name: "a client is no server", expect: "pass", facts: plain },
    {
      name: "busybox by its package name",
      expect: "pass",
      facts: { os: debian, packages: [packageOf("apk", "busybox")], executables: ["/bin/busybox"] },
      says: /built with as applets is not read/,
    },
    { name: "an SSH server", expect: "fail", facts: installed("openssh-server"), says: /deb openssh-server.*SSH/ },
    { name: "Alpine's openssh", expect: "fail", facts: { os: debian, packages: [packageOf("apk", "openssh")] } },
    {
      name: "RHEL's openssh is what both share",
      expect: "pass",
      facts: { os: debian, packages: [packageOf("rpm", "openssh")] },
    },
    { name: "sendmail", expect: "fail", facts: installed("sendmail") },
    { name: "ypserv", expect: "fail", facts: { os: debian, packages: [packageOf("rpm", "ypserv")] } },
    {
      name: "an SSH server, allowed",
      expect: "pass",
      facts: installed("openssh-server"),
      policy: { allowedPackages: ["openssh-server"] },
    },
    {
      name: "one that was seen while others were not",
      expect: "fail",
      facts: { ...installed("telnetd"), ...gap("packages") },
    },
    bare,
    noDatabase,
    unread,
  ],
  "image-srg:session-rules-na": [
    { name: "no server", expect: "not-applicable", facts: plain, says: /none of 2 packages/ },
    { name: "an SSH server", expect: "fail", facts: installed("dropbear-bin") },
    {
      name: "an SSH server, allowed",
      expect: "manual",
      facts: installed("openssh-server"),
      policy: { allowedPackages: ["openssh-*"] },
    },
    { name: "sendmail has no sessions", expect: "not-applicable", facts: installed("sendmail") },
    bare,
    noDatabase,
    unread,
  ],
  "image-srg:shells": [
    { name: "none", expect: "pass", facts: { executables: ["/usr/bin/python3"] } },
    { name: "a shell, no list", expect: "manual", facts: { executables: ["/bin/sh"] }, says: /\/bin\/sh: a shell/ },
    {
      name: "a shell that is not on the list",
      expect: "fail",
      facts: { executables: ["/bin/sh", "/usr/bin/apt"] },
      policy: { allowedExecutables: ["/bin/sh"] },
      says: /\/usr\/bin\/apt/,
    },
    {
      name: "a shell on the list",
      expect: "pass",
      facts: { executables: ["/bin/sh"] },
      policy: { allowedExecutables: ["/bin/sh"] },
    },
    { name: "programs not looked for", expect: "not-assessed", facts: {}, says: /do not say/ },
    { name: "files not read", expect: "not-assessed", facts: { executables: [], ...gap("files") } },
  ],
  "image-srg:clear-text-protocols": [
    { name: "neither server nor port", expect: "pass", facts: { ...plain, ...ports("443/tcp", "2121") } },
    { name: "an FTP server", expect: "fail", facts: installed("vsftpd"), says: /FTP/ },
    { name: "port 21", expect: "fail", facts: { ...plain, ...ports("21/tcp") }, says: /21\/tcp/ },
    { name: "a range around port 23", expect: "fail", facts: ports("20-30/tcp") },
    { name: "port 514 of a system without a database", expect: "fail", facts: { os: debian, ...ports("514/udp") } },
    { name: "an SSH server is not in clear text", expect: "pass", facts: installed("openssh-server") },
    bare,
    noDatabase,
    unread,
  ],
  "image-srg:user-nonroot": [
    { name: "a number", expect: "pass", facts: { config: configWith({ user: "10001" }) } },
    {
      name: "a name with a UID",
      expect: "pass",
      facts: { config: configWith({ user: "app" }), accounts: [root, account("app", 5)] },
    },
    { name: "none", expect: "fail", facts: {} },
    { name: "0:0", expect: "fail", facts: { config: configWith({ user: "0:0" }) } },
    {
      name: "a name whose UID is 0",
      expect: "fail",
      facts: { config: configWith({ user: "app" }), accounts: [account("app", 0)] },
    },
    {
      name: "a name while accounts were not read",
      expect: "not-assessed",
      facts: { config: configWith({ user: "app" }), ...gap("accounts") },
    },
  ],
  "image-srg:ports-privileged": [
    { name: "none", expect: "pass", facts: {}, says: /no port is exposed/ },
    { name: "8080", expect: "pass", facts: ports("8080/tcp") },
    { name: "443", expect: "fail", facts: ports("443/tcp", "8080/tcp"), says: /443\/tcp lies below 1024/ },
    { name: "443, allowed", expect: "pass", facts: ports("443/tcp"), policy: { allowedPorts: ["443"] } },
    {
      name: "443/udp where tcp is allowed",
      expect: "fail",
      facts: ports("443/udp"),
      policy: { allowedPorts: ["443/tcp"] },
    },
    { name: "a range from below", expect: "fail", facts: ports("1000-2000/tcp") },
    {
      name: "one off the list",
      expect: "fail",
      facts: ports("8080/tcp"),
      policy: { allowedPorts: ["8443"] },
      says: /not among the ports/,
    },
    { name: "no port at all", expect: "fail", facts: ports("http/tcp") },
    { name: "a forbidden service is another's subject", expect: "pass", facts: ports("3389/tcp") },
    configUnread,
  ],
  "image-srg:os-ports": [
    { name: "8080", expect: "pass", facts: ports("8080/tcp") },
    { name: "RDP", expect: "fail", facts: ports("3389/tcp"), says: /RDP/ },
    { name: "the engine's API in a range", expect: "fail", facts: ports("2000-2400") },
    { name: "RDP, allowed", expect: "pass", facts: ports("3389/tcp"), policy: { allowedPorts: ["3389"] } },
    { name: "80", expect: "fail", facts: ports("80") },
    configUnread,
  ],
  "image-srg:essential-only": [
    { name: "a compiler", expect: "fail", facts: installed("gcc-12") },
    {
      name: "a compiler, allowed",
      expect: "manual",
      facts: installed("gcc-12"),
      policy: { allowedPackages: ["gcc-*"] },
      says: /policy allows it \(allowedPackages\)/,
    },
    { name: "nothing of the list", expect: "manual", facts: plain },
    bare,
    unread,
  ],
  "image-srg:healthcheck-in-image": [
    { name: "a command", expect: "pass", facts: { config: configWith({ healthcheck: { test: ["CMD", "/up"] } }) } },
    { name: "NONE", expect: "fail", facts: { config: configWith({ healthcheck: { test: ["NONE"] } }) } },
    { name: "none", expect: "fail", facts: {} },
    {
      name: "an OCI config has no field for it",
      expect: "not-assessed",
      facts: { config: configWith({ format: "oci" }) },
    },
  ],
  "image-srg:privileged-resources": [
    { name: "a plain container", expect: "pass", container: {} },
    { name: "privileged", expect: "fail", container: { privileged: true } },
    {
      name: "the host's PID namespace",
      expect: "fail",
      container: {
        namespaces: { network: "bridge", pid: "host", ipc: "private", uts: "", user: "", cgroup: "private" },
      },
      says: /pid/,
    },
    {
      name: "another container's namespace",
      expect: "pass",
      container: {
        namespaces: {
          network: "container:abc",
          pid: "container:abc",
          ipc: "shareable",
          uts: "",
          user: "",
          cgroup: "host",
        },
      },
    },
    {
      name: "a device",
      expect: "fail",
      container: { devices: [{ host: "/dev/sda", container: "/dev/sda", permissions: "rwm" }] },
    },
    {
      name: "a device, allowed",
      expect: "pass",
      container: { devices: [{ host: "/dev/fuse", container: "/dev/fuse", permissions: "rw" }] },
      policy: { allowedDevices: ["/dev/fuse"] },
    },
    { name: "the socket", expect: "fail", container: { mounts: [mount("/var/run/docker.sock")] }, says: /socket/ },
    {
      name: "the socket is never allowed",
      expect: "fail",
      container: { mounts: [mount("/var/run/docker.sock")] },
      policy: { allowedMounts: ["/var/run/**"] },
    },
    { name: "the folder of the socket", expect: "fail", container: { mounts: [mount("/run")] } },
    { name: "/etc", expect: "fail", container: { mounts: [mount("/etc", true)] }, says: /writable/ },
    {
      name: "a zone file, allowed",
      expect: "pass",
      container: { mounts: [mount("/etc/localtime")] },
      policy: { allowedMounts: ["/etc/localtime"] },
    },
    { name: "a folder of data", expect: "pass", container: { mounts: [mount("/srv/data", true)] } },
    {
      name: "privileged, of a container half read",
      expect: "fail",
      container: { privileged: true, limits: [surroundingGap("container.inspect")] },
    },
    inspectUnread,
  ],
  "image-srg:resource-limits": [
    { name: "all three", expect: "pass", container: { resources: limits } },
    { name: "none", expect: "fail", container: {}, says: /memory is not limited/ },
    {
      name: "unlimited processes",
      expect: "fail",
      container: { resources: { ...limits, pidsLimit: -1 } },
      says: /PidsLimit/,
    },
    {
      name: "the default share",
      expect: "fail",
      container: { resources: { ...limits, nanoCpus: 0, cpuShares: 1024 } },
    },
    {
      name: "a share of its own",
      expect: "pass",
      container: { resources: { ...limits, nanoCpus: 0, cpuShares: 512 } },
    },
    inspectUnread,
  ],
};

export const exceptions = {
  "image-srg:session-rules-na":
    "Rules on sessions are not met by an image: without a server they have no object, with one it fails.",
  "image-srg:essential-only": "Whether the packages are needed is a person's to say, as for cis-docker:4.3.",
};
