// The swarm that an engine belongs to: what /info says of it, and what only a manager tells (/swarm, /services, /secrets).
import type { EngineFacts } from "../../shared/model/surroundings.ts";
import { isHarmlessValue, secretWordOf } from "../inspect/secrets/secret-name.ts";
import type { EngineClient } from "../source/engine/engine-client.ts";
import { listOf } from "../source/list-of.ts";
import { type Answered, answered } from "./ask.ts";
import { ClusterAnswer, type InfoAnswer, SecretAnswer, ServiceAnswer } from "./engine-answers.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";
import { masked, type See } from "./mask-texts.ts";

const nanosecondsInDay = 24 * 3600 * 1e9;
const maxServices = 1000;
type Swarm = EngineFacts["swarm"];

/**
 * The swarm's facts. A node that is no manager can say no more than that, which is no limit; a swarm that is locked, broken or
 * still being joined is one.
 */
export async function readSwarm(
  client: EngineClient,
  info: InfoAnswer,
  limits: SurroundingLimits,
  signal: AbortSignal,
): Promise<Swarm> {
  const { Swarm: said } = info;
  const state = said?.LocalNodeState || "inactive";
  const isManager = state === "active" && said?.ControlAvailable === true;
  if (state !== "inactive" && state !== "active") {
    limits.gap("engine.swarm", "/swarm", sentence("surroundings.swarm-not-ready", { state }));
  }
  const refused = <T>(path: string, answer: Answered<T>): T | null => {
    if (answer.ok) return answer.value;
    limits.gap("engine.swarm", path, answer.why);
    return null;
  };
  const get = <T>(path: string, schema: Parameters<typeof client.get<T>>[2]) =>
    answered(client.get(path, {}, schema, signal, "list")).then((answer) => refused(path, answer));
  const cluster = isManager ? (said?.Cluster ?? (await get("/swarm", ClusterAnswer))) : null;
  const services = isManager ? await get("/services", listOf(ServiceAnswer)) : null;
  const secrets = isManager ? await get("/secrets", listOf(SecretAnswer)) : null;
  if ((services?.length ?? 0) > maxServices) {
    const params = { path: "/services", limit: maxServices };
    limits.gap("engine.swarm", "/services", sentence("surroundings.too-many", params));
  }
  const days = cluster?.Spec?.CAConfig?.NodeCertExpiry;
  return {
    state,
    isManager,
    ...(said?.NodeAddr ? { nodeAddress: said.NodeAddr } : {}),
    managers: isManager ? whole(said?.Managers) : null,
    nodes: isManager ? whole(said?.Nodes) : null,
    autoLock: cluster === null ? null : (cluster.Spec?.EncryptionConfig?.AutoLockManagers ?? false),
    certificateDays: days ? days / nanosecondsInDay : null,
    rootRotations: cluster === null ? null : (whole(cluster.Spec?.CAConfig?.ForceRotate) ?? 0),
    updatedAt: cluster?.UpdatedAt ?? null,
    dataPathPort: whole(cluster?.DataPathPort),
    secrets: secrets?.length ?? null,
    services: services === null ? null : await masked((see) => servicesOf(services, see), signal),
  };
}

function servicesOf(services: readonly ServiceAnswer[], see: See): NonNullable<Swarm["services"]> {
  return services
    .slice(0, maxServices)
    .map(({ Spec: spec, Endpoint: endpoint }) => {
      const container = spec.TaskTemplate?.ContainerSpec;
      return {
        name: see(spec.Name ?? ""),
        ports: (endpoint?.Ports ?? spec.EndpointSpec?.Ports ?? []).map((port) => ({
          target: whole(port.TargetPort) ?? 0,
          published: whole(port.PublishedPort),
          mode: port.PublishMode ?? "ingress",
        })),
        secrets: container?.Secrets?.length ?? 0,
        sensitiveEnv: (container?.Env ?? []).filter(isSensitive).map((entry) => see(entry.replace(/=.*$/s, ""))),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A name that says secret with a value that may be one. */
function isSensitive(entry: string): boolean {
  const at = entry.indexOf("=");
  const word = at < 0 ? null : secretWordOf(entry.slice(0, at));
  return word !== null && !isHarmlessValue(entry.slice(at + 1), word);
}

function whole(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isSafeInteger(value) ? value : null;
}
