// Which value a daemon takes where flags, daemon.json and the default differ, in every form that its command line knows.
import { describe, expect, it } from "vitest";
import { daemonSetting, isOn, tcpListeners } from "../../../main/control/daemon-settings.ts";
import type { HostFacts } from "../../../shared/model/surroundings.ts";

type Daemon = HostFacts["daemon"];
const daemon = (flags: readonly string[] | null, config: Daemon["config"] = null): Daemon => ({
  arguments: flags === null ? null : ["/usr/bin/dockerd", ...flags],
  configPath: "/etc/docker/daemon.json",
  config,
  user: "root",
});

describe("daemonSetting", () => {
  it.each([
    [["--log-level", "debug"], ["debug"]],
    [["--log-level=debug"], ["debug"]],
    [["-l", "debug"], ["debug"]],
    [["-ldebug"], ["debug"]],
    [["-l=debug"], ["debug"]],
    [["-l", "warn", "--log-level=debug"], ["debug"]],
    [["--data-root", "/x", "-l", "error"], ["error"]],
    [["-g", "-l", "--log-level=error"], ["error"]],
    [["--", "--log-level=debug"], []],
    [["--log-level"], [""]],
  ])("reads the log level of %j", (flags, values) => {
    expect(daemonSetting(daemon(flags), "log-level").values).toEqual(values);
  });

  it.each([
    [["--tlsverify"], true],
    [["--tlsverify=true"], true],
    [["--tlsverify=1"], true],
    [["--tlsverify=T"], true],
    [["--tlsverify=false"], false],
    [["--tlsverify=0"], false],
    [["--tlsverify", "false"], true],
    [["--tlsverify", "--tlsverify=false"], false],
    [["--tlsverification"], false],
  ])("reads the switch of %j", (flags, on) => {
    expect(isOn(daemonSetting(daemon(flags), "tlsverify"), false)).toBe(on);
  });

  it("takes a flag before the file, and says that the file says something as well", () => {
    const setting = daemonSetting(daemon(["--userland-proxy=false"], { "userland-proxy": true }), "userland-proxy");
    expect(setting).toEqual({ values: ["false"], from: "flag", place: "--userland-proxy", alsoInFile: ["true"] });
  });

  it("takes the file before the default", () => {
    const setting = daemonSetting(daemon([], { "log-level": "warn" }), "log-level");
    expect(setting).toMatchObject({ values: ["warn"], from: "file", place: "/etc/docker/daemon.json log-level" });
    expect(daemonSetting(daemon([], {}), "log-level")).toMatchObject({ values: [], from: "default" });
    expect(daemonSetting(daemon(null), "log-level")).toMatchObject({ values: [], from: "default" });
  });

  it("adds up lists and pairs", () => {
    expect(daemonSetting(daemon(["--log-opt", "a=1", "--log-opt=b=2"]), "log-opts").values).toEqual(["a=1", "b=2"]);
    const config = { "log-opts": { a: "1" }, "default-ulimits": { core: { Name: "core", Soft: 0, Hard: -1 } } };
    expect(daemonSetting(daemon([], config), "log-opts").values).toEqual(["a=1"]);
    expect(daemonSetting(daemon([], config), "default-ulimits").values).toEqual(["core=0:-1"]);
  });

  it("takes a value of the wrong shape for none, as the daemon does not start with it", () => {
    const config = { "log-opts": ["a"], hosts: "tcp://x", iptables: "false", "log-level": 3, "default-ulimits": null };
    for (const name of ["log-opts", "hosts", "iptables", "log-level", "default-ulimits"] as const) {
      expect(daemonSetting(daemon([], config), name).from).toBe("default");
    }
  });

  it("does not reach into an object's own words", () => {
    const config = JSON.parse('{"__proto__": {"iptables": false}}') as Record<string, unknown>;
    expect(daemonSetting(daemon([], config), "iptables").from).toBe("default");
  });
});

describe("tcpListeners", () => {
  it.each([
    [["-H", "fd://"], []],
    [["-H", "unix:///run/docker.sock", "-H", "npipe:////./pipe/docker_engine"], []],
    [["-H", "fd://", "-H", "tcp://0.0.0.0:2375"], ["tcp://0.0.0.0:2375"]],
    [["-H=:2375"], [":2375"]],
    [["--host", "10.0.0.1:2376"], ["10.0.0.1:2376"]],
    [["-H", "TCP://10.0.0.1"], ["TCP://10.0.0.1"]],
    [["-H", "UNIX:///x"], []],
    [["-H", ""], []],
  ])("finds in %j", (flags, found) => {
    expect(tcpListeners(daemon(flags))).toEqual(found);
  });
});
