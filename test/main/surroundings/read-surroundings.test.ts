// Engines of every make, played: what is read of them, what is a limit, and that nothing but GET is ever asked.
import { afterEach, describe, expect, it } from "vitest";
import { openEngineClient } from "../../../main/source/engine/open-engine.ts";
import { openSurroundings } from "../../../main/surroundings/open-surroundings.ts";
import { readSurroundings } from "../../../main/surroundings/read-surroundings.ts";
import { type Surrounding, Surroundings } from "../../../shared/model/surroundings.ts";
import { say } from "../../../shared/wording/say.ts";
import {
  bridge,
  classic,
  containerd,
  desktop,
  loaded,
  manager,
  node,
  type PlayedEngine,
  playing,
  podman,
} from "../../support/engine-answers.ts";
import { type FakeEngine, startFakeEngine } from "../../support/fake-engine.ts";
import { type HostTree, hostTree } from "../../support/host-tree.ts";

const signal = new AbortController().signal;
const everything: readonly Surrounding[] = ["container", "engine", "host"];

let engine: FakeEngine | undefined;
let tree: HostTree | undefined;
afterEach(async () => {
  await engine?.stop();
  await tree?.remove();
  engine = undefined;
});

async function read(played: PlayedEngine, scopes = everything, platform: NodeJS.Platform = "linux") {
  engine = await startFakeEngine({ api: "1.41", answers: [playing(played)] });
  tree = await hostTree();
  const world = { env: {}, homeDir: "/nowhere", platform, arch: "x64", uid: 0 };
  const reader = openSurroundings({ kind: "engine", url: `unix://${engine.socket}` }, world, tree.root);
  const found = await reader(scopes, signal);
  expect(Surroundings.parse(found)).toEqual(found);
  return found;
}

describe("an engine", () => {
  it("of Docker 20.10 is read whole", async () => {
    const { engine: facts, unreached } = await read(classic, ["engine"]);
    expect(facts).toMatchObject({
      product: "docker",
      engineVersion: "20.10.24+dfsg1",
      apiVersion: "1.41",
      components: { containerd: "1.6.20~ds1" },
      liveRestore: false,
      securityOptions: ["name=apparmor", "name=seccomp,profile=default", "name=cgroupns"],
      registries: { insecureCidrs: ["127.0.0.0/8"], insecure: ["old.example.org:5000"] },
      plugins: { authorization: [], log: ["json-file"] },
      runtimes: ["io.containerd.runc.v2", "runc"],
      warnings: [],
      endpoint: { kind: "unix", isThisHost: true },
      networks: [{ name: "bridge", options: { "com.docker.network.bridge.enable_icc": "true" } }],
      swarm: { state: "inactive", isManager: false, managers: null, services: null },
      limits: [],
    });
    expect(unreached).toEqual([]);
    expect(JSON.stringify(facts)).not.toContain("Tr0ub4dor3xyz");
  });

  it("29 with containerd's store is the same product with another driver", async () => {
    const { engine: facts } = await read(containerd, ["engine"]);
    expect(facts).toMatchObject({
      product: "docker",
      platformName: "Docker Engine - Community",
      storageDriver: "overlayfs",
      driverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
      warnings: ["WARNING: No swap limit support"],
    });
  });

  it("of Docker Desktop is no engine of this host, and says why", async () => {
    const { engine: facts, host, unreached } = await read(desktop);
    expect(facts).toMatchObject({ product: "docker-desktop", endpoint: { isThisHost: false } });
    expect(host).toBeNull();
    expect(unreached).toMatchObject([
      { surrounding: "host", reason: "the engine runs in a virtual machine (Docker Desktop)" },
    ]);
  });

  it("of Podman is told by its parts, and its host has no dockerd", async () => {
    const { engine: facts, host } = await read(podman);
    expect(facts).toMatchObject({
      product: "podman",
      engineVersion: "4.3.1",
      registries: { insecureCidrs: [], insecure: [], mirrors: [] },
      endpoint: { isThisHost: true },
    });
    expect(host?.limits).toContainEqual(
      expect.objectContaining({
        fact: "host.daemon",
        weight: "gap",
        reason: expect.stringContaining("belongs to Podman"),
      }),
    );
  });

  it.each([
    ["Docker Engine - Enterprise", "19.03.5", "docker-enterprise"],
    ["Mirantis Container Runtime", "23.0.9", "docker-enterprise"],
    ["", "18.09.0-ee-1", "docker-enterprise"],
  ])("%s %s is %s", async (name, version, product) => {
    const played = { ...classic, version: { ...classic.version, Platform: { Name: name }, Version: version } };
    expect((await read(played, ["engine"])).engine?.product).toBe(product);
  });

  it("without parts or name is another product", async () => {
    expect((await read({ ...classic, version: { Version: "1.0" } }, ["engine"])).engine?.product).toBe("other");
  });

  it("with another kernel, name or system, or asked from another platform, is not this host", async () => {
    const of = async (info: Record<string, unknown>, platform: NodeJS.Platform = "linux") => {
      const { engine: facts } = await read({ ...classic, info: { ...classic.info, ...info } }, ["engine"], platform);
      await engine?.stop();
      await tree?.remove();
      const { elsewhere } = facts?.endpoint ?? {};
      return elsewhere === undefined ? null : elsewhere.key;
    };
    expect(await of({ KernelVersion: "6.8.0" })).toBe("surroundings.other-kernel");
    expect(await of({ Name: "9f86d081884c" })).toBe("surroundings.other-name");
    expect(await of({ OperatingSystem: "Alpine Linux v3.20" })).toBe("surroundings.other-system");
    expect(await of({ KernelVersion: null })).toBe("surroundings.engine-host-unknown");
    expect(await of({}, "darwin")).toBe("surroundings.not-linux");
    expect(await of({ OperatingSystem: "Debian GNU/Linux 12 (bookworm) (containerized)" })).toBeNull();
  });

  it("that refuses a list has that fact as a gap and all others", async () => {
    const { engine: facts } = await read({ ...classic, refused: { "/networks": 403 } }, ["engine"]);
    expect(facts?.limits).toMatchObject([{ fact: "engine.networks", weight: "gap", where: "/networks" }]);
    expect(facts?.limits[0]?.reason).toContain("refused by a plugin");
    expect(say(facts?.limits[0]?.phrase ?? { key: "none" }, "de")).toContain("nicht beantwortet");
  });

  it("that does not answer /info is unreached, with all that was asked for", async () => {
    const found = await read({ ...classic, refused: { "/info": 500 } });
    expect(found).toMatchObject({ engine: null, containers: null, host: null });
    expect(found.unreached.map(({ surrounding }) => surrounding)).toEqual(everything);
  });

  it("with an answer of another shape is a refusal, not a crash", async () => {
    const found = await read({ ...classic, info: { ...classic.info, SecurityOptions: "all" } }, ["engine"]);
    expect(found.unreached[0]?.reason).toContain("another shape");
    await engine?.stop();
    await tree?.remove();
    const half = await read({ ...classic, networks: [bridge, { Name: 7 }] }, ["engine"]);
    expect(half.engine?.limits).toMatchObject([{ fact: "engine.networks", weight: "gap" }]);
  });
});

