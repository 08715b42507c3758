// The start at login: the file of a Linux desktop by the rules of its specification, and what macOS and Windows are asked.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { autostartEntry, autostartPath, isSwitchedOn } from "../../../main/desktop/autostart-entry.ts";
import {
  autostartLoginItem,
  hiddenArgument,
  type LoginItemApi,
  noLoginItem,
  systemLoginItem,
} from "../../../main/desktop/login-item.ts";
import { missingTools } from "../../support/installed-tools.ts";
import { readOnly } from "../../support/read-only-folder.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-login-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const textOf = (program: string, args: readonly string[] = [hiddenArgument]): string => {
  const entry = autostartEntry({ program, args });
  if ("fault" in entry) throw new Error(entry.fault);
  return entry.text;
};

/** Exec as a desktop reads it: first the escapes of a string, then words and quotes, then field codes. */
function wordsOf(text: string): string[] {
  const raw = /^Exec=(.*)$/m.exec(text)?.[1] ?? "";
  const value = raw.replace(/\\(.)/g, (_, code: string) => ({ s: " ", n: "\n", t: "\t", r: "\r" })[code] ?? code);
  const words: string[] = [];
  let at = 0;
  while (at < value.length) {
    if (value[at] === " ") {
      at += 1;
      continue;
    }
    let word = "";
    if (value[at] === '"') {
      at += 1;
      while (value[at] !== '"') {
        if (at >= value.length) throw new Error("a quote is not closed");
        if (value[at] === "\\") at += 1;
        word += value[at];
        at += 1;
      }
      at += 1;
      if (at < value.length && value[at] !== " ") throw new Error("something follows a closing quote");
    } else {
      while (at < value.length && value[at] !== " ") {
        if (/["'\\><~|&;$*?#()`\t\n]/.test(value[at] ?? ""))
          throw new Error(`a reserved character outside of quotes: ${value[at]}`);
        word += value[at];
        at += 1;
      }
    }
    words.push(
      word.replace(/%(.)/g, (code, next: string) => {
        if (next !== "%") throw new Error(`the field code ${code}`);
        return "%";
      }),
    );
  }
  return words;
}

describe("the autostart file", () => {
  it("names the app and starts it hidden", () => {
    const text = textOf("/opt/Plimsoll/plimsoll");
    expect(text.split("\n")[0]).toBe("[Desktop Entry]");
    expect(text).toMatch(/^Type=Application$/m);
    expect(text).toMatch(/^Name=Plimsoll$/m);
    expect(text).toMatch(/^Exec=\/opt\/Plimsoll\/plimsoll --hidden$/m);
    expect(text.endsWith("\n")).toBe(true);
    // One group, each key once, nothing but keys.
    const lines = text.trimEnd().split("\n").slice(1);
    expect(lines.filter((line) => !/^[A-Za-z0-9-]+(\[[a-z]{2}\])?=.+$/.test(line))).toEqual([]);
    expect(new Set(lines.map((line) => line.split("=")[0])).size).toBe(lines.length);
  });

  it.each([
    "/home/ada/My Apps/Plimsoll.AppImage",
    '/tmp/quo"te/$HOME/`id`/back\\slash/plimsoll',
    "/tmp/per%cent%U/plimsoll",
    "/tmp/a;b&c|d>e<f*g?h#i(j)k~l'm/plimsoll",
    "/home/ärger/日本/plimsoll",
    "/tmp/ends with backslash\\",
  ])("gives a desktop the very path %s", (program) => {
    expect(wordsOf(textOf(program))).toEqual([program, hiddenArgument]);
  });

  it("gives a desktop any path and argument that a file of this kind can hold", () => {
    const word = fc.string({ unit: "grapheme", minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 3 }), (name, args) => {
        const program = `/opt/${name}`;
        const entry = autostartEntry({ program, args });
        if ("text" in entry) expect(wordsOf(entry.text)).toEqual([program, ...args]);
        else expect([program, ...args].join("")).toMatch(/[\u0000-\u001f\u007f\ufffd=]/);
      }),
    );
  });

  it.each([
    ["/tmp/new\nExec=evil/plimsoll", "character"],
    ["/tmp/tab\tbed/plimsoll", "character"],
    ["/tmp/broken\ufffd/plimsoll", "character"],
    ["/tmp/a=b/plimsoll", "equals sign"],
    ["plimsoll", "absolute"],
  ])("is not written for %j, and says why", (program, why) => {
    expect(autostartEntry({ program, args: [] })).toEqual({ fault: expect.stringContaining(why) });
  });

  it("passes desktop-file-validate", async ({ skip }) => {
    const missing = await missingTools(["desktop-file-validate"]);
    if (missing !== null) return skip(missing);
    const path = join(folder, "plimsoll.desktop");
    await writeFile(path, textOf("/home/ada/My Apps/Plimsoll.AppImage"));
    const { stdout } = await promisify(execFile)("desktop-file-validate", [path]);
    expect(stdout).toBe("");
  });

  it("lies where the base directory specification says", () => {
    expect(autostartPath(undefined, "/home/ada")).toBe("/home/ada/.config/autostart/plimsoll.desktop");
    expect(autostartPath("", "/home/ada")).toBe("/home/ada/.config/autostart/plimsoll.desktop");
    expect(autostartPath("relative", "/home/ada")).toBe("/home/ada/.config/autostart/plimsoll.desktop");
    expect(autostartPath("/etc/xdg-ada", "/home/ada")).toBe("/etc/xdg-ada/autostart/plimsoll.desktop");
  });
});

