import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EndpointWorld } from "../../../../main/source/engine/endpoint-world.ts";
import { type EngineFlags, resolveEndpoint } from "../../../../main/source/engine/resolve-endpoint.ts";
import { failureOf } from "../../../../shared/model/failure.ts";

interface Home {
  readonly flags?: EngineFlags;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
  readonly homeDir?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly sockets?: readonly string[];
}

function world({ env = {}, platform = "linux", homeDir = "/home/ada", files = {}, sockets = [] }: Home): EndpointWorld {
  return {
    env,
    homeDir,
    platform,
    uid: platform === "win32" ? null : 1000,
    exists: async (path) => sockets.includes(path),
    readFile: async (path) => files[path] ?? null,
  };
}

const idOf = (name: string) => createHash("sha256").update(name).digest("hex");

/** A context store entry below `folder`, as `docker context create` writes it. */
function context(name: string, host: string, more: { folder?: string; skip?: boolean; tls?: boolean } = {}) {
  const { folder = "/home/ada/.docker", skip = false, tls = false } = more;
  const meta = { Name: name, Metadata: {}, Endpoints: { docker: { Host: host, SkipTLSVerify: skip } } };
  const pem = `${folder}/contexts/tls/${idOf(name)}/docker`;
  return {
    [`${folder}/contexts/meta/${idOf(name)}/meta.json`]: JSON.stringify(meta),
    ...(tls ? { [`${pem}/ca.pem`]: "CA", [`${pem}/cert.pem`]: "CERT", [`${pem}/key.pem`]: "KEY" } : {}),
  };
}

const current = (name: string) => ({ "/home/ada/.docker/config.json": JSON.stringify({ currentContext: name }) });
const verified = { ca: "CA", cert: "CERT", key: "KEY", skipVerify: false };

