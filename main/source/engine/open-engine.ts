// The engine that the user means, resolved over the real files of the machine.
import { access, readFile } from "node:fs/promises";
import { FailureError } from "../../../shared/model/failure.ts";
import type { SourceSpec } from "../../../shared/model/source-spec.ts";
import type { PlatformChoice } from "../archive/choose-platform.ts";
import type { ImageSource } from "../image-source.ts";
import type { SourceWorld } from "../source-world.ts";
import { dockerEngine } from "./docker-engine.ts";
import type { EndpointWorld } from "./endpoint-world.ts";
import { connectEngine, type EngineClient } from "./engine-client.ts";
import { resolveEndpoint } from "./resolve-endpoint.ts";

/** Resolves and prepares; the engine is dialled by the first request. Throws FailureError. */
export async function openEngine(
  spec: SourceSpec & { kind: "engine" },
  world: SourceWorld,
  choice: PlatformChoice,
): Promise<ImageSource> {
  return dockerEngine(await openEngineClient(spec, world), choice);
}

/** A client of the engine that the user means, for what is no image. Throws FailureError as `openEngine` does. */
export async function openEngineClient(
  spec: SourceSpec & { kind: "engine" },
  world: SourceWorld,
): Promise<EngineClient> {
  return connectEngine(await resolveEndpoint(spec, onThisMachine(world)), world.env);
}

function onThisMachine({ env, homeDir, platform, uid }: SourceWorld): EndpointWorld {
  return {
    env,
    homeDir,
    platform,
    uid,
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    async readFile(path) {
      try {
        return await readFile(path, "utf8");
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === "ENOENT" || code === "ENOTDIR") return null;
        const cause = error instanceof Error ? error.message : String(error);
        throw new FailureError({ kind: "not-readable", path, cause }, { cause: error });
      }
    },
  };
}
