// TLS material of a docker endpoint: `ca.pem`, `cert.pem`, `key.pem` in a folder of a context or of DOCKER_CERT_PATH.

import type { TlsFiles } from "./endpoint.ts";
import { dockerFolder, type EndpointWorld, joinPath } from "./endpoint-world.ts";

/** What the folder holds; null when it holds none of the three. */
export async function readTlsFolder(
  world: EndpointWorld,
  folder: string,
  skipVerify: boolean,
): Promise<TlsFiles | null> {
  const read = (name: string) => world.readFile(joinPath(world, folder, name));
  const [ca, cert, key] = await Promise.all([read("ca.pem"), read("cert.pem"), read("key.pem")]);
  return ca === null && cert === null && key === null ? null : { ca, cert, key, skipVerify };
}

/**
 * TLS as the environment asks for it: any value of DOCKER_TLS_VERIFY means with verification, of DOCKER_TLS alone without;
 * files from DOCKER_CERT_PATH, else from the docker folder. null = no TLS asked for.
 */
export async function tlsOfEnvironment(world: EndpointWorld): Promise<TlsFiles | null> {
  const verify = Boolean(world.env["DOCKER_TLS_VERIFY"]);
  if (!verify && !world.env["DOCKER_TLS"]) return null;
  const folder = world.env["DOCKER_CERT_PATH"] || dockerFolder(world);
  const files = await readTlsFolder(world, folder, !verify);
  return files ?? { ca: null, cert: null, key: null, skipVerify: !verify };
}
