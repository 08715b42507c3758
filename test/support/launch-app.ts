// Starts the built app under Playwright's Electron driver, in a state folder of its own.
import { _electron, type ElectronApplication } from "playwright-core";
import { inject, type TestContext } from "vitest";
import type { ReadyApp } from "./app-setup.ts";

/** The built app with its runtime; skips the test where this machine cannot run it, throws where it does not build. */
export function readyApp({ skip }: Pick<TestContext, "skip">): ReadyApp {
  const app = inject("app");
  if ("broken" in app) throw new Error(app.broken);
  return "problem" in app ? skip(app.problem) : app;
}

/**
 * Opens the app. `home` becomes PLIMSOLL_HOME; `args` are the app's own arguments (`--sample`, `--archive=FILE`, …);
 * `env` is added to the environment.
 */
export async function launchApp(
  { runtime, display }: ReadyApp,
  options: { home: string; args?: readonly string[]; env?: Readonly<Record<string, string>> },
): Promise<ElectronApplication> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== "NODE_OPTIONS" && entry[0] !== "WAYLAND_DISPLAY",
  );
  return _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, ...(options.args ?? [])],
    env: {
      ...Object.fromEntries(inherited),
      ...runtime.env,
      ...(display === null ? {} : { DISPLAY: display }),
      PLIMSOLL_HOME: options.home,
      PLIMSOLL_NO_DIALOG: "1",
      ...options.env,
    },
    timeout: 60_000,
  });
}
