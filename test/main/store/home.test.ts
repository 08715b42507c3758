import { chmod, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { homeFolder, openHome, stateVersion } from "../../../main/store/home.ts";

let folder = "";
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "plimsoll-home-")), "state");
});

describe("the state folder", () => {
  it("is where PLIMSOLL_HOME says, else the platform's place", () => {
    expect(homeFolder("/somewhere")).toBe("/somewhere");
    expect(homeFolder(undefined)).toMatch(/plimsoll/i);
    expect(homeFolder("")).toBe(homeFolder(undefined));
  });

  it("is made for its owner alone and says its version", async () => {
    await openHome(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(JSON.parse(await readFile(join(folder, "version.json"), "utf8"))).toEqual({ state: stateVersion });
    await expect(openHome(folder)).resolves.toMatchObject({ audits: join(folder, "audits") });
  });

  it.each([
    ["a newer Plimsoll's", JSON.stringify({ state: stateVersion + 1 }), /newer Plimsoll/],
    ["one that does not parse", "{", /does not parse/],
    ["one that says nothing", "{}", /does not parse/],
  ])("refuses %s", async (_name, text, cause) => {
    await openHome(folder);
    await writeFile(join(folder, "version.json"), text);
    await expect(openHome(folder)).rejects.toMatchObject({
      failure: { kind: "state-unusable", cause: expect.stringMatching(cause) },
    });
  });

  it("says in one line when its path is a file", async () => {
    const file = `${folder}-file`;
    await writeFile(file, "");
    await chmod(file, 0o600);
    await expect(openHome(file)).rejects.toMatchObject({ failure: { kind: "not-writable", path: file } });
  });
});
