// What lies around the images of an engine: the engine itself, its containers and, where it runs on this very machine, the
// host. Reads only; what cannot be reached says why.
import { failureOf } from "../../shared/model/failure.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { Surrounding, Surroundings } from "../../shared/model/surroundings.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { say } from "../../shared/wording/say.ts";
import { throwIfAborted } from "../abort.ts";
import type { EngineClient } from "../source/engine/engine-client.ts";
import type { HostReader } from "./host-reader.ts";
import { sentence } from "./limits.ts";
import { readContainers } from "./read-containers.ts";
import { type EngineReading, readEngine } from "./read-engine.ts";
import { readHost } from "./read-host.ts";

/** Each is asked about by itself. */
const maxContainers = 10_000;

export interface SurroundingsRequest {
  readonly client: EngineClient;
  /** The machine that asks. */
  readonly host: HostReader;
  readonly scopes: readonly Surrounding[];
  /** Containers that are read. */
  readonly most?: number;
}

/**
 * Reads what `scopes` name. The engine's own facts come with each of them, as rules about containers and hosts rest on them
 * as well. An engine that does not answer leaves everything unreached. Throws only the signal's reason.
 */
export async function readSurroundings(
  { client, host, scopes, most = maxContainers }: SurroundingsRequest,
  signal: AbortSignal,
): Promise<Surroundings> {
  const answer: { -readonly [Key in keyof Surroundings]: Surroundings[Key] } = {
    engine: null,
    containers: null,
    host: null,
    unreached: [],
  };
  const unreached = (surrounding: Surrounding, why: Phrase) =>
    answer.unreached.push({ surrounding, reason: say(why, "en"), phrase: why });
  if (scopes.length === 0) return answer;

  let reading: EngineReading;
  try {
    reading = await readEngine(client, host, signal);
  } catch (error) {
    throwIfAborted(signal);
    for (const scope of scopes) unreached(scope, failed(error));
    return answer;
  }
  const { facts, images, containers } = reading;
  answer.engine = facts;

  if (scopes.includes("container")) {
    if (!containers.ok) unreached("container", containers.why);
    else {
      try {
        answer.containers = await readContainers(client, containers.value.slice(0, most), images, signal);
      } catch (error) {
        throwIfAborted(signal);
        unreached("container", failed(error));
      }
      const count = containers.value.length;
      if (count > most) {
        unreached("container", sentence("surroundings.more-containers", { count, limit: most }));
      }
    }
  }
  if (scopes.includes("host")) {
    const { endpoint } = client.resolved;
    const { isThisHost, elsewhere } = facts.endpoint;
    if (isThisHost && endpoint.kind === "socket") answer.host = await readHost(host, facts, endpoint.path, signal);
    else unreached("host", elsewhere ?? sentence("surroundings.host-unknown"));
  }
  return answer;
}

function failed(error: unknown): Phrase {
  return sentence("surroundings.engine-failed", { cause: sayFailure(failureOf(error)) });
}
