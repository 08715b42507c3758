// The forms in which dockerd takes a flag.
import { describe, expect, it } from "vitest";
import { flagValues, isOn, setting, socketsOf } from "../../../main/surroundings/daemon-flags.ts";

const usual = "/var/run/docker.sock";

describe("flags of the daemon", () => {
  it.each([
    [["-H", "unix:///a"], ["unix:///a"]],
    [["-Hunix:///a"], ["unix:///a"]],
    [["-H=unix:///a"], ["unix:///a"]],
    [
      ["--host=unix:///a", "--host", "fd://"],
      ["unix:///a", "fd://"],
    ],
    [["--hostile=unix:///a"], []],
    [["--host"], [""]],
  ])("%j name the hosts %j", (args, hosts) => {
    expect(flagValues(["dockerd", ...args], "host")).toEqual(hosts);
  });

  it("say where it listens: as given, on the usual socket, or on none", () => {
    expect(socketsOf(["dockerd"], null, usual)).toEqual([usual]);
    expect(socketsOf(["dockerd", "-H", "fd://"], null, usual)).toEqual([usual]);
    expect(socketsOf(["dockerd", "-H", "tcp://0.0.0.0:2376"], null, usual)).toEqual([]);
    expect(socketsOf(["dockerd"], { hosts: ["unix:///srv/d.sock", 7] }, usual)).toEqual(["/srv/d.sock"]);
  });

  it("stand before daemon.json, and switches may have a value", () => {
    expect(setting(["dockerd", "--tlskey=/a"], { tlskey: "/b" }, "tlskey")).toBe("/a");
    expect(setting(["dockerd"], { tlskey: "/b" }, "tlskey")).toBe("/b");
    expect(setting(["dockerd"], { tlskey: 7 }, "tlskey")).toBeUndefined();
    expect(isOn(["dockerd", "--tls"], null, "tls")).toBe(true);
    expect(isOn(["dockerd", "--tls=false"], { tls: true }, "tls")).toBe(false);
    expect(isOn(["dockerd", "--tlsverify"], null, "tls")).toBe(false);
    expect(isOn(["dockerd"], { tls: true }, "tls")).toBe(true);
  });
});
