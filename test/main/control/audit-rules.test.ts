// What audit rules cover, in the forms that people write them.
import { describe, expect, it } from "vitest";
import { auditWatches } from "../../../main/control/audit-rules.ts";

const cover = (path: string, ...rules: string[]) => auditWatches(rules).coverOf([path]);

describe("auditWatches", () => {
  it.each([
    ["/usr/bin/dockerd", "-w /usr/bin/dockerd"],
    ["/usr/bin/dockerd", "  -w   /usr/bin/dockerd -p wa -k docker "],
    ["/usr/bin/dockerd", '-w "/usr/bin/dockerd" -k docker'],
    ["/usr/bin/dockerd", "-k docker -p x -w /usr/bin/dockerd"],
    ["/bin/dockerd", "-w /usr/bin/dockerd"],
    ["/run/docker.sock", "-w /var/run/docker.sock"],
    ["/etc/docker/daemon.json", "-w /etc/docker/"],
    ["/etc/docker/daemon.json", "-w /"],
    ["/etc/docker/daemon.json", "-a always,exit -S all -F dir=/etc/docker -F perm=wa"],
    ["/etc/docker", "-a exit,always -F path=/etc/docker -F perm=wa -F auid>=1000 -F auid!=unset"],
    ["/etc/docker", "-A always,exit -F path=/etc/docker"],
  ])("finds that %s is covered by %s", (path, rule) => {
    expect(cover(path, rule)).toBe(rule.trim());
  });

  it.each([
    ["/etc/docker", "-w /etc/docker/daemon.json"],
    ["/etc/docker2", "-w /etc/docker"],
    ["/etc/docker/daemon.json", "-a always,exit -F path=/etc/docker"],
    ["/etc/docker", "#-w /etc/docker"],
    ["/etc/docker", "-W /etc/docker"],
    ["/etc/docker", "-a always,exit -S execve -k exec"],
    ["/etc/docker", "-w"],
    ["/etc/docker", ""],
  ])("finds that %s is not covered by %s", (path, rule) => {
    expect(cover(path, rule)).toBeNull();
  });

  it("takes the first that matches, and takes back what is removed", () => {
    expect(cover("/a/b", "-a never,exit -F dir=/a", "-w /a/b")).toBeNull();
    expect(cover("/a/b", "-w /a/b", "-a never,exit -F dir=/a")).toBe("-w /a/b");
    expect(cover("/a", "-w /a -k one", "-W /a")).toBeNull();
  });

  it("knows whether auditing is on", () => {
    expect(auditWatches(["-e 1", "-e 0"]).isOff).toBe(true);
    expect(auditWatches(["-e 0", "-e 2"]).isOff).toBe(false);
    expect(auditWatches([]).isOff).toBe(false);
  });
});
