import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openCliSettings, readCliSettings } from "../../../main/cli/settings-conf.ts";
import { defaultSettings } from "../../../shared/settings.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-settings-"));
});

describe("settings", () => {
  it("are the defaults where no file is, and reading makes none", async () => {
    expect(await readCliSettings(folder, "2026-11-24", () => undefined)).toEqual(defaultSettings);
    expect(await readdir(folder)).toEqual([]);
  });

  it("keep what was set, and a change of one leaves the others", async () => {
    const { settings } = await openCliSettings(folder, "2026-11-24");
    settings.set({ language: "de" });
    settings.set({ density: "compact" });
    const again = await openCliSettings(folder, "2026-11-24");
    expect(again.settings.get()).toEqual({ ...defaultSettings, language: "de", density: "compact" });
  });

  it("take the default for a value that does not fit, and keep keys they do not know", async () => {
    await writeFile(join(folder, "config.json"), JSON.stringify({ language: "fr", appearance: "dark", future: 1 }));
    const { settings } = await openCliSettings(folder, "2026-11-24");
    expect(settings.get()).toEqual({ ...defaultSettings, appearance: "dark" });
    settings.set({ language: "en" });
    expect(JSON.parse(await readFile(join(folder, "config.json"), "utf8"))).toMatchObject({
      future: 1,
      language: "en",
    });
  });

  it.each(["{ not json", "[1]", '"text"', ""])("set a file aside that holds %j, and say so", async (text) => {
    await writeFile(join(folder, "config.json"), text);
    const said: string[] = [];
    expect(await readCliSettings(folder, "2026-11-24", (line) => said.push(line))).toEqual(defaultSettings);
    expect(said).toHaveLength(1);
    expect(await readFile(join(folder, "config.broken-2026-11-24.json"), "utf8")).toBe(text);
  });

  it("never write over what was set aside before", async () => {
    for (const text of ["{ first", "{ second"]) {
      await writeFile(join(folder, "config.json"), text);
      await readCliSettings(folder, "2026-11-24", () => undefined);
    }
    expect(await readFile(join(folder, "config.broken-2026-11-24.json"), "utf8")).toBe("{ first");
    expect(await readFile(join(folder, "config.broken-2026-11-24-2.json"), "utf8")).toBe("{ second");
  });
});
