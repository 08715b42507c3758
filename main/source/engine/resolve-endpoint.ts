// Which engine is meant, as the docker CLI decides it: the flags, DOCKER_HOST, DOCKER_CONTEXT, the current context, the
// default socket. Rule: docker CLI "cli/command/cli.go" (resolveContextName) and its default context.
import { FailureError } from "../../../shared/model/failure.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { currentContext, readContext } from "./contexts.ts";
import { defaultSockets } from "./default-sockets.ts";
import { parseEndpoint, type ResolvedEndpoint, type TlsFiles } from "./endpoint.ts";
import type { EndpointWorld } from "./endpoint-world.ts";
import { tlsOfEnvironment } from "./tls-files.ts";

export interface EngineFlags {
  /** `--engine URL`. */
  readonly url?: string | undefined;
  /** `--context NAME`. */
  readonly context?: string | undefined;
  /** `--insecure`: tcp without TLS is accepted. */
  readonly insecure?: boolean | undefined;
}

/** docker's word for "no context": DOCKER_HOST or the default socket. */
const noContext = "default";

/** Where the engine is and why there. Throws FailureError: context-unusable, engine-insecure, usage. */
export async function resolveEndpoint(flags: EngineFlags, world: EndpointWorld): Promise<ResolvedEndpoint> {
  const resolved = await choose(flags, world);
  const { endpoint } = resolved;
  if (endpoint.kind !== "tcp") return resolved;
  if (endpoint.tls === null) {
    if (flags.insecure !== true) throw new FailureError({ kind: "engine-insecure", endpoint: resolved.name });
    return warned(resolved, `${resolved.name} has no TLS: what the engine said could have been changed on the way`);
  }
  if (!endpoint.tls.skipVerify) return resolved;
  return warned(resolved, `${resolved.name} is not verified (TLS without verification): who answered is not known`);
}

async function choose(flags: EngineFlags, world: EndpointWorld): Promise<ResolvedEndpoint> {
  if (flags.url !== undefined) return byUrl(flags.url, "--engine", await tlsOfEnvironment(world));
  if (flags.context !== undefined) return byContext(flags.context, `context ${flags.context} (--context)`, world);
  const host = world.env["DOCKER_HOST"];
  if (host) {
    const overridden = world.env["DOCKER_CONTEXT"] || (await currentContext(world));
    const resolved = byUrl(host, "DOCKER_HOST", await tlsOfEnvironment(world));
    if (!overridden || overridden === noContext) return resolved;
    return warned(resolved, `DOCKER_HOST is set, so the context ${plainText(overridden)} was not used`);
  }
  const ofEnvironment = world.env["DOCKER_CONTEXT"];
  if (ofEnvironment) return byContext(ofEnvironment, `context ${ofEnvironment} (DOCKER_CONTEXT)`, world);
  const current = await currentContext(world);
  return current === null ? bySocket(world) : byContext(current, `current context ${current}`, world);
}

async function byContext(name: string, how: string, world: EndpointWorld): Promise<ResolvedEndpoint> {
  if (name === noContext) {
    const host = world.env["DOCKER_HOST"];
    return host ? byUrl(host, `${how}: DOCKER_HOST`, await tlsOfEnvironment(world)) : bySocket(world);
  }
  const { host, tls } = await readContext(world, name);
  const endpoint = parseEndpoint(host, tls);
  if (typeof endpoint === "string") {
    throw new FailureError({ kind: "context-unusable", context: name, cause: `its host is ${host}: ${endpoint}` });
  }
  return { endpoint, name: host, how, warnings: [] };
}

function byUrl(url: string, how: string, tls: TlsFiles | null): ResolvedEndpoint {
  const endpoint = parseEndpoint(url, tls);
  if (typeof endpoint === "string") {
    throw new FailureError({ kind: "usage", cause: `${how} ${plainText(withoutPassword(url), 200)}: ${endpoint}` });
  }
  return { endpoint, name: url.trim(), how, warnings: [] };
}

/** The first default socket that is there, else docker's own, whose absence is then said when it is dialled. */
async function bySocket(world: EndpointWorld): Promise<ResolvedEndpoint> {
  const candidates = defaultSockets(world);
  let chosen = candidates[0];
  for (const candidate of candidates) {
    if (await world.exists(candidate.path)) {
      chosen = candidate;
      break;
    }
  }
  const scheme = world.platform === "win32" ? "npipe" : "unix";
  return {
    endpoint: { kind: "socket", path: chosen.path },
    name: `${scheme}://${chosen.path}`,
    how: chosen.what,
    warnings: [],
  };
}

function warned(resolved: ResolvedEndpoint, warning: string): ResolvedEndpoint {
  return { ...resolved, warnings: [...resolved.warnings, warning] };
}

function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ":***@");
}
