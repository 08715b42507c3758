// One container's inspect answer as facts. Values as the engine has them: what an empty word means is for the rules to say.
import { type ContainerFacts, surroundingsVersion } from "../../shared/model/surroundings.ts";
import type { InspectAnswer } from "./container-answers.ts";
import { type See, seeArguments, seeEnv, seePairs } from "./mask-texts.ts";
import { fullId, isRunning } from "./read-stock.ts";

/** All of a container but what other requests tell. */
export type InspectedPart = Omit<ContainerFacts, "execs" | "processes" | "limits" | "image"> & {
  readonly image: Omit<ContainerFacts["image"], "current">;
};

type HostPart = NonNullable<InspectAnswer["HostConfig"]>;

/** The facts of an inspect answer; every free text passes `see`. */
export function inspectedPart(answer: InspectAnswer, see: See): InspectedPart {
  const { Config: config, HostConfig: host = {}, State: state } = answer;
  const set: Partial<HostPart> = host ?? {};
  const all = (texts: readonly string[] | null | undefined) => (texts ?? []).map((text) => see(text));
  const health = state?.Health?.Status;
  return {
    version: surroundingsVersion,
    id: answer.Id,
    name: see((answer.Name ?? "").replace(/^\//, "") || answer.Id),
    image: { id: fullId(answer.Image ?? ""), reference: see(config?.Image ?? "") },
    created: answer.Created ?? "",
    state: {
      status: state?.Status ?? "",
      running: state?.Running ?? isRunning(state?.Status),
      ...(health && health !== "none" ? { health } : {}),
    },
    user: see(config?.User ?? ""),
    entrypoint: seeArguments(config?.Entrypoint ?? [], see),
    cmd: seeArguments(config?.Cmd ?? [], see),
    env: seeEnv(config?.Env ?? [], see),
    labels: seePairs(config?.Labels ?? {}, see),
    healthcheck: config?.Healthcheck?.Test?.length ? seeArguments(config.Healthcheck.Test, see) : null,
    privileged: set.Privileged ?? false,
    readOnlyRoot: set.ReadonlyRootfs ?? false,
    capAdd: all(set.CapAdd),
    capDrop: all(set.CapDrop),
    securityOpt: (set.SecurityOpt ?? []).map((option) => see(shortOption(option))),
    appArmorProfile: see(answer.AppArmorProfile ?? ""),
    ...(typeof answer.ProcessLabel === "string" ? { processLabel: see(answer.ProcessLabel) } : {}),
    namespaces: {
      network: see(set.NetworkMode ?? ""),
      pid: see(set.PidMode ?? ""),
      ipc: see(set.IpcMode ?? ""),
      uts: see(set.UTSMode ?? ""),
      user: see(set.UsernsMode ?? ""),
      cgroup: see(set.CgroupnsMode ?? ""),
    },
    cgroupParent: see(set.CgroupParent ?? ""),
    resources: {
      memory: set.Memory ?? 0,
      cpuShares: set.CpuShares ?? 0,
      nanoCpus: set.NanoCpus ?? 0,
      cpuQuota: set.CpuQuota ?? 0,
      cpusetCpus: set.CpusetCpus ?? "",
      pidsLimit: set.PidsLimit ?? null,
      ulimits: (set.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft ?? 0, hard: Hard ?? 0 })),
    },
    restart: { name: set.RestartPolicy?.Name ?? "", maximumRetryCount: whole(set.RestartPolicy?.MaximumRetryCount) },
    logDriver: set.LogConfig?.Type ?? "",
    devices: (set.Devices ?? []).map((device) => ({
      host: see(device.PathOnHost ?? ""),
      container: see(device.PathInContainer ?? ""),
      permissions: device.CgroupPermissions ?? "",
    })),
    // `--gpus` names what the device can do, and no driver.
    deviceRequests: (set.DeviceRequests ?? []).map(({ Driver, Capabilities }) =>
      see(Driver || (Capabilities ?? []).flat().join(",") || "any"),
    ),
    mounts: (answer.Mounts ?? []).map((mount) => ({
      type: mount.Type ?? "",
      source: see((mount.Type === "volume" ? mount.Name : mount.Source) || mount.Source || ""),
      destination: see(mount.Destination ?? ""),
      writable: mount.RW ?? true,
      propagation: mount.Propagation ?? "",
    })),
    exposedPorts: Object.keys(config?.ExposedPorts ?? {}).sort(),
    ports: portsOf(answer, set),
    publishAllPorts: set.PublishAllPorts ?? false,
    networks: Object.keys(answer.NetworkSettings?.Networks ?? {})
      .sort()
      .map((name) => see(name)),
  };
}

/** A running container's ports as they are bound; of a stopped one, as they were asked for. */
function portsOf(answer: InspectAnswer, set: Partial<HostPart>): ContainerFacts["ports"] {
  const bound = portList(answer.NetworkSettings?.Ports);
  return bound.length > 0 ? bound : portList(set.PortBindings);
}

function portList(bindings: HostPart["PortBindings"]): ContainerFacts["ports"] {
  return Object.entries(bindings ?? {})
    .flatMap(([container, hosts]) =>
      (hosts ?? []).map(({ HostIp, HostPort }) => ({ container, hostIp: HostIp ?? "", hostPort: HostPort ?? "" })),
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** A seccomp profile stands in the option as a whole document: its length is enough. */
function shortOption(option: string): string {
  const [, name = "", value = ""] = /^([a-z-]+)[=:](.*)$/s.exec(option) ?? [];
  return value.trimStart().startsWith("{") ? `${name}={...} (${value.length} characters)` : option;
}

function whole(value: number | null | undefined): number {
  return Number.isSafeInteger(value) ? (value ?? 0) : 0;
}