describe("a swarm", () => {
  it("tells a manager everything, without names of secrets or values of variables", async () => {
    const { engine: facts } = await read(manager, ["engine"]);
    expect(facts?.swarm).toEqual({
      state: "active",
      isManager: true,
      nodeAddress: "10.0.0.5",
      managers: 3,
      nodes: 5,
      autoLock: true,
      certificateDays: 90,
      rootRotations: 2,
      updatedAt: "2026-10-01T00:00:00Z",
      dataPathPort: 4789,
      secrets: 1,
      services: [
        {
          name: "shop",
          ports: [{ target: 80, published: 8080, mode: "ingress" }],
          secrets: 1,
          sensitiveEnv: ["DB_PASSWORD"],
        },
      ],
    });
    expect(JSON.stringify(facts)).not.toContain("x7Kq92mmLp");
    // /info has all of /swarm but the join tokens: they are not even asked for.
    expect(engine?.requests.filter((request) => request.includes("/swarm"))).toEqual([]);
  });

  it("tells a worker nothing, which is no limit; one that is locked is", async () => {
    const worker = await read(node("active"), ["engine"]);
    expect(worker.engine?.swarm).toMatchObject({ state: "active", isManager: false, autoLock: null, services: null });
    expect(worker.engine?.limits).toEqual([]);
    await engine?.stop();
    await tree?.remove();
    const locked = await read(node("locked"), ["engine"]);
    expect(locked.engine?.limits).toMatchObject([{ fact: "engine.swarm", weight: "gap" }]);
  });

  it("whose services are refused is a gap", async () => {
    const { engine: facts } = await read({ ...manager, refused: { "/services": 503 } }, ["engine"]);
    expect(facts?.swarm.services).toBeNull();
    expect(facts?.limits).toMatchObject([{ fact: "engine.swarm", where: "/services", weight: "gap" }]);
  });
});

