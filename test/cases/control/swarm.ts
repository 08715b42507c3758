// What each control of swarm mode (CIS section 7 and its like in the Docker Enterprise STIG) must say in which situation.
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { EngineFacts, HostFacts } from "../../../shared/model/surroundings.ts";
import type { SurroundingCase, SurroundingCases } from "../../support/surrounding-case.ts";
import { engineFacts, networkFacts, surroundingGap } from "../../support/surroundings.ts";

type Swarm = EngineFacts["swarm"];
type Service = NonNullable<Swarm["services"]>[number];

/** A manager of a healthy swarm of three, and what differs. */
const manager = (over: Partial<Swarm> = {}): Partial<EngineFacts> => ({
  swarm: {
    ...engineFacts().swarm,
    state: "active",
    isManager: true,
    nodeAddress: "192.0.2.10",
    managers: 3,
    nodes: 5,
    autoLock: true,
    certificateDays: 90,
    rootRotations: 2,
    updatedAt: "2026-10-01T08:00:00Z",
    secrets: 1,
    services: [],
    ...over,
  },
});
const service = (over: Partial<Service> = {}): Service => ({
  name: "web",
  ports: [],
  secrets: 0,
  sensitiveEnv: [],
  ...over,
});
const node = (over: Partial<NonNullable<HostFacts["swarmNode"]>> = {}): Partial<HostFacts> => ({
  swarmNode: { listenAddress: "192.0.2.10:2377", advertiseAddress: "192.0.2.10:2377", dataPathAddress: null, ...over },
});
const overlay = (name: string, options: Record<string, string>, over = {}) =>
  networkFacts({ name, driver: "overlay", scope: "swarm", options, ...over });
const ingress = overlay("ingress", { "com.docker.network.driver.overlay.vxlanid_list": "4096" }, { ingress: true });
const gap = (state = "active"): Partial<EngineFacts> => ({
  ...manager({ state, isManager: state === "active" }),
  limits: [surroundingGap("engine.swarm", "the manager did not answer")],
});

/** What every rule of a swarm says where there is none, and where it cannot be asked. */
const elsewhere: readonly SurroundingCase[] = [
  { name: "no swarm", expect: "not-applicable", says: /not in use/ },
  {
    name: "no swarm, and nothing else was read either",
    engine: { limits: [surroundingGap("engine.swarm"), surroundingGap("engine.networks")] },
    expect: "not-applicable",
  },
  { name: "a worker", engine: manager({ isManager: false, managers: null }), expect: "not-applicable", says: /worker/ },
  { name: "a node that is joining", engine: gap("pending"), expect: "not-assessed", says: /did not answer/ },
  { name: "a manager that does not answer", engine: gap(), expect: "not-assessed", says: /did not answer/ },
];

