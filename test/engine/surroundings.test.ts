// What lies around images, read from the real private daemon and from this machine as its host; and that reading changes
// nothing there.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSurroundings } from "../../main/surroundings/open-surroundings.ts";
import { Surroundings } from "../../shared/model/surroundings.ts";
import { containerPrograms, containerTools } from "../support/container-tools.ts";
import { type Engine, NoEngineError, startEngine } from "../support/engine.ts";
import { archiveOf, file, image, toTar } from "../support/image-builder.ts";
import { installedImage } from "../support/installed-image.ts";
import { missingTools } from "../support/installed-tools.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const signal = new AbortController().signal;
const world = { env: {}, homeDir: "/nowhere", platform: process.platform, arch: process.arch, uid: 0 };

/** All that the daemon holds, as its own command line tells it. */
async function inventory(engine: Engine): Promise<string> {
  const lists = [
    ["ps", "--all", "--no-trunc", "--format", "{{json .ID}} {{.Names}} {{.State}}"],
    ["images", "--all", "--no-trunc", "--format", "{{.ID}} {{.Repository}}:{{.Tag}}"],
    ["network", "ls", "--no-trunc"],
    ["volume", "ls"],
  ];
  return (await Promise.all(lists.map((args) => engine.docker(...args))))
    .map((text) => text.split("\n").sort().join("\n"))
    .join("\n");
}

describe("the surroundings of a real engine", () => {
  it("are read whole, and stay as they were", async (context) => {
    const engine = sharedEngine(context);
    const system = await installedImage(engine, "bookworm", []);
    const id = (
      await engine.docker(
        ...["create", "--name", "surroundings-test", "--network", "none", "--privileged", "--memory", "64m"],
        ...[
          "--env",
          "API_TOKEN=q8Xm2Vd0pLw7Rt5",
          "--label",
          "tier=web",
          "--restart",
          "on-failure:5",
          "--pids-limit",
          "50",
        ],
        ...["--volume", "/etc:/host-etc:ro", "--publish", "127.0.0.1:8080:80", system, "sleep", "100"],
      )
    ).trim();
    try {
      const before = await inventory(engine);
      const reader = openSurroundings({ kind: "engine", url: `unix://${engine.socket}` }, world);
      const found = await reader(["container", "engine", "host"], signal);
      expect(await inventory(engine)).toBe(before);
      expect(Surroundings.parse(found)).toEqual(found);
      expect(found.unreached).toEqual([]);

      expect(found.engine).toMatchObject({
        product: "docker",
        rootDir: `${engine.dir}/data`,
        endpoint: { kind: "unix", isThisHost: true },
        swarm: { state: "inactive", isManager: false },
        limits: [],
      });
      expect(found.engine?.networks.map(({ name }) => name)).toContain("none");
      expect(found.engine?.stock.stopped).toContain("surroundings-test");

      const container = found.containers?.find((one) => one.id === id);
      expect(container).toMatchObject({
        name: "surroundings-test",
        image: { reference: system },
        state: { status: "created", running: false },
        privileged: true,
        readOnlyRoot: false,
        namespaces: { network: "none" },
        resources: { memory: 64 * 1024 * 1024, pidsLimit: 50 },
        restart: { name: "on-failure", maximumRetryCount: 5 },
        mounts: [{ type: "bind", source: "/etc", destination: "/host-etc", writable: false }],
        ports: [{ container: "80/tcp", hostIp: "127.0.0.1", hostPort: "8080" }],
        labels: { tier: "web" },
        cmd: ["sleep", "100"],
        processes: null,
        limits: [],
      });
      expect(container?.image.current).toBe(container?.image.id);
      expect(container?.env).toContainEqual({ name: "API_TOKEN", value: null, masked: true });
      expect(JSON.stringify(found)).not.toContain("q8Xm2Vd0pLw7Rt5");
    } finally {
      await engine.docker("rm", "--force", id);
    }
  });

  it("include what runs: processes, exec sessions, and none of their secrets", async (context) => {
    const engine = sharedEngine(context);
    const system = await installedImage(engine, "bookworm", []);
    const command = ["sh", "-c", "sleep 100; : --password Zx81spectrumQ7"];
    const id = (await engine.docker("run", "--detach", "--network", "none", system, ...command)).trim();
    try {
      await engine.docker("exec", "--detach", "--user", "1", id, "sleep", "50");
      const reader = openSurroundings({ kind: "engine", url: `unix://${engine.socket}` }, world);
      const { containers } = await reader(["container"], signal);
      const container = containers?.find((one) => one.id === id);
      expect(container).toMatchObject({ state: { status: "running", running: true }, limits: [], networks: ["none"] });
      expect(container?.execs).toEqual([{ id: expect.any(String), privileged: false, user: "1", running: true }]);
      expect(container?.processes?.map((process) => process.command)).toContain("sleep 50");
      expect(JSON.stringify(container)).not.toContain("Zx81spectrumQ7");
    } finally {
      await engine.docker("rm", "--force", id);
    }
  });

  it("include the host, with the daemon that serves this very socket", async (context) => {
    const engine = sharedEngine(context);
    const reader = openSurroundings({ kind: "engine", url: `unix://${engine.socket}` }, world);
    const { host } = await reader(["host"], signal);
    const named = (role: string) => host?.files.find((one) => one.role === role);
    expect(host?.daemon.arguments).toContain(`--host=unix://${engine.socket}`);
    expect(host?.daemon).toMatchObject({ configPath: `${engine.dir}/daemon.json`, config: {}, user: "root" });
    expect(named("engine-socket")).toMatchObject({ path: engine.socket, type: "socket", state: "present" });
    expect(named("daemon.json")).toMatchObject({ state: "present", type: "file", user: "root" });
    expect(named("data-root")).toMatchObject({ path: `${engine.dir}/data`, type: "folder" });
    expect(named("dockerd")).toMatchObject({ state: "present", type: "file" });
    expect(host?.mounts.length).toBeGreaterThan(0);
    expect(host?.kernel.settings["kernel.randomize_va_space"]).toMatch(/^[012]$/);
    expect(host?.limits.filter(({ fact }) => ["host.daemon", "host.files", "host.mounts"].includes(fact))).toEqual([]);
  });
});

