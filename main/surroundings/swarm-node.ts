// At which addresses this node of a swarm listens and sends: the daemon keeps them for its next start, and its API tells the
// advertised one alone. docs: moby "daemon/cluster", nodeStartConfig.
import { z } from "zod";
import type { HostFacts } from "../../shared/model/surroundings.ts";
import type { HostReader } from "./host-reader.ts";
import { type SurroundingLimits, sentence } from "./limits.ts";

const maxBytes = 256 * 1024;
const address = z.string().max(1000).nullish();
const State = z.object({ ListenAddr: address, AdvertiseAddr: address, DataPathAddr: address });

/** The addresses; null = this node has never been in a swarm. A file that cannot be read is a gap on `host.swarm`. */
export async function readSwarmNode(
  host: HostReader,
  rootDir: string,
  limits: SurroundingLimits,
): Promise<Pick<HostFacts, "swarmNode">> {
  if (rootDir === "") {
    limits.gap("host.swarm", "DockerRootDir", sentence("surroundings.no-data-root"));
    return {};
  }
  const path = `${rootDir}/swarm/docker-state.json`;
  const read = await host.text(path, maxBytes);
  if (!read.ok && read.state === "absent") return { swarmNode: null };
  const state = read.ok ? State.safeParse(parsed(read.value)) : null;
  if (!read.ok || !state?.success) {
    limits.gap("host.swarm", path, read.ok ? sentence("surroundings.not-json", { path }) : read.cause);
    return {};
  }
  const { ListenAddr, AdvertiseAddr, DataPathAddr } = state.data;
  return {
    swarmNode: {
      listenAddress: ListenAddr || null,
      advertiseAddress: AdvertiseAddr || null,
      dataPathAddress: DataPathAddr || null,
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