describe("on Linux", () => {
  const command = { program: "/opt/plimsoll", args: [hiddenArgument] };
  const at = () => join(folder, "config", "autostart", "plimsoll.desktop");

  it("writes the file when asked, and takes it away", async () => {
    const login = autostartLoginItem(at(), command);
    expect(await login.state()).toEqual({ possible: true, on: false, file: at() });
    expect(await login.set(true)).toEqual({ possible: true, on: true, file: at() });
    expect(await readFile(at(), "utf8")).toContain("Exec=/opt/plimsoll --hidden\n");
    expect((await stat(at())).mode & 0o777).toBe(0o600);
    expect(await login.set(false)).toEqual({ possible: true, on: false, file: at() });
    await expect(readFile(at())).rejects.toThrow("ENOENT");
    expect(await login.set(false)).toEqual({ possible: true, on: false, file: at() });
  });

  it.each(["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = true "])(
    "says when another tool has switched it off by %s, and on again writes it anew",
    async (line) => {
      const login = autostartLoginItem(at(), command);
      await login.set(true);
      const text = (await readFile(at(), "utf8")).replace("X-GNOME-Autostart-enabled=true", line);
      await writeFile(at(), text);
      expect(isSwitchedOn(text)).toBe(false);
      expect((await login.state()).on).toBe(false);
      expect((await login.set(true)).on).toBe(true);
    },
  );

  it("keeps what a person added to an entry that starts this program, and mends one that starts another", async () => {
    const login = autostartLoginItem(at(), command);
    await login.set(true);
    const text = `${await readFile(at(), "utf8")}X-GNOME-Autostart-Delay=20\n`;
    await writeFile(at(), text);
    await login.set(true);
    expect(await readFile(at(), "utf8")).toBe(text);
    await writeFile(at(), text.replace("/opt/plimsoll", "/gone/plimsoll"));
    await login.set(true);
    expect(await readFile(at(), "utf8")).toContain("Exec=/opt/plimsoll --hidden\n");
  });

  it("says why it could not", async () => {
    const blocked = join(folder, "file", "autostart", "plimsoll.desktop");
    await writeFile(join(folder, "file"), "");
    expect(await autostartLoginItem(blocked, command).set(true)).toMatchObject({
      on: false,
      failure: { kind: "not-writable", path: expect.stringContaining("file") },
    });
    const odd = autostartLoginItem(at(), { program: "/opt/a=b", args: [] });
    expect(await odd.set(true)).toMatchObject({
      on: false,
      failure: { cause: expect.stringContaining("equals sign") },
    });
    await mkdir(at(), { recursive: true });
    expect(await autostartLoginItem(at(), command).state()).toMatchObject({
      on: false,
      failure: { kind: "not-writable", cause: "it is a folder" },
    });
  });

  it("leaves a file that nobody may change as it is", async ({ skip }) => {
    await mkdir(dirname(at()), { recursive: true });
    const open = await readOnly(dirname(at()));
    if (open === null) return skip("a folder cannot be mounted read-only here");
    try {
      expect(await autostartLoginItem(at(), command).set(true)).toMatchObject({
        on: false,
        failure: { kind: "not-writable" },
      });
    } finally {
      await open();
    }
  });
});

describe("on macOS and Windows", () => {
  function fake(state: Partial<ReturnType<LoginItemApi["getLoginItemSettings"]>> = {}) {
    const asked: unknown[] = [];
    let isOn = false;
    const api: LoginItemApi = {
      setLoginItemSettings: (settings) => {
        asked.push(settings);
        isOn = settings.openAtLogin ?? false;
      },
      getLoginItemSettings: (options) => {
        asked.push(options);
        return {
          openAtLogin: isOn,
          openAsHidden: false,
          wasOpenedAtLogin: false,
          wasOpenedAsHidden: false,
          restoreState: false,
          status: "enabled",
          executableWillLaunchAtLogin: isOn,
          launchItems: [],
          ...state,
        };
      },
    };
    return { api, asked };
  }
  const command = { program: "C:\\Program Files\\Plimsoll\\Plimsoll.exe", args: [hiddenArgument] };

  it("asks Windows for this program, hidden", async () => {
    const { api, asked } = fake();
    const login = systemLoginItem(api, "win32", command);
    expect(await login.state()).toEqual({ possible: true, on: false });
    expect(await login.set(true)).toEqual({ possible: true, on: true });
    expect(asked[1]).toEqual({ openAtLogin: true, path: command.program, args: [hiddenArgument] });
    expect(asked[2]).toEqual({ path: command.program, args: [hiddenArgument] });
    expect(await login.set(false)).toEqual({ possible: true, on: false });
  });

  it("believes Windows when its task manager has switched it off", async () => {
    const login = systemLoginItem(fake({ executableWillLaunchAtLogin: false }).api, "win32", command);
    expect(await login.set(true)).toEqual({ possible: true, on: false });
  });

  it("asks macOS for the app itself, and says when a person still has to agree", async () => {
    const { api, asked } = fake({ status: "requires-approval", openAtLogin: false });
    expect(await systemLoginItem(api, "darwin", command).set(true)).toEqual({
      possible: true,
      on: false,
      needsApproval: true,
    });
    expect(asked[0]).toEqual({ openAtLogin: true });
  });

  it("says what went wrong instead of throwing", async () => {
    const api: LoginItemApi = {
      setLoginItemSettings: () => {
        throw new Error("no service manager");
      },
      getLoginItemSettings: () => {
        throw new Error("no service manager");
      },
    };
    const failed = { possible: true, on: false, failure: { kind: "internal", cause: "no service manager" } };
    expect(await systemLoginItem(api, "darwin", command).set(true)).toEqual(failed);
    expect(await systemLoginItem(api, "darwin", command).state()).toEqual(failed);
  });

  it("is not possible elsewhere", async () => {
    expect(await noLoginItem.set(true)).toEqual({ possible: false, on: false });
    expect(await noLoginItem.state()).toEqual({ possible: false, on: false });
  });
});
