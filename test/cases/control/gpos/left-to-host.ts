// Situations of the rules that the public DHI GPOS profile leaves to the host, by families that one check answers: where the
// facts show that they are the host's, where they do not, and where evidence is missing.
import type { Facts, Secret } from "../../../../shared/model/facts.ts";
import { configWith, factsWith } from "../../../support/facts.ts";
import { deb, type GposCase, gap, plain, system, withPassword, withUser } from "./situation.ts";

export const audit: GposCase[] = [
  {
    name: "no such service",
    facts: deb("libc6", "libaudit1"),
    expect: "not-applicable",
    says: /none of the 2 packages.*(?:cis-docker|docker-ee-stig):/,
  },
  { name: "auditd", facts: deb("auditd"), expect: "manual", says: /deb auditd/ },
  {
    name: "that the policy allows",
    facts: deb("bash", "rsyslog"),
    policy: { allowedPackages: ["rsyslog"] },
    expect: "not-applicable",
  },
  { name: "no operating system", facts: { executables: [] }, expect: "not-applicable", says: /no operating system/ },
  {
    name: "a shell and no package database",
    facts: { executables: ["/bin/sh"] },
    expect: "manual",
    says: /no package database/,
  },
  { name: "programs not looked for", facts: {}, expect: "manual" },
  { name: "packages not read", facts: gap("packages"), expect: "not-assessed" },
];

export const withoutUsers: GposCase[] = [
  { name: "nobody can log in", facts: plain, expect: "not-applicable", says: /cis-docker:1\.1\.2/ },
  { name: "an account for people", facts: withUser, expect: "manual", says: /account app/ },
  { name: "also where the policy allows it", facts: withUser, policy: { allowedAccounts: ["app"] }, expect: "manual" },
  { name: "a password", facts: withPassword, expect: "manual", says: /\/etc\/shadow root/ },
  { name: "accounts not read", facts: { ...system(), ...gap("accounts") }, expect: "not-assessed" },
];

export const externalCredentials: GposCase[] = [
  {
    name: "nothing lets anybody in",
    facts: { ...plain, ...deb("bash") },
    expect: "not-applicable",
    says: /cis-docker:1\.1\.2/,
  },
  { name: "no operating system", facts: { ...system(), executables: [] }, expect: "not-applicable" },
  { name: "a local user", facts: { ...withUser, ...deb("bash") }, expect: "manual", says: /account app/ },
  { name: "a server", facts: { ...plain, ...deb("openssh-server") }, expect: "manual" },
  {
    name: "a server that is started",
    facts: { ...plain, ...deb("bash"), config: configWith({ entrypoint: ["sshd"] }) },
    expect: "manual",
  },
  {
    name: "no package database",
    facts: { ...plain, executables: ["/bin/sh"] },
    expect: "manual",
    says: /no package database/,
  },
  { name: "accounts not read", facts: { ...system(), ...deb("bash"), ...gap("accounts") }, expect: "not-assessed" },
];

export const keyStorage: GposCase[] = [
  { name: "no key", facts: {}, expect: "not-applicable", says: /cis-docker:7\.4/ },
  {
    name: "another secret",
    facts: { secrets: [secret({ kind: "token", preview: "token, 20 characters" })] },
    expect: "not-applicable",
  },
  { name: "a private key", facts: { secrets: [secret({})] }, expect: "fail", says: /\/etc\/ssl\/key\.pem/ },
  { name: "secrets not read", facts: gap("secrets"), expect: "not-assessed" },
];

export const neededSoftware: GposCase[] = [
  {
    name: "neither shell nor manager",
    facts: { executables: ["/usr/bin/python3"] },
    expect: "not-applicable",
    says: /cis-docker:5\.13/,
  },
  { name: "a shell", facts: { executables: ["/bin/sh"] }, expect: "manual", says: /\/bin\/sh: a shell/ },
  {
    name: "that the policy allows",
    facts: { executables: ["/bin/sh"] },
    policy: { allowedExecutables: ["/bin/sh"] },
    expect: "not-applicable",
  },
  { name: "programs not looked for", facts: {}, expect: "not-assessed" },
  { name: "files not read", facts: { executables: [], ...gap("files") }, expect: "not-assessed" },
];

