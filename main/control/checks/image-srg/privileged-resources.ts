// What ties a container to its host: all privileges, the host's namespaces, devices, the engine's socket, folders of the
// system. `docker inspect` as the engine has it; a policy can allow devices and mounts, the socket never.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { excusing, saidBeside } from "../../fail-or-pass.ts";

const socket = /\/(?:docker|containerd|podman|crio?)\.sock$/;
/** Folders in which an engine's socket lies: whoever has the folder has the socket. */
const socketFolder = /^\/(?:var\/)?run(?:\/(?:docker|containerd|podman))?\/?$/;
const systemFolder = /^\/(?:$|(?:boot|dev|etc|lib|lib64|proc|sys|usr|root|var\/lib\/(?:docker|containerd))(?:\/|$))/;

export const privilegedResources = defineSurroundingCheck({
  decides: ["image-srg:privileged-resources"],
  needs: ["container.inspect"],
  judge({ container, policy }): SurroundingVerdict {
    const { privileged, namespaces, devices } = container;
    const shared = Object.entries(namespaces)
      .filter(([name, mode]) => name !== "cgroup" && mode === "host")
      .map(([name]) => ({ where: `HostConfig ${name}`, detail: words("srg.namespace-shared", { name }) }));
    const byDevice = excusing(
      devices,
      "allowedDevices",
      ({ host }) => isAllowedPath(host, policy.allowedDevices),
      ({ host, permissions }) => ({ where: host, detail: words("srg.device-shared", { permissions }) }),
    );
    const byMount = mountsOf(container, policy);
    const faults: ProofPoint[] = [
      ...(privileged ? [{ where: "HostConfig.Privileged", detail: words("srg.privileged") }] : []),
      ...shared,
      ...byDevice.faults,
      ...byMount.faults,
    ];
    const excused = [...byDevice.excused, ...byMount.excused];
    const [first, ...rest] = faults;
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(excused)], restsOn: [] };
    const count = container.mounts.length;
    return {
      status: "pass",
      evidence: [{ where: "HostConfig", detail: words("srg.isolated", { count }) }, ...excused],
    };
  },
});

function mountsOf({ mounts }: ContainerFacts, { allowedMounts }: PolicyParameters) {
  const binds = mounts.filter(({ type }) => type === "bind");
  const sockets = binds
    .filter(({ source }) => socket.test(source) || socketFolder.test(source))
    .map(({ source }) => ({ where: source, detail: words("srg.socket-mounted") }));
  const folders = excusing(
    binds.filter(({ source }) => systemFolder.test(source) && !socket.test(source) && !socketFolder.test(source)),
    "allowedMounts",
    ({ source }) => isAllowedPath(source, allowedMounts),
    ({ source, destination, writable }) => ({
      where: source,
      detail: words(writable ? "srg.folder-mounted-writable" : "srg.folder-mounted", { destination }),
    }),
  );
  return { faults: [...sockets, ...folders.faults], excused: folders.excused };
}
