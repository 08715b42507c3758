// `docker exec` commands of an audit log taken apart, in the forms in which people write them.
import { describe, expect, it } from "vitest";
import { isMeant, isRoot, loggedExec, watchesClient } from "../../../../main/control/containers/exec-log.ts";

const when = "2026-11-20T10:00:00Z";

describe("a command", () => {
  it.each([
    ["docker exec web sh", "web", false, null],
    ["docker exec --privileged web sh", "web", true, null],
    ["docker exec --privileged=false web sh", "web", false, null],
    ["docker exec -u root web sh", "web", false, "root"],
    ["docker exec -uroot web sh", "web", false, "root"],
    ["docker exec -u=0 web sh", "web", false, "0"],
    ["docker exec -itu 0:0 web sh", "web", false, "0:0"],
    ["docker exec --user=shop web sh", "web", false, "shop"],
    ["docker exec -e USER=root -w /srv --env-file x web sh -u root", "web", false, null],
    ["docker exec -eA=1 web sh", "web", false, null],
    ["docker exec --detach-keys ctrl-x -d web sh", "web", false, null],
    ["docker -H unix:///run/docker.sock container exec -it web sh", "web", false, null],
    ["docker exec --privileged", null, true, null],
    ["docker ps", null, false, null],
    ["", null, false, null],
  ] as const)("%s", (command, target, privileged, user) => {
    expect(loggedExec({ when, command })).toEqual({ when, target, privileged, user });
  });
});

it("a container is meant by its name or by the beginning of its id", () => {
  const container = { id: "abcdef0123456789".repeat(4), name: "web" };
  expect(["web", "abcdef012345", container.id].map((target) => isMeant(target, container))).toEqual([true, true, true]);
  expect(["we", "webs", "abc", "bcdef0", ""].map((target) => isMeant(target, container))).toEqual(Array(5).fill(false));
});

it("root is a name, a number, and a number in an odd form", () => {
  expect(["root", "0", "00", "+0", "root:staff", "0:0", " 0 "].every(isRoot)).toBe(true);
  expect(["", "shop", "10", "rooty", "1:0"].some(isRoot)).toBe(false);
});

describe("audit rules", () => {
  it.each([
    "-w /usr/bin/docker -p x -k docker",
    "-w /bin/docker",
    "-w /usr/bin",
    "-a always,exit -F path=/usr/local/bin/docker -F perm=x",
    "-a always,exit -F arch=b64 -S execve,execveat -k programs",
  ])("watch the client: %s", (rule) => {
    expect(watchesClient([rule])).toBe(true);
    expect(watchesClient([rule, "-e 0"])).toBe(false);
  });

  it.each([
    "-w /usr/bin/dockerd",
    "-w /etc/docker",
    "-a never,exit -F path=/usr/bin/docker",
    "-a never,exit -S execve",
    "-a always,exit -F dir=/home -S execve",
    "-a always,exit -S open",
    "",
  ])("do not: %s", (rule) => {
    expect(watchesClient([rule])).toBe(false);
  });
});
