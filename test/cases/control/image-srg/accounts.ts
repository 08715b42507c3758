// Situations of accounts and passwords with the verdict each deserves; known false alarms of the catalogue are among them.
import type { Facts, Group } from "../../../../shared/model/facts.ts";
import type { ShadowEntry } from "../../../../shared/model/system-facts.ts";
import { configWith, systemWith } from "../../../support/facts.ts";
import { account, type Cases, deb, fileFact, files, gap, root, type SrgCase, system, watched } from "./situation.ts";

const locked: ShadowEntry = { name: "root", password: "locked" };
const hashed = (name: string, scheme?: string): ShadowEntry => ({
  name,
  password: "hashed",
  ...(scheme === undefined ? {} : { scheme }),
});
const empty = (name: string): ShadowEntry => ({ name, password: "empty" });
const withShadow = (shadow: ShadowEntry[] | null, accounts = [root]): Partial<Facts> => ({
  accounts,
  ...system({ shadow }),
});
const unread = (...facts: Parameters<typeof gap>) => ({ ...withShadow([locked]), ...gap(...facts) });
const noAccounts: SrgCase = { name: "no account files", expect: "not-applicable", facts: {} };
const group = (gid: number, name = "g"): Group => ({ name, gid, members: [] });
const shell = { executables: ["/usr/bin/bash"] };
const umask = (...texts: string[]): Partial<Facts> => ({
  ...shell,
  ...system({ umask: texts.map((text, at) => ({ path: "/etc/login.defs", line: at + 1, text, layer: 0 })) }),
});
const user = account("dev", 1000, { shell: "/bin/bash", home: "/home/dev" });
const home = (mode: string, uid = 1000) => watched("/home/dev", mode, { type: "folder", uid });
const sudo = { path: "/etc/sudoers", line: 9, text: "app ALL=(ALL) NOPASSWD: ALL", layer: 1 };

