// From what the user asked for to a reader of what lies around it: resolves the engine anew for each reading, as the source of
// its images does.
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { Surrounding, Surroundings } from "../../shared/model/surroundings.ts";
import { openEngineClient } from "../source/engine/open-engine.ts";
import type { SourceWorld } from "../source/source-world.ts";
import { hostReader } from "./host-reader.ts";
import { readSurroundings } from "./read-surroundings.ts";

/**
 * A reader of the surroundings of the engine that `spec` names, over the files of the machine (`root`, else `/`). The reader
 * throws FailureError where the engine cannot be resolved (context-unusable, engine-insecure, usage), and the signal's reason.
 */
export function openSurroundings(
  spec: SourceSpec & { kind: "engine" },
  world: SourceWorld,
  root = "/",
): (scopes: readonly Surrounding[], signal: AbortSignal) => Promise<Surroundings> {
  return async (scopes, signal) => {
    const client = await openEngineClient(spec, world);
    try {
      return await readSurroundings({ client, host: hostReader(root, world), scopes }, signal);
    } finally {
      client.close();
    }
  };
}
