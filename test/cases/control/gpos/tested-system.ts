// Situations of the rules on accounts, memory and files that the public DHI GPOS profile tests: met, broken, without
// evidence, and the false alarms that the researched reference notes.
import type { Facts } from "../../../../shared/model/facts.ts";
import type { HostFacts } from "../../../../shared/model/surroundings.ts";
import type { WatchedFile } from "../../../../shared/model/system-facts.ts";
import {
  account,
  type GposCase,
  gap,
  line,
  people,
  plain,
  plainAccounts,
  system,
  watched,
  withPassword,
  withUser,
} from "./situation.ts";

export const noPasswords: GposCase[] = [
  { name: "locked accounts", facts: plain, expect: "pass", says: /none of the 3 lines/ },
  { name: "neither accounts nor shadow", facts: system(), expect: "pass", says: /no \/etc\/shadow/ },
  { name: "an x without a line in shadow", facts: people([account("root", 0, "none")], null), expect: "pass" },
  {
    name: "a hash",
    facts: withPassword,
    expect: "fail",
    says: /\/etc\/shadow root: a hashed password is set \(sha512\)/,
  },
  {
    name: "an empty field",
    facts: people([account("root", 0, "empty")], [line("root", "empty")]),
    expect: "fail",
    says: /empty/,
  },
  {
    name: "a hash in passwd",
    facts: people([account("app", 1000, "hashed")], null),
    expect: "fail",
    says: /\/etc\/passwd app/,
  },
  { name: "accounts not read", facts: { ...system(), ...gap("accounts") }, expect: "not-assessed" },
  { name: "seen although shadow is cut", facts: { ...withPassword, ...gap("system") }, expect: "fail" },
];

export const noUsers: GposCase[] = [
  { name: "root and system accounts", facts: plain, expect: "pass", says: /none of the 3 accounts/ },
  { name: "no account files", facts: system(), expect: "pass", says: /neither accounts nor/ },
  { name: "an account for people", facts: withUser, expect: "fail", says: /account app: UID 1000/ },
  {
    name: "that the policy allows",
    facts: withUser,
    policy: { allowedAccounts: ["app"] },
    expect: "pass",
    says: /the policy allows this account/,
  },
  {
    name: "one that the policy allows and another",
    facts: people([...plainAccounts, account("app", 1000), account("eve", 1001)], [line("app"), line("eve")]),
    policy: { allowedAccounts: ["app"] },
    expect: "fail",
    says: /allows this account/,
  },
  {
    name: "a service identity without a line in shadow",
    facts: people([...plainAccounts, account("nonroot", 65_532, "none")], [line("root"), line("nobody")]),
    expect: "pass",
  },
  {
    name: "system accounts behind nobody, as rpm distributions have them",
    facts: people([...plainAccounts, account("dbus", 81)], [line("root"), line("nobody"), line("dbus")]),
    expect: "pass",
  },
  { name: "a second root", facts: people([account("toor", 0)], null), expect: "fail", says: /beside root has UID 0/ },
  {
    name: "a system account with a password",
    facts: people([account("www", 33, "hashed")], [line("www", "hashed")]),
    expect: "fail",
  },
  {
    name: "a line behind nobody without an account",
    facts: people([], [line("nobody"), line("ghost")]),
    expect: "fail",
    says: /ghost/,
  },
  { name: "accounts not read", facts: { ...system(), ...gap("accounts") }, expect: "not-assessed" },
];

export const addressSpace: GposCase[] = [
  { name: "full", host: kernel("2\n"), expect: "pass" },
  { name: "less", host: kernel("1"), expect: "fail", says: /1 instead of 2/ },
  { name: "off", host: kernel("0"), expect: "fail" },
  { name: "the setting was not read", host: {}, expect: "not-assessed", says: /randomize_va_space/ },
  { name: "no host", host: null, expect: "not-assessed" },
];

