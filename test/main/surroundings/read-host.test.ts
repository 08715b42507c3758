// A made-up host: its files by role, its daemon, and what a user without root rights may not see.
import { afterEach, describe, expect, it } from "vitest";
import { hostFileRoles } from "../../../main/surroundings/host-files.ts";
import type { HostReader } from "../../../main/surroundings/host-reader.ts";
import { type HostedEngine, readHost } from "../../../main/surroundings/read-host.ts";
import { HostFacts } from "../../../shared/model/surroundings.ts";
import { dockerTree, type HostTree, hostTree } from "../../support/host-tree.ts";

const signal = new AbortController().signal;
const docker = { product: "docker", rootDir: "/var/lib/docker", securityOptions: [] } as const;
const socket = "/var/run/docker.sock";

let tree: HostTree;
afterEach(() => tree.remove());

async function read(reader: HostReader = tree.reader(), engine: HostedEngine = docker, at = socket) {
  const facts = await readHost(reader, engine, at, signal);
  expect(HostFacts.parse(facts)).toEqual(facts);
  const files = (role: string) => facts.files.filter((file) => file.role === role);
  const gaps = facts.limits.filter(({ weight }) => weight === "gap").map(({ fact }) => fact);
  return { facts, files, gaps };
}

describe("the host of a packaged Docker", () => {
  it("has its files under the roles of the table, each looked at where its links lead", async () => {
    tree = await dockerTree();
    const { facts, files } = await read();
    expect(files("docker.service")).toMatchObject([
      { path: "/usr/lib/systemd/system/docker.service", state: "present", mode: "644", type: "file" },
      { path: "/etc/systemd/system/docker.service.d/proxy.conf", mode: "640" },
    ]);
    expect(files("docker.socket")).toMatchObject([{ state: "absent", cause: expect.stringContaining("masked") }]);
    expect(files("registry-certificate").map(({ path, mode }) => `${path} ${mode}`)).toEqual([
      "/etc/docker/certs.d/registry.example.org/ca.crt 444",
      "/etc/docker/certs.d/registry.example.org/client.key 644",
    ]);
    expect(files("engine-socket")).toMatchObject([{ path: socket, target: "/run/docker.sock", mode: "660" }]);
    expect(files("daemon.json")).toMatchObject([{ path: "/etc/docker/daemon.json", user: "root", group: "root" }]);
    expect(files("default-docker")).toMatchObject([{ state: "absent" }]);
    expect(files("containerd-socket")).toMatchObject([{ path: "/run/containerd/containerd.sock" }]);
    expect(files("containerd-run-folder")).toMatchObject([{ path: "/run/containerd", type: "folder" }]);
    expect(files("containerd-shim")).toMatchObject([{ path: "/usr/bin/containerd-shim", state: "absent" }]);
    expect(files("containerd-shim-runc-v2")).toMatchObject([{ state: "present", mode: "755" }]);
    expect(files("data-root")).toMatchObject([{ path: "/var/lib/docker", type: "folder", mode: "710" }]);
    for (const role of ["tls-ca", "tls-certificate", "tls-key"]) expect(files(role)).toEqual([]);
    const roles = new Set<string>(hostFileRoles);
    expect(facts.files.filter(({ role }) => !roles.has(role))).toEqual([]);
  });

  it("has a daemon whose flags and settings are kept without secrets", async () => {
    tree = await dockerTree();
    await tree.file(
      "/etc/docker/daemon.json",
      JSON.stringify({
        "log-opts": { "splunk-token": "77777777-8888-4999-8000-aaaabbbbcccc" },
        proxies: { "http-proxy": "http://ann:Wq7pLm22kz@proxy.example.net:3128" },
        labels: ["password=Vx55tRnQ8s"],
      }),
    );
    const { facts, gaps } = await read();
    expect(facts.daemon.arguments?.slice(0, 4)).toEqual([
      "/usr/bin/dockerd",
      "-H",
      "fd://",
      "--containerd=/run/containerd/containerd.sock",
    ]);
    expect(facts.daemon).toMatchObject({ user: "root", configPath: "/etc/docker/daemon.json" });
    for (const secret of ["11111111-2222", "77777777-8888", "Wq7pLm22kz", "Vx55tRnQ8s"]) {
      expect(JSON.stringify(facts)).not.toContain(secret);
    }
    expect(JSON.stringify(facts.daemon.config)).toContain("proxy.example.net");
    expect(gaps).toEqual(["host.commands"]);
  });

  it("has mounts, groups, kernel, keys and audit rules", async () => {
    tree = await dockerTree();
    await tree.file("/etc/audit/rules.d/docker.rules", "# docker\n\n-w /usr/bin/dockerd  -p wa -k docker\n");
    await tree.file("/etc/audit/audit.rules", "-D\n-w /usr/bin/dockerd -p wa -k docker\n");
    const { facts } = await read();
    expect(facts.mounts).toContainEqual({
      target: "/var/lib/docker",
      source: "/dev/vdb1",
      type: "xfs",
      options: "rw,nodev,attr2",
    });
    expect(facts.mounts.map(({ target }) => target)).toContain("/mnt/two words");
    expect(JSON.stringify(facts.mounts)).not.toContain("hunter2Zx9");
    expect(facts.auditRules).toEqual(["-D", "-w /usr/bin/dockerd -p wa -k docker"]);
    expect(facts.groups).toEqual([
      { name: "docker", members: ["ann", "bob"] },
      { name: "root", members: ["root"] },
    ]);
    expect(facts.kernel).toEqual({
      release: "6.1.0-41-amd64",
      settings: { "kernel.randomize_va_space": "2" },
      appArmor: true,
      seLinux: null,
    });
    expect(facts.packageKeys).toEqual(["/etc/apt/keyrings/docker.asc"]);
    expect(facts).toMatchObject({ asRoot: true, name: "harbour", platform: "linux" });
  });

  it("has the addresses of its swarm node, where it is or was in a swarm", async () => {
    tree = await dockerTree();
    expect((await read()).facts.swarmNode).toBeNull();
    const state = "/var/lib/docker/swarm/docker-state.json";
    await tree.file(
      state,
      JSON.stringify({ LocalAddr: "", ListenAddr: "0.0.0.0:2377", AdvertiseAddr: "10.0.0.5:2377" }),
    );
    expect((await read()).facts.swarmNode).toEqual({
      listenAddress: "0.0.0.0:2377",
      advertiseAddress: "10.0.0.5:2377",
      dataPathAddress: null,
    });
    await tree.file(state, "{");
    const broken = await read();
    expect(broken.facts.swarmNode).toBeUndefined();
    expect(broken.gaps).toContain("host.swarm");
    const denied = await read(tree.reader({ uid: 1000, denied: ["/var/lib/docker"] }));
    expect(denied.facts.limits).toContainEqual(
      expect.objectContaining({ fact: "host.swarm", reason: "needs root to read /var/lib/docker" }),
    );
  });

  it("names the files that TLS is set up with, by flag, by setting or by default", async () => {
    tree = await dockerTree();
    await tree.file("/etc/ssl/docker/key.pem", "", 0o600);
    await tree.file("/root/.docker/ca.pem", "", 0o444);
    await tree.file(
      "/etc/docker/daemon.json",
      JSON.stringify({ tlsverify: true, tlscert: "/etc/ssl/docker/cert.pem" }),
    );
    await tree.process(700, "dockerd", ["/usr/bin/dockerd", "-H", "fd://", "--tlskey", "/etc/ssl/docker/key.pem"]);
    const { files } = await read();
    expect(files("tls-ca")).toMatchObject([{ path: "/root/.docker/ca.pem", state: "present", mode: "444" }]);
    expect(files("tls-certificate")).toMatchObject([{ path: "/etc/ssl/docker/cert.pem", state: "absent" }]);
    expect(files("tls-key")).toMatchObject([{ path: "/etc/ssl/docker/key.pem", mode: "600" }]);
  });

  it("of a rootless engine has its things in the user's folders", async () => {
    tree = await hostTree();
    await tree.file("/etc/passwd", "root:x:0:0::/root-of-tests:/bin/sh\n");
    await tree.file("/run/user/0/docker.sock", "", 0o660);
    await tree.file("/root-of-tests/.config/docker/daemon.json", "{}");
    await tree.file("/root-of-tests/.config/systemd/user/docker.service", "");
    await tree.process(800, "dockerd", ["dockerd", "--config-file", ""], { uid: 0 });
    const rootless = {
      product: "docker",
      rootDir: "/root-of-tests/.local/share/docker",
      securityOptions: ["name=rootless"],
    } as const;
    const { facts, files } = await read(tree.reader(), rootless, "/run/user/0/docker.sock");
    expect(files("daemon.json")).toMatchObject([
      { path: "/root-of-tests/.config/docker/daemon.json", state: "present" },
    ]);
    expect(files("docker.service")).toMatchObject([{ path: "/root-of-tests/.config/systemd/user/docker.service" }]);
    expect(facts.daemon.arguments?.[0]).toBe("dockerd");
  });
});

