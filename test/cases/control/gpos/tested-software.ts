// Situations of the rules on software that the public DHI GPOS profile tests: met, broken, without evidence, and the false
// alarms that the researched reference notes.
import type { Facts } from "../../../../shared/model/facts.ts";
import type { SystemFacts } from "../../../../shared/model/system-facts.ts";
import { configWith, factsWith } from "../../../support/facts.ts";
import { deb, type GposCase, gap, packageOf, system } from "./situation.ts";

const fipsConfig: SystemFacts["openssl"]["configs"][number] = {
  path: "/etc/ssl/openssl.cnf",
  layer: 0,
  includesFipsModule: true,
  fipsSection: true,
  defaultProperties: true,
};

export const openssl: GposCase[] = [
  { name: "nothing of OpenSSL is there", facts: system(), expect: "fail", says: /fips\.so: neither/ },
  { name: "all is set, with the module", facts: fips(), expect: "pass", says: /openssl\.cnf: OpenSSL is set/ },
  {
    name: "all is set, with the package alone",
    facts: { ...fips({ providers: [] }), packages: [packageOf("apk", "openssl-provider-fips")] },
    expect: "pass",
    says: /apk openssl-provider-fips/,
  },
  { name: "no module and no package", facts: fips({ providers: [] }), expect: "fail", says: /neither a FIPS provider/ },
  { name: "no fipsmodule.cnf", facts: fips({ moduleConfigs: [] }), expect: "fail", says: /fipsmodule\.cnf/ },
  {
    name: "the default property is missing",
    facts: fips({ configs: [{ ...fipsConfig, defaultProperties: false }] }),
    expect: "fail",
    says: /missing: default_properties = fips=yes/,
  },
  {
    name: "OPENSSL_CONF leads away from it",
    facts: { ...fips(), config: configWith({ env: [{ name: "OPENSSL_CONF", value: "/etc/other.cnf" }] }) },
    expect: "fail",
    says: /OPENSSL_CONF names \/etc\/other\.cnf/,
  },
  {
    name: "OPENSSL_CONF leads to it",
    facts: { ...fips(), config: configWith({ env: [{ name: "OPENSSL_CONF", value: "/etc/ssl/openssl.cnf" }] }) },
    expect: "pass",
  },
  { name: "system files not read", facts: { ...system(), ...gap("system") }, expect: "not-assessed" },
  {
    name: "packages not read, no module found",
    facts: { ...fips({ providers: [] }), ...gap("packages") },
    expect: "not-assessed",
  },
  { name: "facts of an older reader", lacking: "system", expect: "not-assessed", says: /do not hold system/ },
];

