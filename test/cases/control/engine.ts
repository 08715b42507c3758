// What each control of the engine itself (CIS sections 1, 2, 6 and their like in the Docker Enterprise STIG) must say in which
// situation; the known false alarms of other tools are cases too. Settings of the daemon are in
// engine-daemon.ts, swarm mode is in swarm.ts.
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { EngineFacts } from "../../../shared/model/surroundings.ts";
import type { SurroundingCase, SurroundingCases } from "../../support/surrounding-case.ts";
import { engineFacts, surroundingGap } from "../../support/surroundings.ts";
import { daemonCases } from "./engine-daemon.ts";
import { daemonGap, dockerd, options, reached, unread, untold } from "./engine-pieces.ts";
import { dataDay, swarmCases } from "./swarm.ts";

const notAsked: SurroundingCase = { name: "no engine was asked", engine: null, expect: "not-assessed" };
const day = (text: string): CalendarDay => CalendarDay.parse(text);
const support = (
  eol: string | null,
  over: Partial<NonNullable<EngineFacts["support"]>> = {},
): Partial<EngineFacts> => ({
  support: {
    cycle: "29",
    eol: eol === null ? null : day(eol),
    latest: "29.1.3",
    source: "endoflife.date",
    date: dataDay,
    ...over,
  },
});
const enterprise: Partial<EngineFacts> = {
  product: "docker-enterprise",
  platformName: "Docker Engine - Enterprise",
  engineVersion: "19.03.5",
};
const stock = (over: Partial<EngineFacts["stock"]>): Partial<EngineFacts> => ({
  stock: { ...engineFacts().stock, ...over },
});
const stockGap: SurroundingCase = {
  name: "images and containers that were not listed",
  engine: { limits: [surroundingGap("engine.stock", "they were not listed")] },
  expect: "not-assessed",
};

export const engineCases: SurroundingCases = {
  "cis-docker:1.2.2": [
    unread,
    notAsked,
    { name: "supported", engine: support("2027-05-01"), expect: "pass", says: /supported until 2027-05-01/ },
    { name: "supported without an end", engine: support(null), expect: "pass" },
    { name: "its last day", engine: support("2026-11-23"), expect: "pass" },
    { name: "the day after", engine: support("2026-11-22"), expect: "fail", says: /ended on 2026-11-22/ },
    {
      name: "behind the newest release of its line",
      engine: support(null, { latest: "29.2.0" }),
      expect: "pass",
      says: /29\.2\.0 is the newest/,
    },
    {
      name: "a distribution's build, which gets fixes without a new version",
      engine: { ...support("2025-01-01"), platformName: "" },
      expect: "manual",
    },
    { name: "a version that no line fits", expect: "not-assessed", says: /29\.1\.3/ },
    { name: "data of long ago", engine: support("2027-05-01", { date: day("2025-01-01") }), expect: "not-assessed" },
    { name: "an end in data of long ago", engine: support("2025-06-01", { date: day("2025-01-01") }), expect: "fail" },
  ],
  "cis-docker:6.1": [
    stockGap,
    { name: "none unused", engine: stock({ images: 4 }), expect: "pass" },
    { name: "one unused", engine: stock({ images: 4, unusedImages: ["old:1"] }), expect: "fail", says: /old:1: no/ },
    {
      name: "as many as the policy allows",
      engine: stock({ images: 4, unusedImages: ["old:1", "old:2"] }),
      policy: { maximumUnusedImages: 2 },
      expect: "pass",
      says: /old:2/,
    },
  ],
  "cis-docker:6.2": [
    stockGap,
    { name: "none stopped", engine: stock({ running: 3 }), expect: "pass" },
    { name: "one stopped", engine: stock({ running: 3, stopped: ["job"] }), expect: "fail", says: /job: does not run/ },
    {
      name: "as many as the policy allows",
      engine: stock({ stopped: ["job"] }),
      policy: { maximumStoppedContainers: 1 },
      expect: "pass",
    },
  ],
  "docker-ee-stig:DKER-EE-001050": [
    { name: "the socket alone", expect: "pass", says: /fd:\/\// },
    { name: "nothing set", host: dockerd(), expect: "pass", says: /docker\.sock/ },
    { name: "TCP, even with TLS", host: dockerd("-H", "tcp://:2376", "--tlsverify"), expect: "fail" },
    { name: "reached over TCP", engine: reached({ tls: true }), host: null, expect: "fail", says: /reached over TCP/ },
    { name: "reached over ssh", engine: reached({ kind: "ssh" }), host: null, expect: "not-assessed" },
    { name: "settings that need root", host: daemonGap, expect: "not-assessed" },
    unread,
  ],
  "docker-ee-stig:DKER-EE-001070": [
    unread,
    { name: "listed", engine: { ...enterprise, ...options("name=fips") }, expect: "pass" },
    { name: "an enterprise engine without it", engine: enterprise, expect: "fail" },
    { name: "a community engine, which never lists it", expect: "not-applicable", says: /cannot say/ },
    { name: "options that are not told", engine: { ...enterprise, ...untold }, expect: "not-assessed" },
  ],
  "docker-ee-stig:DKER-EE-004130": [
    stockGap.engine === undefined ? stockGap : { ...stockGap, engine: { ...enterprise, ...stockGap.engine } },
    { name: "another product", expect: "not-applicable" },
    { name: "no image of the platform unused", engine: { ...enterprise, ...stock({ images: 9 }) }, expect: "pass" },
    {
      name: "one of an earlier version",
      engine: { ...enterprise, ...stock({ images: 9, unusedImages: ["app:1", "docker/ucp-agent:3.1.0"] }) },
      expect: "fail",
      says: /docker\/ucp-agent:3\.1\.0/,
    },
  ],
  "docker-ee-stig:DKER-EE-999999": [
    unread,
    { name: "the product that it is about", engine: enterprise, expect: "fail", says: /19\.03\.5/ },
    { name: "another", expect: "not-applicable" },
  ],
};

/** The STIG's rules that have the same subject as one of CIS, and so the same cases. */
const alike: Readonly<Record<string, string>> = {
  "001800": "2.5",
  "001810": "2.6",
  "001840": "2.19",
  "003230": "2.14",
  "003320": "2.14",
  "002400": "7.5",
  "002410": "7.4",
  "002660": "7.4",
  "005060": "7.1",
  "005070": "7.6",
  "005080": "7.7",
  "006240": "7.3",
  "006270": "7.2",
};
const own: SurroundingCases = { ...engineCases, ...daemonCases, ...swarmCases };

export const cases: SurroundingCases = {
  ...own,
  ...Object.fromEntries(
    Object.entries(alike).map(([number, cis]) => [`docker-ee-stig:DKER-EE-${number}`, own[`cis-docker:${cis}`] ?? []]),
  ),
};

/** Controls that lack one of pass, fail and not-assessed, and why. */
export const exceptions: Readonly<Record<string, string>> = {
  "cis-docker:2.1":
    "never fails: whether workloads allow rootless mode is a judgement, which the rule hands to a person",
  "cis-docker:7.6": "never passes or fails: the swarm keeps no day of the last rotation of its unlock key",
  "docker-ee-stig:DKER-EE-005070":
    "never passes or fails: the swarm keeps no day of the last rotation of its unlock key",
  "cis-docker:7.8": "never passes or fails: the swarm counts rotations of its root and keeps no day of the last",
  "docker-ee-stig:DKER-EE-999999": "never passes: the product that it is about is out of support as a whole",
};