describe("the surroundings of a real swarm", () => {
  it("are told by its manager, without tokens and values", async ({ skip }) => {
    const engine = await startEngine().catch((error: unknown) => {
      if (error instanceof NoEngineError) return skip(error.message);
      throw error;
    });
    try {
      await engine.docker("swarm", "init", "--advertise-addr", "127.0.0.1", "--autolock");
      await engine.docker("network", "create", "--driver", "overlay", "--opt", "encrypted", "inner");
      const env = ["--env", "DB_PASSWORD=x7Kq92mmLp"];
      const service = ["--detach", "--name", "shop", "--replicas", "0", "--publish", "8080:80", ...env, "example/shop"];
      await engine.docker("service", "create", ...service);
      const reader = openSurroundings({ kind: "engine", url: `unix://${engine.socket}` }, world);
      const { engine: facts, host } = await reader(["engine", "host"], signal);
      expect(facts?.limits).toEqual([]);
      expect(host?.swarmNode).toEqual({
        listenAddress: "0.0.0.0:2377",
        advertiseAddress: "127.0.0.1:2377",
        dataPathAddress: null,
      });
      expect(facts?.swarm).toMatchObject({
        state: "active",
        isManager: true,
        nodeAddress: "127.0.0.1",
        managers: 1,
        nodes: 1,
        autoLock: true,
        certificateDays: 90,
        rootRotations: 0,
        secrets: 0,
        services: [{ name: "shop", sensitiveEnv: ["DB_PASSWORD"], ports: [{ target: 80, published: 8080 }] }],
      });
      const inner = facts?.networks.find(({ name }) => name === "inner");
      expect(Object.keys(inner?.options ?? {})).toContain("encrypted");
      expect(facts?.networks.find(({ ingress }) => ingress)?.driver).toBe("overlay");
      expect(JSON.stringify(facts)).not.toMatch(/x7Kq92mmLp|SWMTKN/);
    } finally {
      await engine.stop();
    }
  });
});

describe("the surroundings of a real Podman", () => {
  it("are read through its compatible API", async ({ skip }) => {
    const missing = process.getuid?.() === 0 ? await missingTools(containerPrograms) : "Podman needs root here";
    if (missing !== null) skip(missing);
    // Short: a Unix socket's path may have 107 bytes.
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-podman-"));
    const { podman, podmanService, remove } = await containerTools(folder);
    const built = image().layer(file("/app", "one")).tag("localhost/shop:1");
    await writeFile(join(folder, "image.tar"), toTar(archiveOf([built])));
    await podman("load", "--input", join(folder, "image.tar"));
    const limits = ["--memory", "64m", "--pids-limit", "50", "--cap-add", "NET_ADMIN"];
    await podman("create", "--name", "shop", "--network", "none", ...limits, "localhost/shop:1", "/app");
    const service = await podmanService();
    try {
      const reader = openSurroundings({ kind: "engine", url: `unix://${service.socket}` }, world);
      const found = await reader(["container", "engine", "host"], signal);
      expect(Surroundings.parse(found)).toEqual(found);
      expect(found.unreached).toEqual([]);
      expect(found.engine).toMatchObject({ product: "podman", limits: [], endpoint: { isThisHost: true } });
      expect(found.containers).toMatchObject([
        {
          name: "shop",
          image: { reference: "localhost/shop:1" },
          state: { running: false },
          privileged: false,
          resources: { memory: 64 * 1024 * 1024, pidsLimit: 50 },
          processes: null,
          limits: [],
        },
      ]);
      expect(found.containers?.[0]?.image.current).toBe(found.containers?.[0]?.image.id);
      expect(found.containers?.[0]?.capAdd.join()).toContain("NET_ADMIN");
      expect(found.host?.daemon.arguments).toBeNull();
    } finally {
      await service.stop();
      await remove();
    }
  });
});
