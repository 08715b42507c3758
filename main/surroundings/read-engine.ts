// The engine itself as facts: /info, /version, /networks, its swarm and its stock. GET requests alone; what it refuses to say
// is a limit.
import type { Phrase } from "../../shared/model/phrase.ts";
import { type EngineFacts, surroundingsVersion } from "../../shared/model/surroundings.ts";
import type { Endpoint } from "../source/engine/endpoint.ts";
import type { EngineClient } from "../source/engine/engine-client.ts";
import { listOf } from "../source/list-of.ts";
import { type Answered, answered } from "./ask.ts";
import { ContainerLine, ImageLine, InfoAnswer, NetworkAnswer, VersionAnswer } from "./engine-answers.ts";
import { productOf, versionOf } from "./engine-product.ts";
import type { HostReader } from "./host-reader.ts";
import { SurroundingLimits, sentence } from "./limits.ts";
import { masked, type See, seePairs } from "./mask-texts.ts";
import { stockOf } from "./read-stock.ts";
import { readSwarm } from "./read-swarm.ts";
import { whyElsewhere } from "./this-host.ts";

const maxNetworks = 5000;

/** What was asked of the engine once and others need as well. */
export interface EngineReading {
  readonly facts: EngineFacts;
  readonly images: Answered<readonly ImageLine[]>;
  readonly containers: Answered<readonly ContainerLine[]>;
}

/** Reads the engine. Throws FailureError where it does not answer /version or /info at all. */
export async function readEngine(client: EngineClient, host: HostReader, signal: AbortSignal): Promise<EngineReading> {
  const limits = new SurroundingLimits();
  const apiVersion = await client.apiVersion(signal);
  const [version, info] = await Promise.all([
    client.get("/version", {}, VersionAnswer, signal),
    client.get("/info", {}, InfoAnswer, signal),
  ]);
  const [networks, images, containers, swarm] = await Promise.all([
    answered(client.get("/networks", {}, listOf(NetworkAnswer), signal, "list")),
    answered(client.get("/images/json", {}, listOf(ImageLine), signal, "list")),
    answered(client.get("/containers/json", { all: "1" }, listOf(ContainerLine), signal, "list")),
    readSwarm(client, info, limits, signal),
  ]);
  if (!networks.ok) limits.gap("engine.networks", "/networks", networks.why);
  else if (networks.value.length > maxNetworks) {
    const params = { path: "/networks", limit: maxNetworks };
    limits.gap("engine.networks", "/networks", sentence("surroundings.too-many", params));
  }
  if (!images.ok) limits.gap("engine.stock", "/images/json", images.why);
  if (!containers.ok) limits.gap("engine.stock", "/containers/json", containers.why);

  const product = productOf(version, info);
  const elsewhere = await whyElsewhere(client.resolved.endpoint, info, product === "podman", host);
  unsaid(info, limits);
  const seen = await masked(
    (see) => ({
      ...saidOf(version, info, see),
      networks: networks.ok ? networks.value.slice(0, maxNetworks).map((network) => networkOf(network, see)) : [],
      stock: seenStock(images, containers, see),
    }),
    signal,
  );
  const facts: EngineFacts = {
    version: surroundingsVersion,
    name: client.resolved.name,
    product,
    engineVersion: versionOf(version),
    apiVersion,
    ...seen,
    endpoint: endpointOf(client.resolved.endpoint, elsewhere),
    swarm,
    limits: limits.sorted(),
  };
  return { facts, images, containers };
}

/** Fields that rules rest on and that this engine left out: a missing word is none that says no. */
function unsaid(info: InfoAnswer, limits: SurroundingLimits): void {
  const missing: readonly [string, unknown][] = [
    ["SecurityOptions", info.SecurityOptions === undefined ? null : ""],
    ["Driver", info.Driver],
    ["RegistryConfig", info.RegistryConfig],
  ];
  for (const [field, value] of missing) {
    if (value === null || value === undefined) {
      limits.note("engine.info", `/info ${field}`, sentence("surroundings.field-missing", { field }));
    }
  }
}

function saidOf(version: VersionAnswer, info: InfoAnswer, see: See) {
  const all = (texts: readonly string[] | null | undefined) => (texts ?? []).map((text) => see(text));
  const { RegistryConfig: registry, Plugins: plugins } = info;
  return {
    components: Object.fromEntries(
      (version.Components ?? []).map(({ Name, Version }) => [see(Name), see(firstLine(Version))] as const),
    ),
    ...(version.Platform?.Name ? { platformName: see(version.Platform.Name) } : {}),
    operatingSystem: see(info.OperatingSystem ?? ""),
    osType: info.OSType ?? "",
    architecture: info.Architecture ?? "",
    kernelVersion: info.KernelVersion ?? "",
    rootDir: info.DockerRootDir ?? "",
    storageDriver: info.Driver ?? "",
    driverStatus: (info.DriverStatus ?? []).map(([name = "", value = ""]): [string, string] => [see(name), see(value)]),
    loggingDriver: info.LoggingDriver ?? "",
    cgroupDriver: info.CgroupDriver ?? "",
    ...(info.CgroupVersion ? { cgroupVersion: info.CgroupVersion } : {}),
    liveRestore: info.LiveRestoreEnabled ?? null,
    experimental: info.ExperimentalBuild ?? null,
    debug: info.Debug ?? null,
    securityOptions: all(info.SecurityOptions),
    registries: {
      insecureCidrs: all(registry?.InsecureRegistryCIDRs),
      insecure: Object.entries(registry?.IndexConfigs ?? {})
        .filter(([, index]) => index?.Secure === false)
        .map(([name]) => see(name))
        .sort(),
      mirrors: all(registry?.Mirrors),
    },
    plugins: {
      authorization: all(plugins?.Authorization),
      log: all(plugins?.Log),
      network: all(plugins?.Network),
      volume: all(plugins?.Volume),
    },
    runtimes: all(Object.keys(info.Runtimes ?? {}).sort()),
    defaultRuntime: see(info.DefaultRuntime ?? ""),
    warnings: all(info.Warnings),
  };
}

/** Podman gives all that a runtime's --version prints. */
function firstLine(text: string | null | undefined): string {
  return (text ?? "").split("\n", 1)[0] ?? "";
}

function networkOf(network: NetworkAnswer, see: See): EngineFacts["networks"][number] {
  return {
    id: network.Id ?? "",
    name: see(network.Name),
    driver: network.Driver ?? "",
    scope: network.Scope ?? "",
    internal: network.Internal ?? false,
    ingress: network.Ingress ?? false,
    options: seePairs(network.Options ?? {}, see),
  };
}

function seenStock(
  images: Answered<readonly ImageLine[]>,
  containers: Answered<readonly ContainerLine[]>,
  see: See,
): EngineFacts["stock"] {
  const stock = stockOf(images.ok ? images.value : [], containers.ok ? containers.value : []);
  const { unusedImages, stopped } = stock;
  return { ...stock, unusedImages: unusedImages.map((name) => see(name)), stopped: stopped.map((name) => see(name)) };
}

function endpointOf(endpoint: Endpoint, elsewhere: Phrase | null): EngineFacts["endpoint"] {
  const isThisHost = elsewhere === null;
  const place = { isThisHost, ...(elsewhere === null ? {} : { elsewhere }) };
  switch (endpoint.kind) {
    case "socket":
      return { kind: endpoint.path.startsWith("//") ? "npipe" : "unix", ...place };
    case "tcp":
      return { kind: "tcp", tls: endpoint.tls !== null, verified: endpoint.tls?.skipVerify === false, ...place };
    case "ssh":
      return { kind: "ssh", ...place };
  }
}