describe("a rootless engine whose user has no account", () => {
  it("leaves its files and flags unknown", async () => {
    tree = await hostTree();
    await tree.file("/etc/passwd", "nobody:x:65534:65534::/:/bin/false\n");
    await tree.file("/run/user/0/docker.sock");
    const rootless = { product: "docker", rootDir: "/srv/data", securityOptions: ["name=rootless"] } as const;
    const { gaps } = await read(tree.reader(), rootless, "/run/user/0/docker.sock");
    expect(gaps).toEqual(expect.arrayContaining(["host.daemon", "host.files"]));
  });
});

describe("the daemon behind a socket", () => {
  it("is the one that listens there, not one in a container, nor one with other data", async () => {
    tree = await dockerTree();
    await tree.process(650, "dockerd", ["dockerd", "--icc=false"], { nsPid: "650\t1" });
    await tree.process(651, "dockerd", ["dockerd", "-H", "unix:///run/other.sock", "--data-root=/srv/other"]);
    const { facts } = await read();
    expect(facts.daemon.arguments?.[0]).toBe("/usr/bin/dockerd");
    await tree.file("/run/other.sock");
    const other = await read(tree.reader(), { ...docker, rootDir: "/srv/other" }, "/run/other.sock");
    expect(other.facts.daemon.arguments).toEqual(["dockerd", "-H", "unix:///run/other.sock", "--data-root=/srv/other"]);
  });

  it("is told from its twin by the pid file, and without one not at all", async () => {
    tree = await dockerTree();
    await tree.process(701, "dockerd", ["/opt/dockerd"]);
    expect((await read()).facts.daemon.arguments?.[0]).toBe("/usr/bin/dockerd");
    await tree.file("/run/docker.pid", "9");
    const { facts, files, gaps } = await read();
    expect(facts.daemon).toMatchObject({ arguments: null, user: null });
    expect(gaps).toContain("host.daemon");
    expect(files("tls-key")).toMatchObject([{ path: "--tlskey", state: "unreadable" }]);
  });

  it("that is not seen leaves its flags unknown", async () => {
    tree = await hostTree();
    const { facts, files, gaps } = await read();
    expect(facts.daemon.arguments).toBeNull();
    expect(gaps).toEqual(["host.daemon", "host.commands"].sort());
    expect(files("dockerd")).toMatchObject([{ path: "/usr/bin/dockerd", state: "absent" }]);
    expect(files("registry-certificate")).toMatchObject([{ path: "/etc/docker/certs.d", state: "absent" }]);
  });

  it("may have a daemon.json that is broken, too large, too deep, or no file: a gap", async () => {
    tree = await dockerTree();
    for (const text of ['{"icc": fal', "[1]", " ".repeat(1024 * 1024 + 1), "[".repeat(500)]) {
      await tree.file("/etc/docker/daemon.json", text);
      const { facts, gaps } = await read();
      expect(gaps).toContain("host.daemon");
      expect(facts.daemon.config).toBeNull();
    }
  });
});

describe("a user without root rights", () => {
  it("is told which folder needs them, and gets everything else", async () => {
    tree = await dockerTree();
    const denied = ["/etc/docker", "/etc/audit/rules.d", "/etc/audit/audit.rules", "/var/log/audit/audit.log"];
    await tree.file("/etc/audit/rules.d/docker.rules");
    await tree.file("/etc/audit/audit.rules");
    await tree.file("/var/log/audit/audit.log");
    const { facts, files, gaps } = await read(tree.reader({ uid: 1000, denied }));
    expect(facts.asRoot).toBe(false);
    expect(files("docker-folder")).toMatchObject([{ state: "present", mode: "755" }]);
    expect(files("daemon.json")).toMatchObject([{ state: "unreadable", cause: "needs root to read /etc/docker" }]);
    expect(files("registry-certificate")).toMatchObject([{ state: "unreadable" }]);
    expect(files("docker.service")[0]).toMatchObject({ state: "present" });
    expect(gaps).toEqual(["host.audit", "host.audit", "host.commands", "host.daemon"]);
    expect(facts.limits.map(({ reason }) => reason)).toContain("needs root to read /var/log/audit/audit.log");
  });
});