describe("containers", () => {
  const image = { Id: `sha256:${"a".repeat(64)}`, RepoTags: ["shop/api:1"], RepoDigests: [] };
  const newer = { Id: `sha256:${"d".repeat(64)}`, RepoTags: ["shop/api:1"], RepoDigests: [] };

  it("are read with their processes and exec sessions, secrets masked everywhere", async () => {
    const { containers, engine: facts } = await read({ ...classic, images: [image], containers: [loaded()] });
    const [container] = containers ?? [];
    expect(container).toMatchObject({
      name: "shop",
      image: { reference: "shop/api:1", id: image.Id, current: image.Id },
      state: { status: "running", running: true, health: "healthy" },
      privileged: true,
      capAdd: ["SYS_ADMIN"],
      capDrop: [],
      namespaces: { network: "host", pid: "host", ipc: "shareable", uts: "", user: "host", cgroup: "private" },
      resources: { memory: 268435456, cpuShares: 512, nanoCpus: 0, pidsLimit: 100 },
      restart: { name: "on-failure", maximumRetryCount: 5 },
      devices: [{ host: "/dev/sda", container: "/dev/sda", permissions: "rwm" }],
      deviceRequests: ["gpu"],
      mounts: [
        { type: "bind", source: "/var/run/docker.sock", writable: true },
        { type: "volume", source: "data", writable: false },
      ],
      ports: [{ container: "80/tcp", hostIp: "0.0.0.0", hostPort: "32768" }],
      networks: ["host"],
      execs: [{ id: "e1", privileged: true, user: "0", running: true }],
      limits: [],
    });
    expect(container?.env).toEqual([
      { name: "PATH", value: "/bin" },
      { name: "API_TOKEN", value: null, masked: true },
      { name: "NO_VALUE", value: null },
    ]);
    expect(container?.securityOpt).toEqual(["no-new-privileges", "seccomp={...} (34 characters)"]);
    expect(container?.processes).toMatchObject([{ user: "root", command: expect.stringContaining("--port 80") }]);
    for (const secret of ["q8Xm2Vd0pLw7Rt5", "Zx81spectrumQ", "s3cr3tSauce99"]) {
      expect(JSON.stringify(containers)).not.toContain(secret);
    }
    expect(facts?.stock).toEqual({ images: 1, unusedImages: [], danglingImages: 0, running: 1, stopped: [] });
  });

  it("keep what they were made from when the tag has moved on, or is gone", async () => {
    const moved = await read({ ...classic, images: [newer], containers: [loaded()] }, ["container"]);
    expect(moved.containers?.[0]?.image).toMatchObject({ id: image.Id, current: newer.Id });
    await engine?.stop();
    await tree?.remove();
    const gone = await read({ ...classic, containers: [loaded()] }, ["container"]);
    expect(gone.containers?.[0]?.image.current).toBeNull();
  });

  it("that are stopped have no processes and the ports they asked for", async () => {
    const stopped = loaded({
      State: { Status: "exited", Running: false },
      NetworkSettings: { Ports: {} },
      ExecIDs: null,
    });
    const { containers, engine: facts } = await read({ ...classic, containers: [stopped] }, ["container"]);
    expect(containers?.[0]).toMatchObject({ processes: null, execs: [], limits: [] });
    expect(containers?.[0]?.ports).toEqual([{ container: "80/tcp", hostIp: "", hostPort: "" }]);
    expect(facts?.stock).toMatchObject({ running: 0, stopped: ["shop"] });
    expect(engine?.requests.some((request) => request.includes("/top"))).toBe(false);
  });

  it("whose inspect is refused are there, with a gap for every fact", async () => {
    const id = "c".repeat(64);
    const refused = { [`/containers/${id}/json`]: 500 };
    const { containers } = await read({ ...classic, containers: [loaded()], refused }, ["container"]);
    expect(containers?.[0]?.name).toBe("shop");
    expect(containers?.[0]?.limits.map(({ fact }) => fact)).toEqual([
      "container.execs",
      "container.image",
      "container.inspect",
      "container.processes",
    ]);
  });

  it("that are removed meanwhile are left out; a list that is refused is unreached", async () => {
    const refused = { [`/containers/${"c".repeat(64)}/json`]: 404 };
    expect((await read({ ...classic, containers: [loaded()], refused }, ["container"])).containers).toEqual([]);
    await engine?.stop();
    await tree?.remove();
    const found = await read({ ...classic, refused: { "/containers/json": 403 } }, ["container", "engine"]);
    expect(found.containers).toBeNull();
    expect(found.unreached).toMatchObject([{ surrounding: "container" }]);
    expect(found.engine?.limits).toMatchObject([{ fact: "engine.stock", weight: "gap" }]);
  });

  it("with a table of processes that cannot be read have a gap there alone", async () => {
    const odd = { ...loaded(), top: { Titles: ["A", "B"], Processes: [["1", "2"]] } };
    const { containers } = await read({ ...classic, containers: [odd] }, ["container"]);
    expect(containers?.[0]?.limits).toMatchObject([{ fact: "container.processes", weight: "gap" }]);
    expect(containers?.[0]?.processes).toBeNull();
  });

  it("of Podman give the table's last column in pieces", async () => {
    const top = {
      Titles: ["USER", "PID", "PPID", "%CPU", "ELAPSED", "TTY", "TIME", "COMMAND"],
      Processes: [["root", "1", "0", "0.0", "1s", "?", "0s", "sleep", "100"]],
    };
    const { containers } = await read({ ...podman, containers: [{ ...loaded(), top }] }, ["container"]);
    expect(containers?.[0]?.processes).toEqual([{ user: "root", command: "sleep 100" }]);
  });
});

