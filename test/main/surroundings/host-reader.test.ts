// The reader of a host's files, and a host that means harm: loops, pipes, devices' kin, huge files, odd names, ways out.
import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readHost } from "../../../main/surroundings/read-host.ts";
import { dockerTree, type HostTree, hostTree } from "../../support/host-tree.ts";

let tree: HostTree;
let server: Server | undefined;
afterEach(async () => {
  server?.close();
  server = undefined;
  await tree.remove();
});

describe("the reader", () => {
  it("follows links inside its folder and never leaves it", async () => {
    tree = await hostTree();
    await tree.file("/data/secret", "inside");
    await tree.link("/absolute", "/data/secret");
    await tree.link("/upwards", "../../../../../../data/secret");
    const reader = tree.reader();
    expect(await reader.text("/absolute", 100)).toEqual({ ok: true, value: "inside" });
    expect(await reader.text("/upwards", 100)).toEqual({ ok: true, value: "inside" });
    expect(await reader.text("/../../etc/hostname", 100)).toMatchObject({ ok: false, state: "absent" });
    expect(await reader.stat("/absolute")).toMatchObject({ ok: true, value: { real: "/data/secret", type: "file" } });
    expect(await reader.link("/absolute")).toEqual({ ok: true, value: "/data/secret" });
  });

  it("ends at loops, pipes, folders and sockets", async () => {
    tree = await hostTree();
    await tree.link("/a", "b");
    await tree.link("/b", "a");
    execFileSync("mkfifo", [join(tree.root, "pipe")]);
    const listening = createServer();
    server = listening;
    await new Promise<void>((resolve) => listening.listen(join(tree.root, "socket"), resolve));
    const reader = tree.reader();
    for (const path of ["/a", "/pipe", "/etc", "/socket"]) {
      expect(await reader.text(path, 100)).toMatchObject({ ok: false, state: "unreadable" });
    }
    expect(await reader.stat("/socket")).toMatchObject({ ok: true, value: { type: "socket" } });
    expect(await reader.stat("/pipe")).toMatchObject({ ok: true, value: { type: "other" } });
    expect(await reader.text("/etc/passwd/below", 100)).toMatchObject({ ok: false, state: "absent" });
  });

  it("reads no more than it was told, whole or from the end", async () => {
    tree = await hostTree();
    await tree.file("/long", `${"x".repeat(200_000)}end`);
    const reader = tree.reader();
    expect(await reader.text("/long", 1000)).toMatchObject({ ok: false, state: "unreadable" });
    expect(await reader.text("/long", 200_003)).toMatchObject({ ok: true });
    expect(await reader.tail("/long", 3)).toEqual({ ok: true, value: { text: "end", isWhole: false } });
    expect(await reader.tail("/long", 300_000)).toMatchObject({ ok: true, value: { isWhole: true } });
    expect(await reader.list("/etc", 2)).toMatchObject({ ok: false, state: "unreadable" });
  });

  it("reads files that say they are empty, as those of /proc do", async () => {
    tree = await hostTree();
    const { hostReader } = await import("../../../main/surroundings/host-reader.ts");
    if (process.platform !== "linux") return;
    const read = await hostReader("/", { platform: "linux", uid: 0 }).text("/proc/self/status", 64 * 1024);
    expect(read).toMatchObject({ ok: true, value: expect.stringContaining("Name:") });
  });
});

describe("a hostile host", () => {
  it("is read to its end, each trap a reason", async () => {
    tree = await dockerTree();
    const folder = "/etc/docker/certs.d/evil\u001b[31m.example";
    await tree.file(`${folder}/a\nb.crt`, "-");
    await tree.link(`${folder}/loop`, "loop");
    await tree.link(`${folder}/nowhere`, "/missing");
    execFileSync("mkfifo", [join(tree.root, folder, "pipe")]);
    await tree.folder("/var/log/audit");
    execFileSync("mkfifo", [join(tree.root, "/var/log/audit/audit.log")]);
    await tree.folder("/etc/audit");
    await tree.link("/etc/audit/rules.d", "/etc/audit/rules.d");
    await tree.file("/etc/group", "docker:x:notanumber:ann\n:::\nroot:x:0:\n");
    await tree.process(702, "dockerd", []);
    const facts = await readHost(
      tree.reader(),
      { product: "docker", rootDir: "/var/lib/docker", securityOptions: [] },
      "/var/run/docker.sock",
      new AbortController().signal,
    );
    const states = facts.files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, state, type }) => `${path.slice(folder.length + 1)} ${state} ${type ?? ""}`);
    expect(states).toEqual(["a\nb.crt present file", "loop unreadable ", "nowhere unreadable ", "pipe present other"]);
    expect(facts.limits.filter(({ weight }) => weight === "gap").map(({ fact }) => fact)).toEqual([
      "host.audit",
      "host.commands",
    ]);
    expect(facts.groups).toEqual([{ name: "root", members: ["root"] }]);
  });
});
