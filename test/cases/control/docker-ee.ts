// What rules of the Docker Enterprise STIG must say in which situation: those that share their check with a rule of CIS
// section 5 in the same situations, and those of their own. Rules that sections 1 to 4, 6 and 7 share have theirs there.
import { configWith } from "../../support/facts.ts";
import { anotherUser } from "./containers/exec.ts";
import { shareable } from "./containers/reach.ts";
import type { ContainerCase, ContainerCases } from "./containers/situation.ts";
import { exceptions as containerExceptions, cases as containers } from "./containers.ts";

const id = (number: string) => `docker-ee-stig:DKER-EE-${number}`;

/** By number of the rule: the rule of CIS with the same subject. */
export const sameAs: Readonly<Record<string, string>> = {
  "001190": "5.6",
  "001240": "5.16",
  "001930": "5.2",
  "001940": "5.3",
  "001950": "5.4",
  "001960": "5.5",
  "001970": "5.7",
  "001990": "5.9",
  "002000": "5.10",
  "002010": "5.11",
  "002020": "5.12",
  "002030": "5.13",
  "002040": "5.18",
  "002050": "5.20",
  "002060": "5.21",
  "002070": "5.22",
  "002080": "5.23",
  "002100": "5.25",
  "002110": "5.26",
  "002120": "5.31",
  "002130": "5.32",
  "002150": "5.8",
  "002160": "5.14",
  "002770": "5.27",
  "002780": "5.29",
  "003560": "5.9",
  "004030": "5.15",
  "004040": "5.19",
};

/** What a person must find named where the product is there. */
const planes: Readonly<Record<string, RegExp>> = {
  "001000": /per_user_limit/,
  "001080": /audit level is Request/,
  "001100": /LDAP/,
  "001170": /grants/,
  "001180": /teams/,
  "001870": /control plane's address/,
  "001880": /registry's address/,
  "001890": /schedule/,
  "001900": /push/,
  "001910": /usage/,
  "001920": /analytics/,
  "002180": /SAML/,
  "002380": /client bundle/,
  "002490": /10 minutes/,
  "002970": /login sessions/,
  "003590": /signed images may run/,
  "003840": /scanning is on/,
  "003920": /external, approved authority/,
  "003930": /TLS authority/,
  "004370": /whose signatures/,
  "006190": /chain/,
  "006280": /TLS 1\.2/,
};
const alerts: Readonly<Record<string, RegExp>> = {
  "001590": /audit log .* fails/,
  "003330": /75 percent/,
  "003340": /stop or fail/,
  "003460": /software/,
};

const enterprise = {
  product: "docker-enterprise",
  platformName: "Docker Engine - Enterprise",
  engineVersion: "19.03.18",
} as const;
const unread: ContainerCase = { name: "the engine was not read", gaps: ["engine.info"], expect: "not-assessed" };

const plane = (says: RegExp): readonly ContainerCase[] => [
  { name: "Docker Enterprise", engine: enterprise, expect: "manual", says },
  { name: "Docker Enterprise, with what told it", engine: enterprise, expect: "manual", says: /version 19\.03\.18/ },
  { name: "a community engine", expect: "not-applicable", says: /no Docker Enterprise engine/ },
  { name: "Podman", engine: { product: "podman", platformName: "" }, expect: "not-applicable" },
  unread,
];
const alert = (says: RegExp): readonly ContainerCase[] => [
  { name: "logs kept on the host", expect: "manual", says },
  { name: "logs kept on the host, with the driver", expect: "manual", says: /json-file, which sends nothing/ },
  { name: "logs sent away", engine: { loggingDriver: "splunk" }, expect: "manual", says: /splunk, which sends lines/ },
  { name: "no logs at all", engine: { loggingDriver: "none" }, expect: "manual", says: /none, which sends nothing/ },
  unread,
];

const signature = (verified: boolean): NonNullable<ContainerCase["image"]> => ({
  facts: { external: [{ kind: "signature", source: "cosign", digest: "", date: null, verified, data: {} }] },
});
const signed: readonly ContainerCase[] = [
  { name: "a signature that verifies", image: signature(true), expect: "pass" },
  { name: "one that does not", image: signature(false), expect: "fail" },
  { name: "none looked at", image: {}, expect: "not-assessed" },
];
const user: readonly ContainerCase[] = [
  { name: "a number", image: { config: { user: "10001" } }, expect: "pass" },
  { name: "none", image: {}, expect: "fail" },
  { name: "0:0", image: { config: { user: "0:0" } }, expect: "fail" },
  {
    name: "a name, and the accounts were not read",
    image: {
      facts: {
        config: configWith({ user: "shop" }),
        limits: [{ fact: "accounts", where: "/etc/passwd", reason: "cut", weight: "gap" }],
      },
    },
    expect: "not-assessed",
  },
];

const by = <T>(table: Readonly<Record<string, T>>, make: (value: T) => readonly ContainerCase[]): ContainerCases =>
  Object.fromEntries(Object.entries(table).map(([number, value]) => [id(number), make(value)]));

export const cases: ContainerCases = {
  ...by(sameAs, (number) => containers[`cis-docker:${number}`] ?? []),
  ...by(planes, plane),
  ...by(alerts, alert),
  [id("001250")]: shareable,
  [id("002090")]: anotherUser,
  [id("003200")]: user,
  [id("003610")]: signed,
  [id("004260")]: signed,
};

const inProduct =
  "A setting inside the product, which the engine's API does not show: a person looks, or the product is not there.";
const agreement = "An agreement outside any engine: a person looks, whatever the engine says.";

export const exceptions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(planes).map((number) => [id(number), inProduct])),
  ...Object.fromEntries(Object.keys(alerts).map((number) => [id(number), agreement])),
  [id("004040")]: containerExceptions["cis-docker:5.19"] ?? "",
};