export const swarmCases: SurroundingCases = {
  "cis-docker:7.1": [
    ...elsewhere,
    { name: "three managers", engine: manager(), expect: "pass", says: /3 managers among 5/ },
    { name: "one manager", engine: manager({ managers: 1 }), expect: "pass" },
    { name: "an even number", engine: manager({ managers: 4 }), expect: "fail" },
    { name: "more than the policy allows", engine: manager({ managers: 9 }), expect: "fail", says: /at most 7/ },
    { name: "a policy of five", engine: manager({ managers: 7 }), policy: { maximumManagers: 5 }, expect: "fail" },
    { name: "a number that is not told", engine: manager({ managers: null }), expect: "not-assessed" },
  ],
  "cis-docker:7.2": [
    ...elsewhere,
    { name: "one address", engine: manager(), host: node(), expect: "pass", says: /listens at 192\.0\.2\.10:2377/ },
    { name: "every interface", engine: manager(), host: node({ listenAddress: "0.0.0.0:2377" }), expect: "fail" },
    { name: "every interface, IPv6", engine: manager(), host: node({ listenAddress: "[::]:2377" }), expect: "fail" },
    { name: "one address of IPv6", engine: manager(), host: node({ listenAddress: "[fd00::1]:2377" }), expect: "pass" },
    { name: "known to others by no address", engine: manager({ nodeAddress: "0.0.0.0" }), host: null, expect: "fail" },
    { name: "no host", engine: manager(), host: null, expect: "not-assessed", says: /docker-state\.json/ },
    { name: "a host whose file was not read", engine: manager(), expect: "not-assessed" },
    { name: "a host without the file", engine: manager(), host: { swarmNode: null }, expect: "not-assessed" },
  ],
  "cis-docker:7.3": [
    ...elsewhere,
    {
      name: "all encrypted",
      engine: { ...manager(), networks: [overlay("app", { encrypted: "" }), networkFacts()] },
      expect: "pass",
    },
    {
      name: "the built-in ingress network, which is told of only",
      engine: { ...manager(), networks: [ingress, overlay("app", { encrypted: "true" })] },
      expect: "pass",
      says: /ingress: the built-in/,
    },
    {
      name: "one that is not",
      engine: { ...manager(), networks: [overlay("app", { encrypted: "" }), overlay("db", {})] },
      expect: "fail",
      says: /db: traffic is not encrypted/,
    },
    { name: "none but ingress", engine: { ...manager(), networks: [ingress] }, expect: "not-applicable" },
    {
      name: "networks that were not listed",
      engine: { ...manager(), limits: [surroundingGap("engine.networks")] },
      expect: "not-assessed",
    },
  ],
  "cis-docker:7.4": [
    ...elsewhere,
    { name: "no services", engine: manager(), expect: "not-applicable" },
    { name: "a secret in use", engine: manager({ services: [service({ secrets: 1 })] }), expect: "pass" },
    {
      name: "a variable that sounds like a secret",
      engine: manager({ services: [service({ secrets: 1 }), service({ name: "db", sensitiveEnv: ["DB_PASSWORD"] })] }),
      expect: "fail",
      says: /db: the variable DB_PASSWORD/,
    },
    {
      name: "a variable that holds the path of a mounted secret",
      engine: manager({ services: [service({ secrets: 1, sensitiveEnv: ["DB_PASSWORD_FILE"] })] }),
      expect: "pass",
    },
    {
      name: "a variable that was seen although others were not read",
      engine: { ...gap(), ...manager({ services: [service({ sensitiveEnv: ["TOKEN"] })] }) },
      expect: "fail",
    },
    { name: "services without secrets", engine: manager({ services: [service()] }), expect: "manual", says: /web/ },
    { name: "services that are not told", engine: manager({ services: null }), expect: "not-assessed" },
  ],
  "cis-docker:7.5": [
    ...elsewhere,
    { name: "on", engine: manager(), expect: "pass" },
    { name: "off", engine: manager({ autoLock: false }), expect: "fail" },
    { name: "a manager that waits for its key", engine: gap("locked"), expect: "pass", says: /unlock key/ },
    { name: "not told", engine: manager({ autoLock: null }), expect: "not-assessed" },
  ],
  "cis-docker:7.6": [
    ...elsewhere,
    { name: "a key", engine: manager(), expect: "manual", says: /unlock-key --rotate/ },
    { name: "no key, as the lock is off", engine: manager({ autoLock: false }), expect: "not-applicable" },
    { name: "not told", engine: manager({ autoLock: null }), expect: "not-assessed" },
  ],
  "cis-docker:7.7": [
    ...elsewhere,
    { name: "the swarm's own 90 days", engine: manager(), expect: "pass" },
    {
      name: "a year",
      engine: manager({ certificateDays: 365 }),
      expect: "fail",
      says: /365 days; the policy allows 90/,
    },
    {
      name: "a policy of 30",
      engine: manager(),
      policy: { maximumNodeCertificateDays: 30 },
      expect: "fail",
    },
    { name: "not told", engine: manager({ certificateDays: null }), expect: "not-assessed" },
  ],
  "cis-docker:7.8": [
    ...elsewhere,
    { name: "a count, and no day", engine: manager(), expect: "manual", says: /that the swarm counts: 2/ },
  ],
  "cis-docker:7.9": [
    ...elsewhere,
    {
      name: "two addresses",
      engine: manager(),
      host: node({ dataPathAddress: "198.51.100.10" }),
      expect: "pass",
      says: /traffic takes 198\.51\.100\.10/,
    },
    {
      name: "the same address",
      engine: manager(),
      host: node({ dataPathAddress: "192.0.2.10" }),
      expect: "fail",
    },
    { name: "the same address, as none was set", engine: manager(), host: node(), expect: "fail" },
    { name: "the API alone", engine: manager(), host: null, expect: "manual", says: /DataPathAddr/ },
  ],
};

/** The day on which lifecycle data of the cases were taken. */
export const dataDay = CalendarDay.parse("2026-11-01");
