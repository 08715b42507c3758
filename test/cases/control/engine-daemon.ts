// What each control of the daemon's settings (CIS section 2) must say where the engine answers for it; part of engine.ts. The
// known false alarms of other tools are cases too.
import type { EngineFacts, HostFacts } from "../../../shared/model/surroundings.ts";
import type { SurroundingCase, SurroundingCases } from "../../support/surrounding-case.ts";
import { engineFacts, hostFacts, networkFacts, surroundingGap } from "../../support/surroundings.ts";
import { daemonGap, dockerd, options, reached, tls, unread, untold } from "./engine-pieces.ts";

const daemonJson = (config: Record<string, unknown>): Partial<HostFacts> => ({
  daemon: { ...hostFacts().daemon, config },
});
const bridge = (icc: string): Partial<EngineFacts> => ({
  networks: [networkFacts({ options: { "com.docker.network.bridge.enable_icc": icc } })],
});
const registries = (insecureCidrs: string[], insecure: string[] = []): Partial<EngineFacts> => ({
  registries: { insecureCidrs, insecure, mirrors: [] },
});
const warning = "[DEPRECATION NOTICE]: API is accessible on http://0.0.0.0:2375 without encryption.";

export const daemonCases: SurroundingCases = {
  "cis-docker:2.1": [
    unread,
    { name: "rootless", engine: options("name=rootless", "name=seccomp,profile=builtin"), expect: "pass" },
    { name: "root", expect: "manual", says: /name=apparmor/ },
    { name: "options that are not told", engine: untold, expect: "not-assessed" },
  ],
  "cis-docker:2.2": [
    { name: "icc off", engine: bridge("false"), expect: "pass" },
    { name: "icc on", expect: "fail" },
    { name: "icc not set", engine: { networks: [networkFacts({ options: {} })] }, expect: "fail", says: /not set/ },
    {
      name: "a default bridge of another name",
      engine: {
        networks: [networkFacts({ name: "lan", options: { "com.docker.network.bridge.default_bridge": "true" } })],
      },
      expect: "fail",
    },
    {
      name: "networks of a user's own are no subject",
      engine: { networks: [...(bridge("false").networks ?? []), networkFacts({ name: "mine", options: {} })] },
      expect: "pass",
    },
    { name: "no default bridge", engine: { networks: [] }, expect: "not-applicable" },
    {
      name: "networks that were not listed",
      engine: { limits: [surroundingGap("engine.networks")] },
      expect: "not-assessed",
    },
  ],
  "cis-docker:2.3": [
    { name: "nothing set", expect: "pass", says: /default is info/ },
    { name: "info", host: dockerd("--log-level=info"), expect: "pass" },
    { name: "warn, by a flag", host: dockerd("-l", "warn"), expect: "fail" },
    { name: "debug, by the file", host: daemonJson({ "log-level": "debug" }), expect: "fail" },
    { name: "the debug switch of the file", host: daemonJson({ debug: true }), expect: "fail" },
    { name: "debug, seen without the host", engine: { debug: true }, host: null, expect: "fail" },
    { name: "the host was not asked for", host: null, expect: "not-assessed", says: /--scope/ },
    {
      name: "the engine runs elsewhere",
      engine: reached({}),
      host: null,
      expect: "not-assessed",
      says: /another machine/,
    },
    { name: "settings that need root", host: daemonGap, expect: "not-assessed", says: /needs root/ },
    {
      name: "no daemon that was seen",
      host: { daemon: { ...hostFacts().daemon, arguments: null } },
      expect: "not-assessed",
    },
    unread,
  ],
  "cis-docker:2.5": [
    unread,
    { name: "the loopback ranges, which are always listed", expect: "pass" },
    { name: "a range within loopback", engine: registries(["127.0.0.1/32"]), expect: "pass" },
    { name: "a range of a network", engine: registries(["127.0.0.0/8", "10.0.0.0/8"]), expect: "fail", says: /10\.0/ },
    { name: "a range that only begins like loopback", engine: registries(["127.0.0.0/7"]), expect: "fail" },
    { name: "a registry by name", engine: registries(["127.0.0.0/8"], ["reg.example.org:5000"]), expect: "fail" },
    { name: "settings that are not told", engine: registries([]), expect: "not-assessed" },
  ],
  "cis-docker:2.6": [
    unread,
    { name: "overlay2", expect: "pass" },
    { name: "a snapshotter of containerd", engine: { storageDriver: "overlayfs" }, expect: "pass" },
    { name: "aufs", engine: { storageDriver: "aufs" }, expect: "fail" },
    { name: "not told", engine: { storageDriver: "" }, expect: "not-assessed" },
  ],
  "cis-docker:2.7": [
    unread,
    { name: "overlay2", expect: "pass" },
    { name: "a driver that is not known", engine: { storageDriver: "erofs" }, expect: "pass" },
    { name: "devicemapper", engine: { storageDriver: "devicemapper" }, expect: "fail" },
    { name: "not told", engine: { storageDriver: "" }, expect: "not-assessed" },
  ],
  "cis-docker:2.8": [
    { name: "a socket alone", expect: "not-applicable", says: /no TCP address/ },
    {
      name: "TCP in a file that changed after the start: the flag counts",
      host: daemonJson({ hosts: ["tcp://0.0.0.0:2376"], ...tls }),
      expect: "not-applicable",
    },
    {
      name: "TCP with all four, all in the file",
      host: {
        daemon: {
          ...hostFacts().daemon,
          arguments: ["/usr/bin/dockerd"],
          config: { hosts: ["tcp://0.0.0.0:2376"], ...tls },
        },
      },
      expect: "pass",
    },
    { name: "TCP without TLS", host: dockerd("-H", "fd://", "-H", "tcp://0.0.0.0:2375"), expect: "fail" },
    { name: "TCP without a scheme", host: dockerd("-H=:2375"), expect: "fail" },
    {
      name: "TLS that does not ask for the client's certificate",
      host: dockerd("-H", "tcp://:2376", "--tls", "--tlscacert=/a", "--tlscert=/b", "--tlskey=/c"),
      expect: "fail",
    },
    {
      name: "all four by flags",
      host: dockerd("-H", "tcp://:2376", "--tlsverify", "--tlscacert=/a", "--tlscert=/b", "--tlskey=/c"),
      expect: "pass",
    },
    {
      name: "one of four missing",
      host: dockerd("-H", "tcp://:2376", "--tlsverify", "--tlscacert=/a", "--tlscert=/b"),
      expect: "fail",
    },
    { name: "the engine's own warning", engine: { warnings: [warning] }, host: null, expect: "fail", says: /2375/ },
    { name: "answered over plain TCP", engine: reached({ tls: false }), host: null, expect: "fail" },
    {
      name: "reached over ssh, which is no TCP listener",
      engine: reached({ kind: "ssh" }),
      host: null,
      expect: "not-assessed",
    },
    { name: "settings that need root", host: daemonGap, expect: "not-assessed" },
    unread,
  ],
  "cis-docker:2.10": [
    unread,
    { name: "remapped", engine: options("name=userns"), expect: "pass" },
    { name: "rootless, which never shows userns", engine: options("name=rootless"), expect: "pass" },
    { name: "neither", expect: "fail" },
    { name: "options that are not told", engine: untold, expect: "not-assessed" },
  ],
  "cis-docker:2.12": [
    unread,
    { name: "another driver", expect: "not-applicable", says: /overlay2/ },
    { name: "devicemapper as it comes", engine: { storageDriver: "devicemapper" }, expect: "pass" },
    {
      name: "a size of one's own",
      engine: { storageDriver: "devicemapper" },
      host: dockerd("--storage-opt", "dm.basesize=40G"),
      expect: "fail",
    },
    {
      name: "the default size, seen without the host",
      engine: { storageDriver: "devicemapper", driverStatus: [["Base Device Size", "10.74 GB"]] },
      host: null,
      expect: "pass",
    },
    {
      name: "another size, seen without the host",
      engine: { storageDriver: "devicemapper", driverStatus: [["Base Device Size", "42.95GB"]] },
      host: null,
      expect: "fail",
    },
    { name: "no size and no host", engine: { storageDriver: "devicemapper" }, host: null, expect: "not-assessed" },
  ],
  "cis-docker:2.13": [
    unread,
    {
      name: "a plugin",
      engine: { plugins: { ...engineFacts().plugins, authorization: ["opa-docker-authz:0.8"] } },
      expect: "pass",
    },
    { name: "none", expect: "fail" },
  ],
  "cis-docker:2.14": [
    unread,
    ...["awslogs", "fluentd", "gelf", "splunk"].map(
      (driver): SurroundingCase => ({
        name: driver,
        engine: { loggingDriver: driver },
        expect: "pass",
      }),
    ),
    ...["json-file", "local", "none", "journald"].map(
      (driver): SurroundingCase => ({
        name: driver,
        engine: { loggingDriver: driver },
        expect: "fail",
      }),
    ),
    {
      name: "syslog of another host",
      engine: { loggingDriver: "syslog" },
      host: daemonJson({ "log-opts": { "syslog-address": "tcp+tls://logs.example.org:6514" } }),
      expect: "pass",
    },
    {
      name: "syslog of this host",
      engine: { loggingDriver: "syslog" },
      host: daemonJson({ "log-opts": { "syslog-address": "udp://127.0.0.1:514" } }),
      expect: "manual",
    },
    {
      name: "syslog without an address",
      engine: { loggingDriver: "syslog" },
      expect: "manual",
      says: /syslog-address/,
    },
    { name: "syslog, the host unread", engine: { loggingDriver: "syslog" }, host: null, expect: "manual" },
    { name: "a plugin", engine: { loggingDriver: "loki" }, expect: "manual", says: /where does it send/ },
    { name: "not told", engine: { loggingDriver: "" }, expect: "not-assessed" },
  ],
  "cis-docker:2.15": [
    unread,
    { name: "listed", engine: options("name=no-new-privileges"), expect: "pass" },
    { name: "not listed by an engine that would", host: null, expect: "fail" },
    {
      name: "an older engine that does not list it, set in the file",
      engine: { engineVersion: "20.10.24" },
      host: daemonJson({ "no-new-privileges": true }),
      expect: "pass",
    },
    {
      name: "an older engine, set nowhere",
      engine: { engineVersion: "20.10.24" },
      expect: "fail",
      says: /default is false/,
    },
    { name: "an older engine alone", engine: { engineVersion: "20.10.24" }, host: null, expect: "not-assessed" },
    { name: "options that are not told", engine: untold, host: null, expect: "not-assessed" },
  ],
  "cis-docker:2.16": [
    unread,
    { name: "on", engine: { liveRestore: true }, expect: "pass" },
    { name: "off", expect: "fail" },
    {
      name: "a node of a swarm, with which it does not go together",
      engine: { swarm: { ...engineFacts().swarm, state: "active" } },
      expect: "not-applicable",
    },
    { name: "not told", engine: { liveRestore: null }, expect: "not-assessed" },
  ],
  "cis-docker:2.18": [
    unread,
    { name: "the built-in profile", expect: "pass", says: /builtin/ },
    { name: "an entry of an old engine", engine: options("seccomp"), expect: "pass" },
    { name: "a profile of one's own", engine: options("name=seccomp,profile=/etc/docker/sec.json"), expect: "pass" },
    { name: "unconfined", engine: options("name=seccomp,profile=unconfined"), expect: "fail" },
    { name: "no entry", engine: options("name=apparmor"), expect: "fail" },
    { name: "options that are not told", engine: untold, expect: "not-assessed" },
  ],
  "cis-docker:2.19": [
    unread,
    { name: "off", expect: "pass" },
    { name: "on", engine: { experimental: true }, expect: "fail" },
    { name: "not told", engine: { experimental: null }, expect: "not-assessed" },
  ],
};