export const updates: GposCase[] = [
  { name: "no manager", facts: { executables: ["/bin/sh"] }, expect: "not-applicable", says: /cis-docker:4\.4/ },
  {
    name: "a manager",
    facts: { executables: ["/sbin/apk"] },
    expect: "manual",
    says: /\/sbin\/apk: a package manager/,
  },
  {
    name: "that the policy allows",
    facts: { executables: ["/sbin/apk"] },
    policy: { allowedExecutables: ["/sbin/*"] },
    expect: "not-applicable",
  },
  { name: "programs not looked for", facts: {}, expect: "not-assessed" },
];

export const hardware: GposCase[] = [
  { name: "nothing that drives hardware", facts: deb("bash"), expect: "not-applicable", says: /cis-docker:5\.18/ },
  { name: "software for wireless networks", facts: deb("wpasupplicant"), expect: "manual", says: /deb wpasupplicant/ },
  {
    name: "that the policy allows",
    facts: deb("cups"),
    policy: { allowedPackages: ["cups"] },
    expect: "not-applicable",
  },
  { name: "packages not read", facts: gap("packages"), expect: "not-assessed" },
];

export const firewall: GposCase[] = [
  { name: "no packet filter", facts: deb("bash"), expect: "not-applicable", says: /cis-docker:2\.4/ },
  { name: "a packet filter", facts: deb("nftables"), expect: "manual", says: /deb nftables/ },
  { name: "packages not read", facts: gap("packages"), expect: "not-assessed" },
];

export const sharedResources: GposCase[] = [
  { name: "none but sticky folders", facts: shared("1777"), expect: "not-applicable", says: /cis-docker:5\.16/ },
  { name: "a folder for all", facts: shared("777"), expect: "fail", says: /\/srv: everyone may write/ },
  {
    name: "that the policy allows",
    facts: shared("777"),
    policy: { allowedPaths: ["/srv"] },
    expect: "not-applicable",
  },
  { name: "files not read", facts: gap("files"), expect: "not-assessed" },
];

export const ports: GposCase[] = [
  { name: "none declared", facts: {}, expect: "not-applicable", says: /cis-docker:5\.9/ },
  { name: "one that nobody approved", facts: exposing("8080/tcp"), expect: "manual", says: /8080\/tcp/ },
  { name: "all approved", facts: exposing("8080/tcp"), policy: { allowedPorts: ["8080"] }, expect: "pass" },
  {
    name: "one of two approved",
    facts: exposing("8080/tcp", "53/udp"),
    policy: { allowedPorts: ["8080"] },
    expect: "manual",
  },
  { name: "settings not read", facts: gap("config"), expect: "not-assessed" },
];

export const kernelOfHost: GposCase[] = [
  { name: "true of every image", facts: {}, expect: "not-applicable", says: /cis-docker:5\./ },
  { name: "also where nothing was read", facts: gap("config", "files"), expect: "not-applicable" },
];

export const question: GposCase[] = [
  { name: "always", facts: {}, expect: "manual" },
  {
    name: "with what the image declares",
    facts: { config: configWith({ exposedPorts: ["80/tcp"], volumes: ["/data"] }) },
    expect: "manual",
  },
  { name: "settings not read", facts: gap("config"), expect: "not-assessed" },
];

function secret(parts: Partial<Secret>): Secret {
  return {
    kind: "private-key",
    where: "file",
    path: "/etc/ssl/key.pem",
    layer: 0,
    preview: "private key (PKCS#8 PEM), 1704 characters",
    ground: "pattern",
    ...parts,
  };
}

function shared(mode: string): Partial<Facts> {
  return { files: { ...factsWith().files, worldWritable: [{ path: "/srv", mode, uid: 0, gid: 0, layer: 0 }] } };
}

function exposing(...exposedPorts: string[]): Partial<Facts> {
  return { config: configWith({ exposedPorts }) };
}