const ways: readonly (readonly [way: string, home: Home, name: string, how: string])[] = [
  ["nothing set", {}, "unix:///var/run/docker.sock", "default socket"],
  [
    "the default socket before all others",
    { sockets: ["/run/podman/podman.sock", "/home/ada/.docker/run/docker.sock", "/var/run/docker.sock"] },
    "unix:///var/run/docker.sock",
    "default socket",
  ],
  [
    "Docker Desktop's socket in the home folder",
    { platform: "darwin", homeDir: "/Users/ada", sockets: ["/Users/ada/.docker/run/docker.sock"] },
    "unix:///Users/ada/.docker/run/docker.sock",
    "Docker Desktop's socket",
  ],
  [
    "Docker Desktop's socket on Linux",
    { sockets: ["/home/ada/.docker/desktop/docker.sock"] },
    "unix:///home/ada/.docker/desktop/docker.sock",
    "Docker Desktop's socket",
  ],
  [
    "rootless docker",
    { env: { XDG_RUNTIME_DIR: "/run/user/7" }, sockets: ["/run/user/7/docker.sock"] },
    "unix:///run/user/7/docker.sock",
    "rootless docker's socket",
  ],
  [
    "rootless docker without XDG_RUNTIME_DIR",
    { sockets: ["/run/user/1000/docker.sock"] },
    "unix:///run/user/1000/docker.sock",
    "rootless docker's socket",
  ],
  [
    "rootless Podman",
    { sockets: ["/run/user/1000/podman/podman.sock", "/run/podman/podman.sock"] },
    "unix:///run/user/1000/podman/podman.sock",
    "rootless Podman's socket",
  ],
  [
    "Podman of the system",
    { sockets: ["/run/podman/podman.sock"] },
    "unix:///run/podman/podman.sock",
    "Podman's socket",
  ],
  [
    "Podman's machine on macOS",
    {
      platform: "darwin",
      homeDir: "/Users/ada",
      env: { TMPDIR: "/var/folders/x/T/" },
      sockets: ["/var/folders/x/T/podman/podman-machine-default-api.sock"],
    },
    "unix:///var/folders/x/T/podman/podman-machine-default-api.sock",
    "Podman's socket",
  ],
  ...["orbstack/run", "colima/default", "rd"].map((folder): (typeof ways)[number] => [
    `the socket of ${folder} where no context points to it`,
    { platform: "darwin", homeDir: "/Users/ada", sockets: [`/Users/ada/.${folder}/docker.sock`] },
    `unix:///Users/ada/.${folder}/docker.sock`,
    { orbstack: "OrbStack's socket", colima: "Colima's socket", rd: "Rancher Desktop's socket" }[
      folder.split("/")[0] ?? ""
    ] as string,
  ]),
  [
    "Windows: docker's pipe",
    {
      platform: "win32",
      homeDir: "C:\\Users\\ada",
      sockets: ["//./pipe/docker_engine", "//./pipe/dockerDesktopLinuxEngine"],
    },
    "npipe:////./pipe/docker_engine",
    "default pipe",
  ],
  [
    "Windows: Docker Desktop's pipe alone",
    { platform: "win32", homeDir: "C:\\Users\\ada", sockets: ["//./pipe/dockerDesktopLinuxEngine"] },
    "npipe:////./pipe/dockerDesktopLinuxEngine",
    "Docker Desktop's pipe",
  ],
  [
    "Windows: nothing there",
    { platform: "win32", homeDir: "C:\\Users\\ada" },
    "npipe:////./pipe/docker_engine",
    "default pipe",
  ],
  ["DOCKER_HOST", { env: { DOCKER_HOST: "unix:///tmp/d.sock" } }, "unix:///tmp/d.sock", "DOCKER_HOST"],
  [
    "DOCKER_CONTEXT",
    { env: { DOCKER_CONTEXT: "remote" }, files: context("remote", "ssh://ada@build") },
    "ssh://ada@build",
    "context remote (DOCKER_CONTEXT)",
  ],
  [
    "DOCKER_CONTEXT before the current context",
    {
      env: { DOCKER_CONTEXT: "remote" },
      files: { ...current("colima"), ...context("remote", "ssh://build"), ...context("colima", "unix:///c.sock") },
    },
    "ssh://build",
    "context remote (DOCKER_CONTEXT)",
  ],
  ...["colima", "orbstack", "rancher-desktop", "desktop-linux", "rootless"].map((name): (typeof ways)[number] => [
    `the current context ${name}`,
    { files: { ...current(name), ...context(name, `unix:///home/ada/.${name}/docker.sock`) } },
    `unix:///home/ada/.${name}/docker.sock`,
    `current context ${name}`,
  ]),
  [
    "the current context of a moved docker folder",
    {
      env: { DOCKER_CONFIG: "/etc/ada" },
      files: {
        "/etc/ada/config.json": '{"currentContext":"far"}',
        ...context("far", "unix:///far.sock", { folder: "/etc/ada" }),
        ...current("near"),
        ...context("near", "unix:///near.sock"),
      },
    },
    "unix:///far.sock",
    "current context far",
  ],
  [
    "a current context named default means none",
    { files: current("default"), sockets: ["/run/podman/podman.sock"] },
    "unix:///run/podman/podman.sock",
    "Podman's socket",
  ],
  [
    "--context before DOCKER_HOST",
    {
      flags: { context: "colima" },
      env: { DOCKER_HOST: "unix:///tmp/d.sock" },
      files: context("colima", "unix:///c.sock"),
    },
    "unix:///c.sock",
    "context colima (--context)",
  ],
  [
    "--context default is DOCKER_HOST where it is set",
    { flags: { context: "default" }, env: { DOCKER_HOST: "unix:///tmp/d.sock" } },
    "unix:///tmp/d.sock",
    "context default (--context): DOCKER_HOST",
  ],
  [
    "--engine before everything",
    {
      flags: { url: "unix:///flag.sock" },
      env: { DOCKER_HOST: "unix:///tmp/d.sock", DOCKER_CONTEXT: "colima" },
      files: { ...current("colima"), ...context("colima", "unix:///c.sock") },
    },
    "unix:///flag.sock",
    "--engine",
  ],
];

describe("the engine that is meant", () => {
  it.each(ways)("%s", async (_, home, name, how) => {
    const resolved = await resolveEndpoint(home.flags ?? {}, world(home));
    expect({ name: resolved.name, how: resolved.how }).toEqual({ name, how });
  });

  it("is DOCKER_HOST even where a context is current, with a warning that says so", async () => {
    const home = {
      env: { DOCKER_HOST: "unix:///tmp/d.sock" },
      files: { ...current("colima"), ...context("colima", "unix:///c") },
    };
    const { name, warnings } = await resolveEndpoint({}, world(home));
    expect(name).toBe("unix:///tmp/d.sock");
    expect(warnings).toEqual(["DOCKER_HOST is set, so the context colima was not used"]);
  });
});