export const cases: Cases = {
  "image-srg:shadow-hashed": [
    { name: "yescrypt", expect: "pass", facts: withShadow([hashed("root", "yescrypt")]) },
    { name: "SHA-512 and bcrypt", expect: "pass", facts: withShadow([hashed("a", "sha512"), hashed("b", "bcrypt")]) },
    { name: "root:*: is locked", expect: "pass", facts: withShadow([locked]) },
    {
      name: "a lone x without shadow",
      expect: "pass",
      facts: withShadow(null, [account("root", 0, { password: "none" })]),
    },
    { name: "MD5", expect: "fail", facts: withShadow([hashed("root", "md5")]), says: /root is hashed with md5/ },
    { name: "SHA-256", expect: "fail", facts: withShadow([hashed("root", "sha256")]) },
    { name: "a hash of no known kind", expect: "fail", facts: withShadow([hashed("root")]), says: /unknown/ },
    {
      name: "a hash in passwd",
      expect: "fail",
      facts: withShadow(null, [account("app", 5, { password: "hashed" })]),
      says: /app has its hash in passwd/,
    },
    {
      name: "a weak hash while other things were not read",
      expect: "fail",
      facts: { ...withShadow([hashed("a", "des")]), ...gap("system") },
    },
    noAccounts,
    { name: "shadow was not read", expect: "not-assessed", facts: unread("system") },
  ],
  "image-srg:root-locked": [
    { name: "root:!:", expect: "pass", facts: withShadow([locked]), says: /locked/ },
    {
      name: "no shadow file",
      expect: "pass",
      facts: withShadow(null, [account("root", 0, { password: "none" })]),
      says: /no shadow file/,
    },
    { name: "an image without accounts", expect: "pass", facts: {} },
    {
      name: "shadow without root",
      expect: "pass",
      facts: withShadow([hashed("app", "sha512")], [account("root", 0, { password: "none" })]),
    },
    { name: "an active hash", expect: "fail", facts: withShadow([hashed("root", "sha512")]) },
    { name: "an empty field", expect: "fail", facts: withShadow([empty("root")]), says: /empty password/ },
    {
      name: "an empty field in passwd",
      expect: "fail",
      facts: withShadow(null, [account("root", 0, { password: "empty" })]),
      says: /\/etc\/passwd/,
    },
    { name: "accounts were not read", expect: "not-assessed", facts: unread("accounts") },
  ],
  "image-srg:no-empty-password": [
    { name: "all locked", expect: "pass", facts: withShadow([locked]) },
    {
      name: "an empty field as in Alpine 3.8",
      expect: "fail",
      facts: withShadow([empty("root")]),
      says: /root has an empty/,
    },
    {
      name: "an empty field in passwd",
      expect: "fail",
      facts: withShadow([locked], [account("app", 7, { password: "empty" })]),
      says: /app/,
    },
    noAccounts,
    { name: "shadow was not read", expect: "not-assessed", facts: unread("system") },
  ],
  "image-srg:uid0-only-root": [
    { name: "root alone", expect: "pass", facts: { accounts: [root, account("app", 5)] } },
    { name: "toor", expect: "fail", facts: { accounts: [root, account("toor", 0)] }, says: /toor has UID 0/ },
    noAccounts,
    { name: "passwd was not read", expect: "not-assessed", facts: gap("accounts") },
  ],
  "image-srg:unique-uid": [
    { name: "all differ", expect: "pass", facts: { accounts: [root, account("a", 5), account("b", 6)] } },
    {
      name: "one UID twice",
      expect: "fail",
      facts: { accounts: [root, account("a", 5), account("b", 5)] },
      says: /UID 5 belongs to a, b/,
    },
    {
      name: "one name twice",
      expect: "fail",
      facts: { accounts: [root, account("a", 5), account("a", 6)] },
      says: /5, 6/,
    },
    noAccounts,
    { name: "passwd was not read", expect: "not-assessed", facts: gap("accounts") },
  ],
  "image-srg:gid-defined": [
    { name: "all known", expect: "pass", facts: { accounts: [root, account("a", 5)], groups: [group(0), group(5)] } },
    { name: "GID 0 without a group file", expect: "pass", facts: { accounts: [account("app", 1001, { gid: 0 })] } },
    {
      name: "an unknown group",
      expect: "fail",
      facts: { accounts: [account("a", 5)], groups: [group(0)] },
      says: /group 5 of the account a/,
    },
    {
      name: "an unknown group, of a file that was not read",
      expect: "not-assessed",
      facts: { accounts: [account("a", 5)], ...gap("accounts") },
    },
    noAccounts,
  ],
  "image-srg:system-nologin": [
    { name: "nologin", expect: "pass", facts: { accounts: [root, account("daemon", 1)], ...shell } },
    {
      name: "a shell that the image does not hold",
      expect: "pass",
      facts: { accounts: [account("app", 9, { shell: "/bin/zsh" })], ...shell },
      says: /not in the image/,
    },
    { name: "a shell", expect: "fail", facts: { accounts: [account("app", 9, { shell: "/bin/bash" })], ...shell } },
    { name: "no shell named, which is sh", expect: "fail", facts: { accounts: [account("app", 9, { shell: "" })] } },
    {
      name: "a program of its own",
      expect: "fail",
      facts: { accounts: [account("app", 9, { shell: "/opt/login" })], ...shell },
    },
    {
      name: "a shell that the policy allows",
      expect: "pass",
      facts: { accounts: [account("app", 9, { shell: "/bin/bash" })], ...shell },
      policy: { allowedAccounts: ["app"] },
      says: /policy allows it/,
    },
    { name: "root alone", expect: "not-applicable", facts: { accounts: [root] } },
    { name: "passwd was not read", expect: "not-assessed", facts: { ...gap("accounts") } },
  ],
  "image-srg:home-exists": [
    {
      name: "its own, 0700",
      expect: "pass",
      facts: { accounts: [user], ...shell, ...system({ watched: [home("700")] }) },
    },
    {
      name: "too open",
      expect: "fail",
      facts: { accounts: [user], ...shell, ...system({ watched: [home("755")] }) },
      says: /mode 755/,
    },
    {
      name: "another's",
      expect: "fail",
      facts: { accounts: [user], ...shell, ...system({ watched: [home("700", 0)] }) },
      says: /belongs to UID 0/,
    },
    { name: "missing", expect: "fail", facts: { accounts: [user], ...shell }, says: /does not exist/ },
    {
      name: "no folder",
      expect: "fail",
      facts: { accounts: [user], ...shell, ...system({ watched: [watched("/home/dev", "777", { type: "link" })] }) },
    },
    {
      name: "/nonexistent stands for none",
      expect: "pass",
      facts: { accounts: [{ ...user, home: "/nonexistent" }], ...shell },
      says: /none is meant/,
    },
    {
      name: "a volume brings it",
      expect: "pass",
      facts: { accounts: [user], ...shell, config: configWith({ volumes: ["/home/dev"] }) },
    },
    {
      name: "nobody who can log in",
      expect: "not-applicable",
      facts: { accounts: [root, account("app", 1000)], ...shell },
    },
    {
      name: "missing, of homes that were not read",
      expect: "not-assessed",
      facts: { accounts: [user], ...shell, ...gap("system") },
    },
  ],
  "image-srg:umask": [
    { name: "077", expect: "pass", facts: umask("UMASK\t\t077") },
    { name: "in symbols", expect: "pass", facts: umask("umask u=rwx,g=,o=") },
    { name: "Debian's 022", expect: "fail", facts: umask("UMASK\t\t022"), says: /UMASK 022: leaves/ },
    { name: "027 leaves the group", expect: "fail", facts: umask("umask 027", "umask 077") },
    { name: "symbols that leave others", expect: "fail", facts: umask("umask u=rwx,g=,o=rx") },
    { name: "a variable", expect: "manual", facts: umask("umask $MASK", "umask 077") },
    { name: "a shell and no umask", expect: "fail", facts: { ...shell }, says: /nothing in it sets a umask/ },
    { name: "no shell", expect: "not-applicable", facts: { executables: ["/usr/bin/python3"] } },
    { name: "settings were not read", expect: "not-assessed", facts: { ...shell, ...gap("system") } },
  ],
  "image-srg:sudo-nopasswd": [
    { name: "sudo that asks", expect: "pass", facts: { packages: [deb("sudo")] } },
    {
      name: "NOPASSWD",
      expect: "fail",
      facts: { packages: [deb("sudo")], ...system({ sudoWithoutPassword: [sudo] }) },
      says: /\/etc\/sudoers:9/,
    },
    {
      name: "a copy without a package",
      expect: "fail",
      facts: {
        ...files({ setuid: [fileFact("/usr/local/bin/sudo", "4755")] }),
        ...system({ sudoWithoutPassword: [sudo] }),
      },
    },
    { name: "no sudo", expect: "not-applicable", facts: {} },
    {
      name: "a line left behind without sudo",
      expect: "not-applicable",
      facts: system({ sudoWithoutPassword: [sudo] }),
      says: /NOPASSWD/,
    },
    { name: "no sudo seen, packages not read", expect: "not-assessed", facts: gap("packages") },
  ],
  "image-srg:password-policy-na": [
    { name: "all locked", expect: "not-applicable", facts: withShadow([locked]), says: /root has no usable password/ },
    {
      name: "an active password",
      expect: "manual",
      facts: {
        accounts: [root],
        system: systemWith({ shadow: [hashed("root", "sha512")], watched: [watched("/etc/login.defs", "644")] }),
      },
      says: /\/etc\/login\.defs/,
    },
    noAccounts,
    { name: "shadow was not read", expect: "not-assessed", facts: unread("system") },
  ],
  "image-srg:no-login-users": [
    { name: "all locked", expect: "pass", facts: withShadow([locked]) },
    {
      name: "an active password",
      expect: "fail",
      facts: withShadow([hashed("app", "sha512")]),
      says: /app can log in/,
    },
    {
      name: "an account that the policy allows",
      expect: "pass",
      facts: withShadow([hashed("app", "sha512")]),
      policy: { allowedAccounts: ["app"] },
    },
    noAccounts,
    { name: "shadow was not read", expect: "not-assessed", facts: unread("system") },
  ],
};

export const exceptions = {
  "image-srg:password-policy-na":
    "No image meets or breaks rules on passwords: without passwords they have no object, with one a person must look at the settings.",
};
