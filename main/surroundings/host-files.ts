// Which files of a host are looked at, and by what role rules ask for them. A role may have several files (drop-ins, each
// registry's certificates) or a single one that is `absent`. docs: dockerd(8), systemd.unit(5), containerd-config.toml(5).
//
// role                    | path (of a system-wide engine; a rootless one has its own under the user's home, see host-paths.ts)
// ----------------------- | ------------------------------------------------------------------------------------------------
// docker.service          | the unit that systemd takes, and its drop-ins docker.service.d/*.conf
// docker.socket           | likewise docker.socket
// docker-folder           | /etc/docker
// registry-certificate    | /etc/docker/certs.d/REGISTRY/*; the folder itself where it is absent or unreadable
// tls-ca                  | what --tlscacert names; no file of this role where the daemon uses no TLS
// tls-certificate         | what --tlscert names, likewise
// tls-key                 | what --tlskey names, likewise
// engine-socket           | the socket that the engine was asked through
// daemon.json             | what --config-file names, else /etc/docker/daemon.json
// default-docker          | /etc/default/docker
// sysconfig-docker        | /etc/sysconfig/docker
// containerd-socket       | what --containerd names, else /run/containerd/containerd.sock, else the daemon's own
// containerd-run-folder   | the folder of that socket
// containerd-config       | /etc/containerd/config.toml
// dockerd, containerd     | the program that runs or, where none is seen, the first of this name in the usual folders
// containerd-shim         | the first of this name in the usual folders; likewise the next three
// containerd-shim-runc-v1 |
// containerd-shim-runc-v2 |
// runc                    |
// data-root               | DockerRootDir of /info
//
// Where a role's path is known only from the daemon's flags, and these were not read, its one file is `unreadable` and its
// path is the flag (`--tlskey`). Owner and mode are those of what a link leads to; `target` is the path without links,
// given where it differs from `path`. A unit that is masked (a link to /dev/null) is `absent`, with `cause`.

export const hostFileRoles = [
  "docker.service",
  "docker.socket",
  "docker-folder",
  "registry-certificate",
  "tls-ca",
  "tls-certificate",
  "tls-key",
  "engine-socket",
  "daemon.json",
  "default-docker",
  "sysconfig-docker",
  "containerd-socket",
  "containerd-run-folder",
  "containerd-config",
  "dockerd",
  "containerd",
  "containerd-shim",
  "containerd-shim-runc-v1",
  "containerd-shim-runc-v2",
  "runc",
  "data-root",
] as const;
export type HostFileRole = (typeof hostFileRoles)[number];