describe("TLS", () => {
  const pem = (folder: string) => ({
    [`${folder}/ca.pem`]: "CA",
    [`${folder}/cert.pem`]: "CERT",
    [`${folder}/key.pem`]: "KEY",
  });

  it.each<readonly [string, Home, object]>([
    [
      "DOCKER_TLS_VERIFY takes the files of the docker folder",
      { env: { DOCKER_HOST: "tcp://far", DOCKER_TLS_VERIFY: "1" }, files: pem("/home/ada/.docker") },
      { host: "far", port: 2376, tls: verified },
    ],
    [
      "DOCKER_CERT_PATH names another folder",
      {
        env: { DOCKER_HOST: "tcp://far:99", DOCKER_TLS_VERIFY: "yes", DOCKER_CERT_PATH: "/certs" },
        files: pem("/certs"),
      },
      { host: "far", port: 99, tls: verified },
    ],
    [
      "DOCKER_TLS_VERIFY without files trusts what the system trusts",
      { env: { DOCKER_HOST: "tcp://far", DOCKER_TLS_VERIFY: "1" } },
      { tls: { ca: null, cert: null, key: null, skipVerify: false } },
    ],
    [
      "a context has its own files",
      { flags: { context: "far" }, files: context("far", "tcp://[fe80::1]:2376", { tls: true }) },
      { host: "fe80::1", port: 2376, tls: verified },
    ],
    ["https:// is TLS", { flags: { url: "https://far" } }, { host: "far", port: 2376, tls: { skipVerify: false } }],
  ])("%s", async (_, home, expected) => {
    const { endpoint, warnings } = await resolveEndpoint(home.flags ?? {}, world(home));
    expect(endpoint).toMatchObject({ kind: "tcp", ...expected });
    expect(warnings).toEqual([]);
  });

  it("without verification is said", async () => {
    const home = { files: context("far", "tcp://far:2376", { skip: true }) };
    const { endpoint, warnings } = await resolveEndpoint({ context: "far" }, world(home));
    expect(endpoint).toMatchObject({ tls: { skipVerify: true } });
    expect(warnings).toEqual([expect.stringContaining("not verified")]);
  });

  it("is asked of tcp: without it the connection is refused, and with --insecure said", async () => {
    const home = world({ env: { DOCKER_HOST: "tcp://far:2375" } });
    expect(await resolveEndpoint({}, home).catch(failureOf)).toEqual({
      kind: "engine-insecure",
      endpoint: "tcp://far:2375",
    });
    const { endpoint, warnings } = await resolveEndpoint({ insecure: true }, home);
    expect(endpoint).toEqual({ kind: "tcp", host: "far", port: 2375, tls: null });
    expect(warnings).toEqual([expect.stringContaining("no TLS")]);
  });
});

describe("what cannot be used", () => {
  it.each<readonly [string, Home, object]>([
    ["a context that is not there", { flags: { context: "gone" } }, { kind: "context-unusable", context: "gone" }],
    ["a current context that is not there", { files: current("gone") }, { kind: "context-unusable", context: "gone" }],
    ["a context name that climbs", { flags: { context: "../../etc" } }, { kind: "context-unusable" }],
    [
      "a damaged context",
      { flags: { context: "a" }, files: { [`/home/ada/.docker/contexts/meta/${idOf("a")}/meta.json`]: "{" } },
      { kind: "context-unusable", cause: expect.stringContaining("damaged") },
    ],
    [
      "a context with a host that is no address",
      { flags: { context: "a1" }, files: context("a1", "gopher://x") },
      { kind: "context-unusable", cause: expect.stringContaining("gopher://x") },
    ],
    ["a damaged config.json", { files: { "/home/ada/.docker/config.json": "[" } }, { kind: "context-unusable" }],
    ["DOCKER_HOST that is no address", { env: { DOCKER_HOST: "unix://relative" } }, { kind: "usage" }],
    ["a port that is none", { flags: { url: "tcp://far:0" } }, { kind: "usage" }],
    ["an SSH host that is an option", { flags: { url: "ssh://-oProxyCommand=touch" } }, { kind: "usage" }],
    ["an SSH user that is an option", { flags: { url: "ssh://-lroot@far" } }, { kind: "usage" }],
    ["an SSH path for the far shell", { flags: { url: "ssh://far/run/d.sock;id" } }, { kind: "usage" }],
    ["an SSH host with a space", { flags: { url: "ssh://far away" } }, { kind: "usage" }],
  ])("%s", async (_, home, failure) => {
    const found = await resolveEndpoint(home.flags ?? {}, world(home)).then(() => null, failureOf);
    expect(found).toMatchObject(failure);
  });

  it("an SSH password is refused and not repeated", async () => {
    const failure = await resolveEndpoint({ url: "ssh://ada:hunter2@far" }, world({})).then(() => null, failureOf);
    expect(failure).toMatchObject({ kind: "usage", cause: expect.stringContaining("no password") });
    expect(JSON.stringify(failure)).not.toContain("hunter2");
  });
});
