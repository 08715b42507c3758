// Whether the system starts the app at login: the platform's own list on macOS and Windows, a file in the autostart folder on
// Linux. Off until asked for; what the system says of it is asked, never assumed.
import { readFile, rm } from "node:fs/promises";
import type { Settings as LoginItemRequest, LoginItemSettings } from "electron";
import type { DesktopState } from "../../shared/ipc/reminders.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import { writeAtomically } from "../atomic-write.ts";
import { errorCode, fileCause } from "../file-error.ts";
import { autostartEntry, isSwitchedOn, type StartCommand } from "./autostart-entry.ts";

export type LoginState = DesktopState["login"];

export interface LoginItem {
  /** Has the app started at login, or no longer; never throws: what failed is in the state. */
  set(wanted: boolean): Promise<LoginState>;
  /** What the system would do now. */
  state(): Promise<LoginState>;
}

/** The word by which a start at login is told from a person's: the app then comes up without its window, in the tray. */
export const hiddenArgument = "--hidden";

/** A Linux desktop: the entry at `path` is written and removed. */
export function autostartLoginItem(path: string, command: StartCommand): LoginItem {
  const entry = autostartEntry(command);
  return {
    async set(wanted) {
      try {
        if (!wanted) await rm(path, { force: true });
        else if ("fault" in entry) throw new FailureError({ kind: "not-writable", path, cause: entry.fault });
        // What a person changed in an entry of ours, such as a delay, stays as long as it starts this program.
        else if (!startsThis(await textAt(path), entry.text)) await writeAtomically(path, entry.text, 0o600);
      } catch (error) {
        return { ...(await this.state()), failure: failureAt(path, error) };
      }
      return this.state();
    },
    async state() {
      try {
        return { possible: true, on: startsSomething(await textAt(path)), file: path };
      } catch (error) {
        return { possible: true, on: false, file: path, failure: failureAt(path, error) };
      }
    },
  };
}

/** What Electron offers on macOS and Windows. */
export interface LoginItemApi {
  setLoginItemSettings(settings: LoginItemRequest): void;
  getLoginItemSettings(options?: { path?: string; args?: string[] }): LoginItemSettings;
}

/** macOS and Windows: the system keeps a list of its own. `command` is for Windows, where an entry is a command line. */
export function systemLoginItem(api: LoginItemApi, platform: "darwin" | "win32", command: StartCommand): LoginItem {
  const entry = platform === "win32" ? { path: command.program, args: [...command.args] } : {};
  const state = (): LoginState => {
    const found = api.getLoginItemSettings(entry);
    // Windows: an entry that the task manager switched off is still in the list.
    const runs = platform === "win32" ? found.executableWillLaunchAtLogin !== false : true;
    return {
      possible: true,
      on: found.openAtLogin && runs,
      ...(found.status === "requires-approval" ? { needsApproval: true } : {}),
    };
  };
  return {
    async set(wanted) {
      try {
        api.setLoginItemSettings({ openAtLogin: wanted, ...entry });
        return state();
      } catch (error) {
        return { possible: true, on: false, failure: failureOf(error) };
      }
    },
    state: async () => {
      try {
        return state();
      } catch (error) {
        return { possible: true, on: false, failure: failureOf(error) };
      }
    },
  };
}

/** A platform that Electron cannot ask. */
export const noLoginItem: LoginItem = {
  set: async () => ({ possible: false, on: false }),
  state: async () => ({ possible: false, on: false }),
};

async function textAt(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return null;
    throw error;
  }
}

function startsSomething(text: string | null): boolean {
  return text !== null && isSwitchedOn(text);
}

function startsThis(text: string | null, ours: string): boolean {
  const exec = ours.split("\n").find((line) => line.startsWith("Exec="));
  return startsSomething(text) && text?.split("\n").includes(exec ?? "") === true;
}

function failureAt(path: string, error: unknown) {
  return error instanceof FailureError
    ? error.failure
    : ({ kind: "not-writable", path, cause: fileCause(error) } as const);
}
