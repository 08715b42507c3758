// The docker CLI's context store: contexts/meta/ID/meta.json and contexts/tls/ID/docker/*.pem, where ID is the SHA-256 of
// the name; and the current context in config.json. Colima, OrbStack, Rancher Desktop and Docker Desktop put theirs there.
import { createHash } from "node:crypto";
import { z } from "zod";
import { FailureError } from "../../../shared/model/failure.ts";
import type { TlsFiles } from "./endpoint.ts";
import { dockerFolder, type EndpointWorld, joinPath } from "./endpoint-world.ts";
import { readTlsFolder } from "./tls-files.ts";

const Meta = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string().nullish(), SkipTLSVerify: z.boolean().nullish() }) }),
});
const ConfigFile = z.object({ currentContext: z.string().nullish() });

export interface ContextEndpoint {
  readonly host: string;
  readonly tls: TlsFiles | null;
}

/** The endpoint of a context. Throws FailureError `context-unusable`. */
export async function readContext(world: EndpointWorld, name: string): Promise<ContextEndpoint> {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.+-]*$/.test(name)) throw unusable(name, "it is no name of a context");
  const id = createHash("sha256").update(name).digest("hex");
  const store = joinPath(world, dockerFolder(world), "contexts");
  const text = await world.readFile(joinPath(world, store, "meta", id, "meta.json"));
  if (text === null) throw unusable(name, `there is none of this name in ${store}`);
  const meta = Meta.safeParse(parsed(text));
  if (!meta.success) throw unusable(name, "its meta.json is damaged or has no docker endpoint");
  const { Host: host, SkipTLSVerify } = meta.data.Endpoints.docker;
  if (!host) throw unusable(name, "its docker endpoint has no host");
  const skipVerify = SkipTLSVerify ?? false;
  const files = await readTlsFolder(world, joinPath(world, store, "tls", id, "docker"), skipVerify);
  return { host, tls: files ?? (skipVerify ? { ca: null, cert: null, key: null, skipVerify } : null) };
}

/** Name of the current context; null when none is set. Throws FailureError `context-unusable` for a damaged file. */
export async function currentContext(world: EndpointWorld): Promise<string | null> {
  const path = joinPath(world, dockerFolder(world), "config.json");
  const text = await world.readFile(path);
  if (text === null) return null;
  const config = ConfigFile.safeParse(parsed(text));
  if (!config.success) throw unusable("(current)", `${path} is damaged`);
  return config.data.currentContext || null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unusable(context: string, cause: string): FailureError {
  return new FailureError({ kind: "context-unusable", context, cause });
}
