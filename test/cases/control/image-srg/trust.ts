// Situations of cryptography, origin and form, with the verdict each deserves.
import type { Facts, TrustSetting } from "../../../../shared/model/facts.ts";
import type { SystemFacts } from "../../../../shared/model/system-facts.ts";
import { configWith, systemWith } from "../../../support/facts.ts";
import { idOf } from "../../../support/kept-run.ts";
import {
  type Cases,
  debian,
  external,
  files,
  gap,
  packageOf,
  type SrgCase,
  scan,
  secret,
  system,
  watched,
} from "./situation.ts";

const trust = (...settings: Partial<TrustSetting>[]): Partial<Facts> => ({
  packageTrust: settings.map((one) => ({
    manager: "apt",
    path: "/etc/apt/sources.list",
    layer: 0,
    state: "ok",
    detail: "2 sources, signatures are checked",
    ...one,
  })),
});
const apk = (detail: string): Partial<TrustSetting> => ({ manager: "apk", path: "/etc/apk/repositories", detail });
const keyed = "1 repositories, 0 of them over http, signatures are checked with /etc/apk/keys";
const setting = {
  path: "/etc/ssl/openssl.cnf",
  layer: 0,
  includesFipsModule: true,
  fipsSection: true,
  defaultProperties: true,
};
const fipsSystem = {
  openssl: {
    configs: [setting],
    moduleConfigs: ["/etc/ssl/fipsmodule.cnf"],
    providers: ["/usr/lib/ossl-modules/fips.so"],
  },
} satisfies Partial<SystemFacts>;
const fips = (over: Partial<SystemFacts["openssl"]> = {}): Partial<Facts> =>
  system({ openssl: { ...fipsSystem.openssl, ...over } });
const led = (name: string, value: string): Partial<Facts> => ({ config: configWith({ env: [{ name, value }] }) });
const fipsCases: readonly SrgCase[] = [
  { name: "installed and the default", expect: "pass", facts: fips(), says: /certificate of the module are not seen/ },
  {
    name: "another provider beside it as the default",
    expect: "fail",
    facts: fips({ configs: [{ ...setting, defaultProperties: false }] }),
    says: /default_properties/,
  },
  { name: "settings without the provider", expect: "fail", facts: fips({ providers: [] }), says: /no FIPS provider/ },
  {
    name: "settings without fipsmodule.cnf",
    expect: "fail",
    facts: fips({ moduleConfigs: [], configs: [{ ...setting, includesFipsModule: false }] }),
    says: /not included/,
  },
  {
    name: "OPENSSL_CONF leads away",
    expect: "fail",
    facts: { ...fips(), ...led("OPENSSL_CONF", "/dev/null") },
    says: /away from the settings/,
  },
  {
    name: "OPENSSL_CONF leads to the settings",
    expect: "pass",
    facts: { ...fips(), ...led("OPENSSL_CONF", "/etc/ssl/openssl.cnf") },
  },
  {
    name: "a provider that nothing switches on",
    expect: "manual",
    facts: fips({ configs: [], moduleConfigs: [] }),
    says: /fips=1/,
  },
  {
    name: "a package that brings one",
    expect: "manual",
    facts: { packages: [packageOf("rpm", "openssl-fips-provider")] },
    says: /brings a FIPS module/,
  },
  { name: "nothing", expect: "manual", facts: {}, says: /no FIPS module was found/ },
  {
    name: "parts missing of what was not read",
    expect: "not-assessed",
    facts: { ...fips({ providers: [] }), ...gap("system") },
  },
];
const anchors = (sha256 = "a".repeat(64), added: string[] = []): Partial<Facts> =>
  system({
    trustAnchors: {
      bundles: [{ path: "/etc/ssl/certs/ca-certificates.crt", sha256, layer: 0 }],
      added: added.map((path) => watched(path, "644")),
    },
  });
const approved = { approvedTrustAnchors: ["a".repeat(64)] };
const none = { count: 0, first: [] };
const elf = (parts: Partial<NonNullable<SystemFacts["elf"]>>): Partial<Facts> =>
  system({ elf: { examined: 300, executableStack: none, fixedAddress: none, ...parts } });
