import { describe, expect, it } from "vitest";
import { ensureSystemPackages, type System, sudoLine } from "../../scripts/setup/system-packages.mjs";

/** A Debian that has `have`, offers everything but `unknown`, and notes what apt-get was asked. */
function debian({ have = [] as string[], unknown = [] as string[], lists = true, works = true }) {
  const state = { have: new Set(have), lists, asked: [] as string[] };
  const system: System = {
    installed: async (names) => new Set(names.filter((name) => state.have.has(name))),
    known: async (name) => !unknown.includes(name),
    hasLists: () => state.lists,
    aptGet: async (args) => {
      state.asked.push(args.join(" "));
      if (args[0] === "update") state.lists = true;
      else if (works) for (const name of args.slice(3)) state.have.add(name);
      return works || args[0] === "update" ? null : "E: Unable to locate package";
    },
  };
  return { state, system };
}

const world = { platform: "linux", say: () => undefined };

describe("system packages", () => {
  it("asks apt-get for nothing when all of them are there", async () => {
    const { state, system } = debian({ have: ["qpdf", "libasound2t64"] });
    const result = await ensureSystemPackages(["qpdf", "libasound2"], { ...world, uid: 0, system });
    expect(result).toEqual({ missing: [], line: null });
    expect(state.asked).toEqual([]);
  });

  it("installs what is missing as root, and reads the lists first when there are none", async () => {
    const { state, system } = debian({ have: ["qpdf"], lists: false });
    const result = await ensureSystemPackages(["qpdf", "xvfb"], { ...world, uid: 0, system });
    expect(result.missing).toEqual([]);
    expect(state.asked).toEqual(["update", "install -y --no-install-recommends xvfb"]);
  });

  it("tells anybody else the exact line, and runs nothing", async () => {
    const { state, system } = debian({ unknown: ["libasound2"] });
    const result = await ensureSystemPackages(["libasound2", "dbus"], { ...world, uid: 1000, system });
    expect(result).toEqual({
      missing: ["libasound2", "dbus"],
      line: "sudo apt-get install -y --no-install-recommends libasound2t64 dbus",
    });
    expect(state.asked).toEqual([]);
  });

  it("puts the update in front of that line where apt has no lists", () => {
    expect(sudoLine(["dbus"], false)).toBe(
      "sudo apt-get update && sudo apt-get install -y --no-install-recommends dbus",
    );
  });

  it("tries once more with fresh lists, then says what is still missing", async () => {
    const { state, system } = debian({ works: false });
    const result = await ensureSystemPackages(["xvfb"], { ...world, uid: 0, system });
    expect(result).toEqual({ missing: ["xvfb"], line: "sudo apt-get install -y --no-install-recommends xvfb" });
    expect(state.asked.filter((line) => line.startsWith("install"))).toHaveLength(2);
  });

  it("claims nothing on a system without dpkg", async () => {
    const { state, system } = debian({});
    const without: System = { ...system, installed: async () => null };
    expect((await ensureSystemPackages(["xvfb"], { ...world, uid: 0, system: without })).missing).toEqual([]);
    expect((await ensureSystemPackages(["xvfb"], { ...world, platform: "darwin", uid: 0, system })).missing).toEqual(
      [],
    );
    expect(state.asked).toEqual([]);
  });
});