describe("bounds", () => {
  it("hold: more containers than are read is said, and what was read stands", async () => {
    const containers = ["1", "2", "3"].map((digit) => loaded({ Id: digit.repeat(64), Name: `/c${digit}` }));
    engine = await startFakeEngine({ answers: [playing({ ...classic, containers })] });
    tree = await hostTree();
    const world = { env: {}, homeDir: "/nowhere", platform: "linux", arch: "x64", uid: 0 } as const;
    const client = await openEngineClient({ kind: "engine", url: `unix://${engine.socket}` }, world);
    const found = await readSurroundings({ client, host: tree.reader(), scopes: ["container"], most: 2 }, signal);
    client.close();
    expect(found.containers?.map(({ name }) => name)).toEqual(["c1", "c2"]);
    expect(found.unreached.map(({ reason }) => reason)).toEqual(["there are 3 containers; only 2 of them were read"]);
  });

  it("hold: more processes, sessions and services than are kept are gaps", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `${at}`);
    const base = loaded({ ExecIDs: many(1001) });
    const top = { Titles: ["UID", "CMD"], Processes: many(1001).map((one) => ["root", one]) };
    const services = many(1001).map((name) => ({ Spec: { Name: name } }));
    const found = await read({ ...manager, services, containers: [{ ...base, top }] }, ["container"]);
    expect(found.containers?.[0]?.processes).toHaveLength(1000);
    expect(found.containers?.[0]?.limits.map(({ fact, weight }) => `${fact} ${weight}`)).toEqual([
      "container.execs gap",
      "container.processes gap",
    ]);
    expect(found.engine?.swarm.services).toHaveLength(1000);
    expect(found.engine?.limits).toMatchObject([{ fact: "engine.swarm", weight: "gap" }]);
  });
});

describe("reading", () => {
  it("asks with GET alone, and for nothing that it does not name", async () => {
    await read({ ...manager, containers: [loaded()] });
    const asked = engine?.requests ?? [];
    expect(asked.filter((request) => !request.startsWith("GET "))).toEqual([]);
    const known =
      /^GET (?:\/_ping|\/v1\.41\/(?:info|version|networks|services|secrets|images\/json|containers\/json\?all=1|containers\/c{64}\/(?:json|top)|exec\/(?:e1|gone)\/json))$/;
    expect(asked.filter((request) => !known.test(request))).toEqual([]);
    expect(asked.length).toBeGreaterThan(10);
  });

  it("of nothing asks nothing", async () => {
    expect(await read(classic, [])).toEqual({ engine: null, containers: null, host: null, unreached: [] });
    expect(engine?.requests).toEqual([]);
  });

  it("ends with the signal's reason", async () => {
    engine = await startFakeEngine({ answers: [playing(classic)] });
    const world = { env: {}, homeDir: "/nowhere", platform: "linux", arch: "x64", uid: 0 } as const;
    const reader = openSurroundings({ kind: "engine", url: `unix://${engine.socket}` }, world);
    await expect(reader(["engine"], AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  });

  it("of an engine that is not there is unreached", async () => {
    const world = { env: {}, homeDir: "/nowhere", platform: "linux", arch: "x64", uid: 0 } as const;
    const found = await openSurroundings({ kind: "engine", url: "unix:///nowhere/d.sock" }, world)(everything, signal);
    expect(found.unreached).toHaveLength(3);
    expect(found.unreached[0]?.reason).toContain("/nowhere/d.sock");
  });

  it("over TCP never touches the host", async () => {
    const world = { env: {}, homeDir: "/nowhere", platform: "linux", arch: "x64", uid: 0 } as const;
    const spec = { kind: "engine", url: "tcp://127.0.0.1:9", insecure: true } as const;
    const found = await openSurroundings(spec, world)(["host"], signal);
    expect(found.host).toBeNull();
    expect(found.unreached).toMatchObject([{ surrounding: "host" }]);
  });
});
