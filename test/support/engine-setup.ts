// vitest's global set-up of the projects `engine` and `e2e`: one daemon for all files of a run, in whichever project.
import type { TestProject } from "vitest/node";
import { type Engine, NoEngineError, startEngine } from "./engine.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of the running daemon, or why there is none. */
    engine: { readonly dir: string } | { readonly problem: string };
  }
}

interface Shared {
  users: number;
  readonly started: Promise<Engine | { readonly problem: string }>;
}

// Each project loads this file anew, so what they share hangs on the process.
const key = Symbol.for("plimsoll.test.engine");
const holder = globalThis as { [key]?: Shared | undefined };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = holder[key] ?? { users: 0, started: start() };
  holder[key] = shared;
  shared.users += 1;
  const engine = await shared.started;
  project.provide("engine", "problem" in engine ? { problem: engine.problem } : { dir: engine.dir });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    holder[key] = undefined;
    if (!("problem" in engine)) await engine.stop();
  };
}

async function start(): Promise<Engine | { readonly problem: string }> {
  try {
    return await startEngine();
  } catch (error) {
    if (error instanceof NoEngineError) return { problem: error.message };
    throw error;
  }
}
