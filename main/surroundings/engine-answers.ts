// Answers of the engine API about the engine itself, as far as they are used. docs: Docker Engine API 1.40 to 1.52, Podman's
// compatible API, which leaves fields out or says null. What is not named here, such as a swarm's join tokens, is not kept.
import { z } from "zod";
import { listOf } from "../source/list-of.ts";

const text = z.string().nullish();
const texts = listOf(z.string()).nullish();
const flag = z.boolean().nullish();
const count = z.number().nullish();
const pairs = z.record(z.string(), z.string()).nullish();
const names = z.record(z.string(), z.unknown()).nullish();

export const VersionAnswer = z.object({
  Version: z.string(),
  Platform: z.object({ Name: text }).nullish(),
  Components: listOf(z.object({ Name: z.string(), Version: text })).nullish(),
});
export type VersionAnswer = z.infer<typeof VersionAnswer>;

/** How a swarm is set up: `Cluster` of /info, `Spec` and the rest of /swarm. */
export const ClusterAnswer = z.object({
  UpdatedAt: text,
  DataPathPort: count,
  Spec: z
    .object({
      EncryptionConfig: z.object({ AutoLockManagers: flag }).nullish(),
      /** Nanoseconds. */
      CAConfig: z.object({ NodeCertExpiry: count, ForceRotate: count }).nullish(),
    })
    .nullish(),
});
export type ClusterAnswer = z.infer<typeof ClusterAnswer>;

export const InfoAnswer = z.object({
  Name: text,
  OperatingSystem: text,
  OSType: text,
  Architecture: text,
  KernelVersion: text,
  DockerRootDir: text,
  Driver: text,
  DriverStatus: listOf(z.array(z.string())).nullish(),
  LoggingDriver: text,
  CgroupDriver: text,
  CgroupVersion: text,
  LiveRestoreEnabled: flag,
  ExperimentalBuild: flag,
  Debug: flag,
  SecurityOptions: texts,
  RegistryConfig: z
    .object({
      InsecureRegistryCIDRs: texts,
      IndexConfigs: z.record(z.string(), z.object({ Secure: flag }).nullable()).nullish(),
      Mirrors: texts,
    })
    .nullish(),
  Plugins: z.object({ Authorization: texts, Log: texts, Network: texts, Volume: texts }).nullish(),
  Runtimes: names,
  DefaultRuntime: text,
  Warnings: texts,
  Containers: count,
  Swarm: z
    .object({
      NodeAddr: text,
      LocalNodeState: text,
      ControlAvailable: flag,
      Managers: count,
      Nodes: count,
      Cluster: ClusterAnswer.nullish(),
    })
    .nullish(),
});
export type InfoAnswer = z.infer<typeof InfoAnswer>;

export const NetworkAnswer = z.object({
  Id: text,
  Name: z.string(),
  Driver: text,
  Scope: text,
  Internal: flag,
  Ingress: flag,
  Options: pairs,
});
export type NetworkAnswer = z.infer<typeof NetworkAnswer>;

const PortAnswer = z.object({ TargetPort: count, PublishedPort: count, PublishMode: text });
export const ServiceAnswer = z.object({
  Spec: z.object({
    Name: text,
    TaskTemplate: z
      .object({ ContainerSpec: z.object({ Env: texts, Secrets: listOf(z.unknown()).nullish() }).nullish() })
      .nullish(),
    EndpointSpec: z.object({ Ports: listOf(PortAnswer).nullish() }).nullish(),
  }),
  Endpoint: z.object({ Ports: listOf(PortAnswer).nullish() }).nullish(),
});
export type ServiceAnswer = z.infer<typeof ServiceAnswer>;

/** Names and contents of secrets are not looked at. */
export const SecretAnswer = z.object({ ID: text });

export const ImageLine = z.object({ Id: z.string(), RepoTags: texts, RepoDigests: texts });
export type ImageLine = z.infer<typeof ImageLine>;

export const ContainerLine = z.object({
  Id: z.string(),
  Names: texts,
  Image: text,
  ImageID: text,
  State: text,
});
export type ContainerLine = z.infer<typeof ContainerLine>;