export const varLog: GposCase[] = [
  { name: "of root", facts: system({ watched: [watched("/var/log")] }), expect: "pass", says: /UID 0 and GID 0/ },
  { name: "of another user", facts: system({ watched: [watched("/var/log", { uid: 104 })] }), expect: "fail" },
  {
    name: "of another group",
    facts: system({ watched: [watched("/var/log", { gid: 104, mode: "775" })] }),
    expect: "fail",
  },
  { name: "writable by all", facts: system({ watched: [watched("/var/log", { mode: "1777" })] }), expect: "fail" },
  {
    name: "that the policy allows",
    facts: system({ watched: [watched("/var/log", { gid: 104 })] }),
    policy: { allowedPaths: ["/var/log"] },
    expect: "pass",
    says: /allows this path/,
  },
  {
    name: "a link",
    facts: system({ watched: [watched("/var/log", { type: "link", mode: "777" })] }),
    expect: "manual",
  },
  { name: "none", facts: system(), expect: "not-applicable" },
  { name: "not read", facts: { ...system(), ...gap("system") }, expect: "not-assessed" },
];

export const libraryOwners: GposCase[] = [
  { name: "all of root", facts: libraries([]), expect: "pass", says: /of 50 files/ },
  {
    name: "one of another user",
    facts: libraries([watched("/usr/lib/x.so", { uid: 7 })]),
    expect: "fail",
    says: /UID 7 and GID 0/,
  },
  { name: "before /usr was merged", facts: libraries([watched("/lib/x.so", { gid: 7 })]), expect: "fail" },
  {
    name: "that the policy allows",
    facts: libraries([watched("/usr/lib/app/x.so", { uid: 7 })]),
    policy: { allowedPaths: ["/usr/lib/app/**"] },
    expect: "pass",
  },
  {
    name: "one that the policy allows and another",
    facts: libraries([watched("/usr/lib/app/x.so", { uid: 7 }), watched("/usr/lib/y.so", { uid: 7 })]),
    policy: { allowedPaths: ["/usr/lib/app/**"] },
    expect: "fail",
    says: /allows this path/,
  },
  {
    name: "a language's tree below /usr/local",
    facts: libraries([watched("/usr/local/lib/node_modules", { uid: 1000 })]),
    expect: "pass",
    says: /outside/,
  },
  {
    name: "more than are listed",
    facts: libraries([watched("/usr/bin/x", { uid: 7 })], 900),
    expect: "manual",
    says: /899 more/,
  },
  { name: "no folders of libraries", facts: system(), expect: "not-applicable" },
  { name: "not read", facts: { ...system(), ...gap("system") }, expect: "not-assessed" },
];

const digest = "ab".repeat(32);

export const trustBundle: GposCase[] = [
  {
    name: "approved",
    facts: bundle(digest),
    policy: { approvedTrustAnchors: [digest] },
    expect: "pass",
    says: new RegExp(digest),
  },
  {
    name: "with an own authority, approved as it is",
    facts: bundle(digest, "/usr/local/share/ca-certificates/own.crt"),
    policy: { approvedTrustAnchors: [digest] },
    expect: "pass",
  },
  {
    name: "another one than those approved",
    facts: bundle(digest),
    policy: { approvedTrustAnchors: ["cd".repeat(32)] },
    expect: "fail",
  },
  {
    name: "one that was approved and another",
    facts: system({
      trustAnchors: {
        bundles: [
          { path: "/etc/ssl/cert.pem", sha256: digest, layer: 0 },
          { path: "/etc/pki/tls/cert.pem", sha256: "ef".repeat(32), layer: 1 },
        ],
        added: [],
      },
    }),
    policy: { approvedTrustAnchors: [digest] },
    expect: "fail",
    says: /approved, SHA-256 abab/,
  },
  {
    name: "something was added",
    facts: bundle(digest, "/usr/local/share/ca-certificates/own.crt"),
    expect: "fail",
    says: /own\.crt/,
  },
  { name: "nobody approved any", facts: bundle(digest), expect: "manual", says: new RegExp(digest) },
  { name: "no bundle", facts: system(), expect: "not-applicable" },
  { name: "not read", facts: { ...system(), ...gap("system") }, expect: "not-assessed" },
];

function kernel(value: string): Partial<HostFacts> {
  return {
    kernel: { release: "6.1.0", settings: { "kernel.randomize_va_space": value }, appArmor: null, seLinux: null },
  };
}

function libraries(first: WatchedFile[], count = first.length): Partial<Facts> {
  return system({ libraries: { examined: 50, foreign: { count, first }, writable: { count: 0, first: [] } } });
}

function bundle(sha256: string, added?: string): Partial<Facts> {
  return system({
    trustAnchors: {
      bundles: [{ path: "/etc/ssl/certs/ca-certificates.crt", sha256, layer: 0 }],
      added: added === undefined ? [] : [watched(added, { type: "file", mode: "644" })],
    },
  });
}
