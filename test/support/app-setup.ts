// vitest's global set-up of the project `e2e`: the built app, an Electron to run it, a display to show it on.
import type { TestProject } from "vitest/node";
import { buildIfStale } from "../../scripts/build/build-if-stale.mjs";
import { startDisplay } from "../../scripts/setup/display.mjs";
import { type ElectronRuntime, resolveElectron } from "../../scripts/setup/electron-runtime.mjs";

export interface ReadyApp {
  readonly runtime: ElectronRuntime;
  /** X display for the window; null where the platform shows windows by itself. */
  readonly display: string | null;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** `problem`: this machine cannot run it, a skip; `broken`: it does not build, a failure. */
    app: ReadyApp | { readonly problem: string } | { readonly broken: string };
  }
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A screen of our own also where there is one: windows must not jump up on the person who runs the tests.
  const screen = process.platform === "linux" ? await startDisplay() : null;
  const stop = screen !== null && "stop" in screen ? screen.stop : async () => undefined;
  project.provide("app", await prepare(screen));
  return stop;
}

async function prepare(screen: Awaited<ReturnType<typeof startDisplay>> | null): Promise<Provided> {
  if (screen !== null && "reason" in screen) return { problem: `${screen.reason} (Debian: xvfb)` };
  try {
    await buildIfStale({ say });
  } catch (error) {
    return { broken: `the build failed: ${messageOf(error)}` };
  }
  try {
    return { runtime: await resolveElectron({ say }), display: screen?.display ?? null };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

type Provided = ReadyApp | { readonly problem: string } | { readonly broken: string };