const one = (path: string) => ({ count: 1, first: [watched(path, "755")] });
const signed = (verified = true): Partial<Facts> => ({ external: [external("signature", {}, verified)] });
const from = (...references: string[]) => ({ references });
const list = { approvedRegistries: ["registry.example.org/team/"] };
const attested = (...kinds: string[]) => ({ attestations: kinds.map((kind) => ({ kind, digest: idOf("5") })) });
const layer = { layers: [{ diffId: idOf("a") as never, size: 1 }] };
/** Facts and an image of which every other control of the profile passes or has no object. */
const settledFacts: Partial<Facts> = {
  external: [...(scan([]).external ?? []), external("signature", {})],
  config: configWith({ user: "10001", healthcheck: { test: ["CMD", "/up"] } }),
  executables: [],
  ...files({}),
  system: { ...systemWith(fipsSystem), packageFiles: { compared: 1, changed: [], missing: [], more: 0 } },
};
const settled = {
  image: {
    ...layer,
    ...from("registry.example.org/team/app:1"),
    ...attested("https://spdx.dev/Document", "https://slsa.dev/provenance/v1"),
  },
  policy: list,
};

export const cases: Cases = {
  "image-srg:sig-config": [
    { name: "apt", expect: "pass", facts: trust({}) },
    {
      name: "apk over https",
      expect: "pass",
      facts: { ...trust(apk(keyed)), os: { ...debian, apkRepositories: ["https://mirror.example/main"] } },
    },
    {
      name: "apk over http",
      expect: "fail",
      facts: { ...trust(apk(keyed)), os: { ...debian, apkRepositories: ["http://mirror.example/main"] } },
      says: /plain http/,
    },
    {
      name: "apk without keys",
      expect: "fail",
      facts: trust(apk("1 repositories, 0 of them over http, no keys in /etc/apk/keys")),
    },
    { name: "trusted=yes", expect: "fail", facts: trust({ state: "disabled", detail: "deb [trusted=yes] x" }) },
    {
      name: "a step that skips it",
      expect: "fail",
      facts: {
        ...trust({}),
        history: [
          {
            created: null,
            createdBy: "RUN /bin/sh -c yum install -y --nogpgcheck x # buildkit",
            emptyLayer: false,
            layer: 0,
          },
        ],
      },
    },
    { name: "a manager without settings", expect: "manual", facts: { executables: ["/usr/bin/apt-get"] } },
    { name: "no manager", expect: "not-applicable", facts: { executables: [] } },
    { name: "settings not read", expect: "not-assessed", facts: { executables: [], ...gap("packageTrust") } },
  ],
  "image-srg:fips-module": fipsCases,
  "image-srg:crypto-transit": fipsCases,
  "image-srg:trust-anchors": [
    { name: "approved", expect: "pass", facts: anchors(), policy: approved },
    {
      name: "company roots in an approved bundle",
      expect: "pass",
      facts: anchors("a".repeat(64), ["/usr/local/share/ca-certificates/own.crt"]),
      policy: approved,
      says: /as a whole is approved/,
    },
    { name: "no list yet", expect: "manual", facts: anchors(), says: /SHA-256 a{64}/ },
    { name: "off the list", expect: "fail", facts: anchors("b".repeat(64)), policy: approved },
    {
      name: "one added, no list",
      expect: "fail",
      facts: anchors("b".repeat(64), ["/usr/local/share/ca-certificates/x.crt"]),
      says: /was added/,
    },
    {
      name: "SSL_CERT_FILE leads elsewhere",
      expect: "fail",
      facts: { ...anchors(), ...led("SSL_CERT_FILE", "/opt/ca.pem") },
      policy: approved,
      says: /\/opt\/ca\.pem/,
    },
    {
      name: "SSL_CERT_FILE of the system",
      expect: "pass",
      facts: { ...anchors(), ...led("SSL_CERT_FILE", "/etc/ssl/certs/ca-certificates.crt") },
      policy: approved,
    },
    { name: "none", expect: "not-applicable", facts: {} },
    { name: "settings not read", expect: "not-assessed", facts: gap("system") },
  ],
  "image-srg:memory-protection": [
    { name: "protected", expect: "pass", facts: elf({}) },
    { name: "an executable stack", expect: "fail", facts: elf({ executableStack: one("/usr/bin/old") }) },
    {
      name: "a static Go program",
      expect: "manual",
      facts: elf({ fixedAddress: one("/usr/bin/app") }),
      says: /\/usr\/bin\/app/,
    },
    {
      name: "a static Go program, allowed",
      expect: "pass",
      facts: elf({ fixedAddress: one("/usr/bin/app") }),
      policy: { allowedPaths: ["/usr/bin/app"] },
    },
    {
      name: "more than are listed",
      expect: "fail",
      facts: elf({ executableStack: { count: 2, first: [watched("/a", "755")] } }),
      policy: { allowedPaths: ["/a"] },
      says: /1 more are not listed/,
    },
    { name: "no programs", expect: "not-applicable", facts: elf({ examined: 0 }) },
    { name: "not looked at", expect: "not-assessed", facts: system({ elf: null }), says: /not looked at/ },
  ],
  "image-srg:verified-image": [
    {
      name: "signed and on the list",
      expect: "pass",
      facts: signed(),
      image: from("registry.example.org/team/app:1"),
      policy: list,
    },
    {
      name: "signed and off the list",
      expect: "fail",
      facts: signed(),
      image: from("docker.io/library/x:1"),
      policy: list,
      says: /no registry or repository/,
    },
    {
      name: "off the list, no signature looked at",
      expect: "fail",
      image: from("docker.io/library/x:1"),
      policy: list,
    },
    { name: "a signature that does not verify", expect: "fail", facts: signed(false) },
    {
      name: "on the list by the digest it was fetched with",
      expect: "pass",
      facts: signed(),
      image: { references: ["local:1"], repoDigests: [`registry.example.org/team/app@${idOf("1")}`] },
      policy: list,
    },
    {
      name: "an archive without signatures",
      expect: "not-assessed",
      image: from("registry.example.org/team/app:1"),
      policy: list,
    },
    { name: "no list", expect: "not-assessed", facts: signed(), says: /no approved registries/ },
    { name: "no name", expect: "not-assessed", facts: signed(), image: from(), policy: list },
  ],
  "image-srg:sbom-provenance": [
    { name: "both", expect: "pass", image: attested("https://spdx.dev/Document", "https://slsa.dev/provenance/v1") },
    { name: "contents only", expect: "manual", image: attested("https://cyclonedx.org/bom"), says: /no provenance/ },
    {
      name: "provenance only",
      expect: "manual",
      image: attested("https://slsa.dev/provenance/v0.2"),
      says: /no list of contents/,
    },
    { name: "saved from the classic store", expect: "manual", says: /engines drop them/ },
    { name: "one about another image", expect: "fail", facts: { external: [external("sbom", {}, false)] } },
    { name: "evidence from outside not read", expect: "not-assessed", facts: gap("external") },
  ],
  "image-srg:secrets-env": [
    { name: "none", expect: "pass", facts: {} },
    { name: "a variable by its form", expect: "fail", facts: { secrets: [secret({})] }, says: /env TOKEN/ },
    {
      name: "a variable by its name",
      expect: "fail",
      facts: { secrets: [secret({ ground: "name", name: "DB_PASSWORD" })] },
      says: /its name says/,
    },
    { name: "a label", expect: "fail", facts: { secrets: [secret({ where: "label" })] } },
    {
      name: "a build step",
      expect: "fail",
      facts: { secrets: [secret({ where: "history", path: "3" })] },
      says: /history\[3\]/,
    },
    {
      name: "a file is another's subject",
      expect: "pass",
      facts: { secrets: [secret({ where: "file", path: "/a" })] },
    },
    { name: "layers that were not searched", expect: "pass", facts: gap("secrets") },
    { name: "the config was not read", expect: "not-assessed", facts: gap("config") },
  ],
  "image-srg:standard-format": [
    { name: "a Docker config", expect: "pass", image: layer, says: /Docker format/ },
    {
      name: "an OCI config",
      expect: "pass",
      facts: { config: configWith({ format: "oci" }) },
      image: layer,
      says: /OCI format/,
    },
    { name: "no layer", expect: "fail" },
    { name: "no platform", expect: "fail", image: { ...layer, platform: "unknown/unknown" } },
    { name: "a port of no form", expect: "fail", facts: { config: configWith({ exposedPorts: ["x"] }) }, image: layer },
    {
      name: "the engine's own account",
      expect: "not-assessed",
      facts: { config: configWith({ origin: "engine" }) },
      image: layer,
    },
  ],
  "image-srg:stig-config": [
    { name: "all settled", expect: "pass", facts: settledFacts, ...settled },
    {
      name: "one that fails",
      expect: "fail",
      facts: { ...settledFacts, secrets: [secret({})] },
      ...settled,
      says: /image-srg:secrets-env: fails/,
    },
    {
      name: "one that a person must decide",
      expect: "manual",
      facts: { ...settledFacts, executables: ["/bin/dpkg"] },
      ...settled,
      says: /image-srg:shells: waits/,
    },
    {
      name: "one that is not assessed",
      expect: "not-assessed",
      facts: { ...settledFacts, external: [] },
      ...settled,
      says: /image-srg:vuln-scan/,
    },
    {
      name: "one that fails beside one that is not assessed",
      expect: "fail",
      facts: { ...settledFacts, external: [], secrets: [secret({})] },
      ...settled,
    },
  ],
};
