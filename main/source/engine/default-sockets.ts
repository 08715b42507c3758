// Sockets that engines listen on without being configured, in the order in which they are tried: docker's own default
// first, so that Plimsoll and the docker CLI mean the same engine.
import { type EndpointWorld, joinPath } from "./endpoint-world.ts";

export interface DefaultSocket {
  readonly path: string;
  readonly what: string;
}

/** All candidates for this platform, the docker CLI's default first. */
export function defaultSockets(world: EndpointWorld): [DefaultSocket, ...DefaultSocket[]] {
  const home = (...parts: readonly string[]) => joinPath(world, world.homeDir, ...parts);
  if (world.platform === "win32") {
    return [
      { path: "//./pipe/docker_engine", what: "default pipe" },
      { path: "//./pipe/dockerDesktopLinuxEngine", what: "Docker Desktop's pipe" },
      { path: "//./pipe/podman-machine-default", what: "Podman's pipe" },
    ];
  }
  const forAll: [DefaultSocket, ...DefaultSocket[]] = [
    { path: "/var/run/docker.sock", what: "default socket" },
    { path: home(".docker", "run", "docker.sock"), what: "Docker Desktop's socket" },
  ];
  if (world.platform === "darwin") {
    const temporary = world.env["TMPDIR"]?.replace(/\/$/, "");
    return [
      ...forAll,
      { path: home(".orbstack", "run", "docker.sock"), what: "OrbStack's socket" },
      { path: home(".colima", "default", "docker.sock"), what: "Colima's socket" },
      { path: home(".rd", "docker.sock"), what: "Rancher Desktop's socket" },
      { path: home(".local", "share", "containers", "podman", "machine", "podman.sock"), what: "Podman's socket" },
      ...(temporary ? [{ path: `${temporary}/podman/podman-machine-default-api.sock`, what: "Podman's socket" }] : []),
    ];
  }
  const runtime = world.env["XDG_RUNTIME_DIR"] || (world.uid === null ? null : `/run/user/${world.uid}`);
  const inRuntime = (name: string, what: string) => (runtime === null ? [] : [{ path: `${runtime}/${name}`, what }]);
  return [
    ...forAll,
    { path: home(".docker", "desktop", "docker.sock"), what: "Docker Desktop's socket" },
    ...inRuntime("docker.sock", "rootless docker's socket"),
    { path: home(".rd", "docker.sock"), what: "Rancher Desktop's socket" },
    { path: home(".colima", "default", "docker.sock"), what: "Colima's socket" },
    ...inRuntime("podman/podman.sock", "rootless Podman's socket"),
    { path: "/run/podman/podman.sock", what: "Podman's socket" },
  ];
}
