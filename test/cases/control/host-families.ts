// What the families of host controls must say: owner and mode of files, and audit rules; one list of cases for each path.
import type { EngineFacts, HostFacts, HostFile } from "../../../shared/model/surroundings.ts";
import type { SurroundingCase, SurroundingCases } from "../../support/surrounding-case.ts";
import { hostFile, surroundingGap } from "../../support/surroundings.ts";

export const notAsked: SurroundingCase = {
  name: "no host was asked",
  host: null,
  expect: "not-assessed",
  says: /--scope/,
};
export const gap = (fact: Parameters<typeof surroundingGap>[0]): Partial<HostFacts> => ({
  limits: [surroundingGap(fact, "needs root to read it")],
});
export const rootless: Partial<EngineFacts> = { securityOptions: ["name=rootless"] };

// Files.
export const files = (...list: HostFile[]): Partial<HostFacts> => ({ files: list });
const ownerCases = (role: string, group: string): readonly SurroundingCase[] => {
  const owned = (over: Partial<HostFile>) =>
    hostFile(role, `/the/${role}`, { group, gid: group === "root" ? 0 : 998, ...over });
  return [
    notAsked,
    { name: `root:${group}`, host: files(owned({})), expect: "pass", says: new RegExp(`owned by root:${group}`) },
    { name: "another owner", host: files(owned({ uid: 1000, user: "ada" })), expect: "fail", says: /ada:/ },
    { name: "another group", host: files(owned({ gid: 100, group: "users" })), expect: "fail", says: /root:users/ },
    {
      name: "an owner without a name",
      host: files(owned({ uid: 4711, user: undefined })),
      expect: "fail",
      says: /4711:/,
    },
    { name: "one wrong of two", host: files(owned({}), owned({ path: "/b", uid: 1 })), expect: "fail" },
    { name: "no such file", host: files(owned({ state: "absent" })), expect: "not-applicable", says: /does not exist/ },
    { name: "nothing that names one", expect: "not-applicable" },
    {
      name: "not to be looked at",
      host: files(owned({ state: "unreadable", cause: "needs root" })),
      expect: "not-assessed",
    },
    { name: "the files as a whole unread", host: gap("host.files"), expect: "not-assessed" },
    {
      name: "a wrong one that was seen although others were not",
      host: { ...files(owned({ uid: 1 }), owned({ state: "unreadable" })), ...gap("host.files") },
      expect: "fail",
    },
    { name: "a rootless engine", engine: rootless, host: files(owned({ uid: 1000 })), expect: "not-applicable" },
  ];
};
const modeCases = (role: string, allowed: string): readonly SurroundingCase[] => {
  const with_ = (mode: string, over: Partial<HostFile> = {}) => hostFile(role, `/the/${role}`, { mode, ...over });
  const beyond = (Number.parseInt(allowed, 8) | 0o002).toString(8);
  return [
    notAsked,
    { name: allowed, host: files(with_(allowed)), expect: "pass" },
    { name: "stricter", host: files(with_("400")), expect: "pass" },
    { name: "writable by all", host: files(with_(beyond)), expect: "fail", says: /beyond .*: 2$/m },
    {
      name: "500, a smaller number with a bit of its own",
      host: files(with_("500")),
      expect: allowed === "755" ? "pass" : "fail",
    },
    { name: "a setuid bit", host: files(with_(`4${allowed}`)), expect: "fail", says: /4000/ },
    { name: "one wrong of two", host: files(with_(allowed), with_(beyond, { path: "/b" })), expect: "fail" },
    { name: "no such file", host: files(with_(allowed, { state: "absent" })), expect: "not-applicable" },
    { name: "not to be looked at", host: files(with_(allowed, { state: "unreadable" })), expect: "not-assessed" },
    { name: "the files as a whole unread", host: gap("host.files"), expect: "not-assessed" },
    { name: "a rootless engine", engine: rootless, host: files(with_("777")), expect: "not-applicable" },
  ];
};
/** TLS files have no path of their own: where the settings were not read, none is no proof. */
const tlsUnread: SurroundingCase = {
  name: "settings that name it unread",
  host: gap("host.daemon"),
  expect: "not-assessed",
};

