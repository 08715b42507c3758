// What holds a container back: profiles, capabilities, rights.
import { containerFacts } from "../../../support/surroundings.ts";
import { type ContainerCase, type ContainerCases, inspectUnread } from "./situation.ts";

const plain = containerFacts();
const selinux = { securityOptions: ["name=selinux", "name=seccomp,profile=builtin"] };
const engineUnread: ContainerCase = { name: "the engine was not read", gaps: ["engine.info"], expect: "not-assessed" };
const dropped = { capDrop: ["ALL"] };
const pod = "2f1b7c1e-6d1c-4a57-9d55-0a8a7c2b9f11";

export const confinement: ContainerCases = {
  "cis-docker:5.2": [
    { name: "docker-default", expect: "pass", says: /docker-default/ },
    { name: "unconfined", container: { appArmorProfile: "unconfined" }, expect: "fail" },
    { name: "none", container: { appArmorProfile: "" }, expect: "fail" },
    { name: "none, as it is privileged", container: { appArmorProfile: "", privileged: true }, expect: "fail" },
    {
      name: "never started, asked for unconfined",
      container: {
        appArmorProfile: "",
        securityOpt: ["apparmor=unconfined"],
        state: { status: "created", running: false },
      },
      expect: "fail",
    },
    {
      name: "never started",
      container: { appArmorProfile: "", state: { status: "created", running: false } },
      expect: "not-assessed",
      says: /never started/,
    },
    // Docker Desktop and the Red Hat family: docker-bench warns there.
    {
      name: "an engine without AppArmor",
      container: { appArmorProfile: "" },
      engine: { securityOptions: ["name=seccomp,profile=builtin"] },
      expect: "not-applicable",
    },
    engineUnread,
    { name: "the engine was not looked at", engine: null, expect: "not-assessed" },
    inspectUnread,
  ],
  "cis-docker:5.3": [
    { name: "an engine without SELinux", expect: "not-applicable" },
    { name: "labelled by default", engine: selinux, expect: "pass" },
    { name: "label=disable", container: { securityOpt: ["label=disable"] }, engine: selinux, expect: "fail" },
    {
      name: "label:disable, the older form",
      container: { securityOpt: ["label:disable"] },
      engine: selinux,
      expect: "fail",
    },
    { name: "labels of its own", container: { securityOpt: ["label=type:shop_t"] }, engine: selinux, expect: "pass" },
    {
      name: "an option of another kind",
      container: { securityOpt: ["no-new-privileges"] },
      engine: selinux,
      expect: "pass",
    },
    { name: "privileged", container: { privileged: true }, engine: selinux, expect: "fail" },
    {
      name: "the engine says which label",
      container: { processLabel: "system_u:system_r:container_t:s0:c1,c2" },
      engine: selinux,
      expect: "pass",
      says: /container_t/,
    },
    { name: "the engine says that there is none", container: { processLabel: "" }, engine: selinux, expect: "fail" },
    engineUnread,
  ],
  "cis-docker:5.4": [
    { name: "the default set keeps NET_RAW", expect: "fail", says: /NET_RAW/ },
    { name: "NET_RAW dropped", container: { capDrop: ["NET_RAW"] }, expect: "pass" },
    { name: "dropped by its long name in small letters", container: { capDrop: ["cap_net_raw"] }, expect: "pass" },
    { name: "all dropped", container: dropped, expect: "pass" },
    { name: "all dropped, one of the default set back", container: { ...dropped, capAdd: ["CHOWN"] }, expect: "pass" },
    { name: "all dropped, NET_RAW back", container: { ...dropped, capAdd: ["NET_RAW"] }, expect: "fail" },
    { name: "SYS_ADMIN", container: { ...dropped, capAdd: ["SYS_ADMIN"] }, expect: "fail", says: /SYS_ADMIN/ },
    { name: "ALL", container: { capAdd: ["all"], capDrop: ["NET_RAW"] }, expect: "fail", says: /ALL/ },
    { name: "privileged", container: { ...dropped, privileged: true }, expect: "fail" },
    {
      name: "NET_ADMIN on the policy's list",
      container: { ...dropped, capAdd: ["CAP_NET_ADMIN"] },
      policy: { allowedCapabilities: ["NET_ADMIN"] },
      expect: "pass",
      says: /allowedCapabilities/,
    },
    {
      name: "NET_RAW on the policy's list",
      policy: { allowedCapabilities: ["NET_RAW"] },
      expect: "pass",
    },
    { name: "Podman's smaller set has no NET_RAW", engine: { product: "podman" }, expect: "pass" },
    inspectUnread,
  ],
  "cis-docker:5.5": [
    { name: "not", expect: "pass" },
    { name: "privileged", container: { privileged: true }, expect: "fail" },
    inspectUnread,
  ],
  "cis-docker:5.7": [
    { name: "a program of its own", expect: "pass" },
    {
      name: "sshd by its title",
      container: { processes: [{ user: "root", command: "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100" }] },
      expect: "fail",
      says: /sshd runs as root/,
    },
    { name: "dropbear", container: { processes: [{ user: "0", command: "/usr/sbin/dropbear -F" }] }, expect: "fail" },
    {
      name: "a client and a search for it are no server",
      container: {
        processes: [
          { user: "me", command: "ssh host" },
          { user: "me", command: "grep sshd" },
        ],
      },
      expect: "pass",
    },
    {
      name: "port 22 is a hint alone",
      container: { exposedPorts: ["22/tcp"] },
      expect: "pass",
      says: /proves nothing/,
    },
    {
      name: "stopped, and its command starts it",
      container: { processes: null, entrypoint: ["/bin/sh", "-c"], cmd: ["ssh-keygen -A; exec /usr/sbin/sshd -D"] },
      expect: "fail",
    },
    {
      name: "stopped",
      container: { processes: null, state: { status: "exited", running: false } },
      expect: "not-assessed",
      says: /does not run/,
    },
    { name: "running, and no process could be seen", container: { processes: [] }, expect: "not-assessed" },
    { name: "processes were not read", gaps: ["container.processes"], expect: "not-assessed" },
  ],
  "cis-docker:5.13": [
    { name: "read-only", container: { readOnlyRoot: true }, expect: "pass" },
    { name: "writable", expect: "fail" },
    inspectUnread,
  ],
  "cis-docker:5.22": [
    { name: "the default", expect: "pass" },
    { name: "unconfined", container: { securityOpt: ["seccomp=unconfined"] }, expect: "fail" },
    { name: "unconfined, the older form", container: { securityOpt: ["seccomp:unconfined"] }, expect: "fail" },
    { name: "privileged shows no option", container: { privileged: true }, expect: "fail", says: /privileged/ },
    {
      name: "a profile of its own",
      container: { securityOpt: ["seccomp={...} (9000 characters)"] },
      expect: "pass",
      says: /own/,
    },
    { name: "an engine without seccomp", engine: { securityOptions: [] }, expect: "fail" },
    {
      name: "an engine whose default is none",
      engine: { securityOptions: ["name=seccomp,profile=unconfined"] },
      expect: "fail",
    },
    { name: "the engine was not read", engine: null, expect: "pass" },
    inspectUnread,
  ],
  "cis-docker:5.25": [
    { name: "none", expect: "pass" },
    { name: "a group of its own", container: { cgroupParent: "/special" }, expect: "fail" },
    { name: "the default by name", container: { cgroupParent: "system.slice" }, expect: "pass" },
    { name: "the default of the other driver", container: { cgroupParent: "/docker" }, expect: "fail" },
    { name: "another slice", container: { cgroupParent: "batch.slice" }, expect: "manual", says: /systemctl show/ },
    {
      name: "the group of its pod",
      container: {
        cgroupParent: `kubepods-burstable-pod${pod.replaceAll("-", "_")}.slice`,
        labels: { "io.kubernetes.pod.uid": pod },
      },
      expect: "pass",
      says: /pod/,
    },
    {
      name: "the group of another pod",
      container: { cgroupParent: "/kubepods/pod0000", labels: { "io.kubernetes.pod.uid": pod } },
      expect: "fail",
    },
    {
      name: "Podman's slice",
      container: { cgroupParent: "user.slice" },
      engine: { product: "podman" },
      expect: "pass",
    },
    inspectUnread,
  ],
  "cis-docker:5.26": [
    { name: "none", expect: "fail" },
    { name: "bare", container: { securityOpt: ["no-new-privileges"] }, expect: "pass" },
    { name: ":true", container: { securityOpt: ["no-new-privileges:true"] }, expect: "pass" },
    { name: "=true", container: { securityOpt: ["no-new-privileges=true"] }, expect: "pass" },
    { name: "=false", container: { securityOpt: ["no-new-privileges=false"] }, expect: "fail" },
    { name: "by the daemon", engine: { securityOptions: ["name=no-new-privileges"] }, expect: "pass", says: /daemon/ },
    {
      name: "by the daemon, taken back",
      container: { securityOpt: ["no-new-privileges:false"] },
      engine: { securityOptions: ["name=no-new-privileges"] },
      expect: "fail",
    },
    inspectUnread,
  ],
  "cis-docker:5.27": [
    { name: "none", expect: "fail" },
    { name: "healthy", container: { state: { status: "running", running: true, health: "healthy" } }, expect: "pass" },
    {
      name: "unhealthy is checked as well",
      container: { state: { status: "running", running: true, health: "unhealthy" } },
      expect: "pass",
      says: /unhealthy/,
    },
    {
      name: "NONE",
      container: { healthcheck: ["NONE"], state: { status: "running", running: true, health: "none" } },
      expect: "fail",
    },
    {
      name: "stopped, with a test",
      container: { healthcheck: ["CMD", "/bin/check"], state: { status: "exited", running: false } },
      expect: "pass",
    },
    { name: "running, and its test is not run", container: { healthcheck: ["CMD", "/bin/check"] }, expect: "fail" },
    { name: "a test without a command", container: { healthcheck: ["CMD-SHELL", " "] }, expect: "fail" },
    inspectUnread,
  ],
  "cis-docker:5.28": [
    { name: "the same", expect: "pass", says: /no registry/ },
    {
      name: "the tag has moved on",
      container: { image: { ...plain.image, current: `sha256:${"b".repeat(64)}` } },
      expect: "fail",
      says: /bbbbbbbbbbbb today/,
    },
    {
      name: "pinned by digest on purpose",
      container: { image: { ...plain.image, reference: `web@sha256:${"e".repeat(64)}`, current: null } },
      expect: "not-applicable",
    },
    {
      name: "started by a shortened id",
      container: { image: { ...plain.image, reference: "aaaaaaaaaaaa" } },
      expect: "not-applicable",
    },
    {
      name: "nothing has that name any more",
      container: { image: { ...plain.image, current: null } },
      expect: "not-assessed",
      says: /nothing to compare/,
    },
    { name: "images were not read", gaps: ["container.image"], expect: "not-assessed" },
  ],
};
