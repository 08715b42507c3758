// Answers of the engine API about one container, as far as they are used. docs: Docker Engine API 1.40 to 1.52,
// "ContainerInspect", "ExecInspect", "ContainerTop"; Podman's compatible API leaves fields out.
import { z } from "zod";
import { RunConfig } from "../source/image-config.ts";
import { listOf } from "../source/list-of.ts";

const text = z.string().nullish();
const texts = listOf(z.string()).nullish();
const flag = z.boolean().nullish();
const count = z.number().nullish();
const bindings = z.record(z.string(), listOf(z.object({ HostIp: text, HostPort: text })).nullable()).nullish();

const HostConfig = z.object({
  NetworkMode: text,
  PidMode: text,
  IpcMode: text,
  UTSMode: text,
  UsernsMode: text,
  CgroupnsMode: text,
  CgroupParent: text,
  Privileged: flag,
  ReadonlyRootfs: flag,
  CapAdd: texts,
  CapDrop: texts,
  SecurityOpt: texts,
  Memory: count,
  CpuShares: count,
  NanoCpus: count,
  CpuQuota: count,
  CpusetCpus: text,
  PidsLimit: count,
  Ulimits: listOf(z.object({ Name: z.string(), Soft: count, Hard: count })).nullish(),
  RestartPolicy: z.object({ Name: text, MaximumRetryCount: count }).nullish(),
  LogConfig: z.object({ Type: text }).nullish(),
  Devices: listOf(z.object({ PathOnHost: text, PathInContainer: text, CgroupPermissions: text })).nullish(),
  DeviceRequests: listOf(z.object({ Driver: text, Capabilities: listOf(z.array(z.string())).nullish() })).nullish(),
  PortBindings: bindings,
  PublishAllPorts: flag,
});

export const InspectAnswer = z.object({
  Id: z.string(),
  Name: text,
  Created: text,
  Image: text,
  AppArmorProfile: text,
  ProcessLabel: text,
  ExecIDs: texts,
  State: z
    .object({ Status: text, Running: flag, Paused: flag, Health: z.object({ Status: text }).nullish() })
    .nullish(),
  Config: RunConfig.extend({ Image: text }).nullish(),
  HostConfig: HostConfig.nullish(),
  Mounts: listOf(
    z.object({ Type: text, Name: text, Source: text, Destination: text, RW: flag, Propagation: text }),
  ).nullish(),
  NetworkSettings: z.object({ Ports: bindings, Networks: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});
export type InspectAnswer = z.infer<typeof InspectAnswer>;

export const ExecAnswer = z.object({
  Running: flag,
  ProcessConfig: z.object({ privileged: flag, user: text }).nullish(),
});
export type ExecAnswer = z.infer<typeof ExecAnswer>;

/** A table as ps prints it. */
export const TopAnswer = z.object({ Titles: texts, Processes: listOf(z.array(z.string())).nullish() });
export type TopAnswer = z.infer<typeof TopAnswer>;