// Audit rules.
const auditCases = (role: string): readonly SurroundingCase[] => {
  const path = `/opt/engine/${role}`;
  const file = hostFile(role, path);
  const rules = (...auditRules: string[]): Partial<HostFacts> => ({ ...files(file), auditRules });
  return [
    notAsked,
    { name: "a watch", host: rules(`-w ${path} -p wa -k docker`), expect: "pass", says: /-k docker/ },
    { name: "a rule with a path", host: rules(`-a always,exit -F path=${path} -F perm=wa -k docker`), expect: "pass" },
    { name: "a watch of the folder above", host: rules("-w /opt/engine/ -k docker"), expect: "pass" },
    { name: "a folder rule above", host: rules("-a always,exit -F dir=/opt -F perm=w"), expect: "pass" },
    { name: "no rule", host: rules(), expect: "fail", says: /none of the 0/ },
    { name: "a rule for a name that only begins alike", host: rules(`-w ${path}2 -k docker`), expect: "fail" },
    { name: "a path rule for the folder alone", host: rules("-a always,exit -F path=/opt/engine"), expect: "fail" },
    { name: "a comment", host: rules(`# -w ${path}`), expect: "fail" },
    {
      name: "a rule that exempts it first",
      host: rules(`-a never,exit -F path=${path}`, `-w ${path}`),
      expect: "fail",
    },
    { name: "auditing switched off", host: rules(`-w ${path}`, "-e 0"), expect: "fail", says: /-e 0/ },
    { name: "auditing locked on", host: rules("-e 0", `-w ${path}`, "-e 2"), expect: "pass" },
    {
      name: "-D, which stands before all rules wherever it is written",
      host: rules(`-w ${path}`, "-D"),
      expect: "pass",
    },
    { name: "rules that need root", host: { ...rules(), ...gap("host.audit") }, expect: "not-assessed" },
    {
      name: "a path that cannot be looked at",
      host: files({ ...file, state: "unreadable" }),
      expect: "not-assessed",
    },
    { name: "a rootless engine", engine: rootless, host: rules(), expect: "not-applicable" },
    {
      name: "a path that does not exist",
      host: { ...files({ ...file, state: "absent" }), ...gap("host.audit") },
      expect: "not-applicable",
    },
  ];
};
const audited =
  "dockerd containerd-run-folder data-root docker-folder docker.service containerd-socket engine-socket default-docker daemon.json containerd-config sysconfig-docker containerd containerd-shim containerd-shim-runc-v1 containerd-shim-runc-v2 runc".split(
    " ",
  );

export const familyCases: SurroundingCases = {
  ...Object.fromEntries(audited.map((role, index) => [`cis-docker:1.1.${index + 3}`, auditCases(role)])),
  "cis-docker:3.1": ownerCases("docker.service", "root"),
  "cis-docker:3.2": modeCases("docker.service", "644"),
  "cis-docker:3.3": ownerCases("docker.socket", "root"),
  "cis-docker:3.4": modeCases("docker.socket", "644"),
  "cis-docker:3.5": ownerCases("docker-folder", "root"),
  "cis-docker:3.6": modeCases("docker-folder", "755"),
  "cis-docker:3.7": ownerCases("registry-certificate", "root"),
  "cis-docker:3.8": modeCases("registry-certificate", "444"),
  "cis-docker:3.9": [...ownerCases("tls-ca", "root"), tlsUnread],
  "cis-docker:3.10": [...modeCases("tls-ca", "444"), tlsUnread],
  "cis-docker:3.11": [...ownerCases("tls-certificate", "root"), tlsUnread],
  "cis-docker:3.12": [...modeCases("tls-certificate", "444"), tlsUnread],
  "cis-docker:3.13": [...ownerCases("tls-key", "root"), tlsUnread],
  "cis-docker:3.14": [...modeCases("tls-key", "400"), tlsUnread],
  "cis-docker:3.15": ownerCases("engine-socket", "docker"),
  "cis-docker:3.16": modeCases("engine-socket", "660"),
  "cis-docker:3.17": ownerCases("daemon.json", "root"),
  "cis-docker:3.18": modeCases("daemon.json", "644"),
  "cis-docker:3.19": ownerCases("default-docker", "root"),
  "cis-docker:3.20": modeCases("default-docker", "644"),
  "cis-docker:3.21": modeCases("sysconfig-docker", "644"),
  "cis-docker:3.22": ownerCases("sysconfig-docker", "root"),
  "cis-docker:3.23": ownerCases("containerd-socket", "root"),
  "cis-docker:3.24": modeCases("containerd-socket", "660"),
};