export const remoteAccess: GposCase[] = [
  { name: "packages of another kind", facts: deb("libc6", "bash"), expect: "pass", says: /none of the 2 packages/ },
  {
    name: "openssh-server",
    facts: deb("libc6", "openssh-server"),
    expect: "fail",
    says: /deb openssh-server: software/,
  },
  { name: "a client, which the profile's prefix counts", facts: deb("openssh-client"), expect: "fail" },
  {
    name: "that the policy allows",
    facts: deb("git", "openssh-client"),
    policy: { allowedPackages: ["openssh-client"] },
    expect: "pass",
    says: /the policy allows this package/,
  },
  {
    name: "the server of a package that the policy allows is started",
    facts: { ...deb("openssh-server"), config: configWith({ entrypoint: ["/usr/sbin/sshd", "-D"] }) },
    policy: { allowedPackages: ["openssh-server"] },
    expect: "pass",
  },
  {
    name: "a server is started and the policy allows a client",
    facts: { ...deb("openssh-client"), config: configWith({ entrypoint: ["/opt/sshd"] }) },
    policy: { allowedPackages: ["openssh-client"] },
    expect: "fail",
    says: /starts \/opt\/sshd/,
  },
  {
    name: "in dpkg's status.d, where the profile does not look",
    facts: { packages: [packageOf("deb", "telnetd", "/var/lib/dpkg/status.d/telnetd")] },
    expect: "fail",
  },
  { name: "in an rpm database", facts: { packages: [packageOf("rpm", "nfs-utils")] }, expect: "fail" },
  { name: "in an apk database", facts: { packages: [packageOf("apk", "dropbear-scp")] }, expect: "fail" },
  { name: "names that only begin alike", facts: deb("rshim", "telnetlib-ng", "xrdpx"), expect: "pass" },
  {
    name: "a package of a language with such a name",
    facts: { ...deb("bash"), packages: [packageOf("deb", "bash"), packageOf("npm", "telnet-client")] },
    expect: "pass",
  },
  {
    name: "a server that no package brought is started",
    facts: { ...deb("bash"), config: configWith({ entrypoint: ["/bin/sh", "-c", "exec /opt/ssh/sshd -D"] }) },
    expect: "fail",
    says: /starts \/opt\/ssh\/sshd/,
  },
  {
    name: "an applet of busybox is started",
    facts: { ...deb("busybox"), config: configWith({ cmd: ["/bin/busybox", "telnetd", "-F"] }) },
    expect: "fail",
    says: /starts telnetd/,
  },
  {
    name: "files and no package database",
    facts: { files: { ...factsWith().files, count: 3 } },
    expect: "not-assessed",
    says: /no package database/,
  },
  { name: "an image without any file", facts: {}, expect: "pass", says: /no file at all/ },
  { name: "packages not read", facts: gap("packages"), expect: "not-assessed" },
  { name: "seen although others were not read", facts: { ...deb("samba"), ...gap("packages") }, expect: "fail" },
];

export const packageSignature: GposCase[] = [
  {
    name: "apt with its defaults",
    facts: { executables: ["/usr/bin/apt"] },
    expect: "pass",
    says: /verifies signatures/,
  },
  {
    name: "settings that weaken nothing",
    facts: { executables: ["/usr/bin/dnf"], packageTrust: [trust("rpm", "ok", "gpgcheck=1")] },
    expect: "pass",
  },
  {
    name: "trusted=yes",
    facts: { executables: [], packageTrust: [trust("apt", "disabled", "deb [trusted=yes] http://x")] },
    expect: "fail",
    says: /trusted=yes/,
  },
  {
    name: "an apk repository without https",
    facts: alpine("http://dl-cdn.example/alpine/v3.22/main"),
    expect: "fail",
    says: /without https/,
  },
  {
    name: "apk repositories with https, also tagged and local",
    facts: alpine("@edge https://dl-cdn.example/edge", "/media/apks"),
    expect: "pass",
  },
  { name: "a manager without settings", facts: { executables: ["/usr/bin/dnf"] }, expect: "manual", says: /gpgcheck/ },
  { name: "no manager at all", facts: { executables: [] }, expect: "not-applicable" },
  { name: "programs not looked for", facts: {}, expect: "not-assessed" },
  { name: "settings not read", facts: { executables: [], ...gap("packageTrust") }, expect: "not-assessed" },
];

function fips(parts: Partial<SystemFacts["openssl"]> = {}): Partial<Facts> {
  return system({
    openssl: {
      configs: [fipsConfig, { ...fipsConfig, path: "/etc/ssl/fipsmodule.cnf", includesFipsModule: false }],
      moduleConfigs: ["/etc/ssl/fipsmodule.cnf"],
      providers: ["/usr/lib/ossl-modules/fips.so"],
      ...parts,
    },
  });
}

function trust(
  manager: "apt" | "apk" | "rpm",
  state: "ok" | "disabled",
  detail: string,
): Facts["packageTrust"][number] {
  return { manager, path: `/etc/${manager}`, layer: 0, state, detail };
}

function alpine(...apkRepositories: string[]): Partial<Facts> {
  const os = {
    id: "alpine",
    versionId: "3.22",
    prettyName: null,
    product: null,
    cycle: null,
    evidence: "/etc/os-release",
  };
  return { os: { ...os, release: {}, apkRepositories }, executables: ["/sbin/apk"] };
}
