// Owners, modes and protections in the folders of programs and libraries, wherever links put them.
import { describe, expect, it } from "vitest";
import { elfFile } from "../../../support/elf-builder.ts";
import { systemOf } from "../../../support/system-of.ts";
import { dir, fifo, file, hardlink, symlink, whiteout } from "../../../support/tar-entries.ts";

const paths = ({ first }: { readonly first: readonly { readonly path: string }[] }) => first.map(({ path }) => path);

describe("libraries", () => {
  it("counts what is there by owner and mode, links aside, and nothing of other folders", async () => {
    const { system } = await systemOf([
      [
        dir("/usr/lib"),
        symlink("/lib", "usr/lib"),
        file("/lib/a.so", "x", { uid: 1 }),
        file("/usr/lib/b.so", "x", { gid: 42, mode: 0o664 }),
        file("/usr/lib64/c.so", "x", { mode: 0o602 }),
        dir("/usr/local/bin", { uid: 1000, mode: 0o777 }),
        file("/usr/sbin/d", "x", { mode: 0o4755 }),
        symlink("/usr/bin/link", "/usr/sbin/d", { uid: 9 }),
        fifo("/usr/bin/pipe"),
        file("/opt/lib/e.so", "x", { uid: 9, mode: 0o777 }),
        file("/usr/share/f", "x", { uid: 9 }),
        file("/library/g", "x", { uid: 9 }),
      ],
      [file("/usr/lib/a.so", "y")],
    ]);
    const { examined, foreign, writable } = system.libraries;
    expect(paths(foreign)).toEqual(["/usr/lib/b.so", "/usr/local/bin"]);
    expect(paths(writable)).toEqual(["/usr/lib/b.so", "/usr/lib64/c.so", "/usr/local/bin"]);
    expect(foreign.first[0]).toEqual({ path: "/usr/lib/b.so", type: "file", mode: "664", uid: 0, gid: 42, layer: 0 });
    expect(examined).toBe(9);
  });

  it("follows a folder that is a link out of them, and is not led to the root", async () => {
    const { system } = await systemOf([
      [
        file("/opt/lib/a.so", "x", { uid: 7 }),
        symlink("/usr/local/lib", "/opt/lib"),
        symlink("/lib32", "/"),
        symlink("/lib64", "/lib64"),
        file("/data/b", "x", { uid: 7 }),
      ],
    ]);
    expect(paths(system.libraries.foreign)).toEqual(["/opt/lib/a.so"]);
  });

  it("lists the first thousand by path and counts all", async () => {
    const files = Array.from({ length: 6001 }, (_, at) => file(`/usr/lib/f${6000 - at}`, "", { uid: 1 }));
    const { foreign } = (await systemOf([files])).system.libraries;
    expect(foreign.count).toBe(6001);
    const expected = Array.from({ length: 6001 }, (_, at) => `/usr/lib/f${at}`).sort();
    expect(paths(foreign)).toEqual(expected.slice(0, 1000));
  });
});

describe("protections", () => {
  it("are those of programs and libraries that a container sees", async () => {
    const { system, limits } = await systemOf([
      [
        file("/usr/bin/sound", elfFile(), { mode: 0o755 }),
        file("/usr/bin/fixed", elfFile({ type: "executable" }), { mode: 0o755 }),
        file("/usr/bin/replaced", elfFile({ type: "executable" }), { mode: 0o755 }),
        file("/usr/bin/gone", elfFile({ type: "executable" }), { mode: 0o755 }),
        file("/usr/bin/script", "#!/bin/sh\n", { mode: 0o755 }),
        file("/usr/lib/stack.so.1.2", elfFile({ stack: "executable" })),
        hardlink("/usr/lib/again.so", "/usr/lib/stack.so.1.2"),
        file("/usr/lib/data.bin", elfFile({ type: "executable" })),
        file("/opt/app", elfFile({ type: "executable" }), { mode: 0o755 }),
        file("/opt/unused", elfFile({ type: "executable" })),
      ],
      [file("/usr/bin/replaced", elfFile(), { mode: 0o755 }), whiteout("/usr/bin/gone")],
    ]);
    expect(system.elf?.examined).toBe(6);
    expect(paths(system.elf?.fixedAddress ?? { first: [] })).toEqual(["/opt/app", "/usr/bin/fixed"]);
    expect(paths(system.elf?.executableStack ?? { first: [] })).toEqual(["/usr/lib/again.so", "/usr/lib/stack.so.1.2"]);
    expect(limits).toEqual([]);
  });

  it("of files that were not looked at become a note", async () => {
    const { system, limits } = await systemOf([
      [
        file("/usr/bin/cut", elfFile().subarray(0, 40), { mode: 0o755 }),
        file("/usr/bin/odd", elfFile({ headersAt: 5000 }), { mode: 0o755 }),
      ],
    ]);
    expect(system.elf?.examined).toBe(0);
    expect(limits).toMatchObject([{ weight: "note", where: "/usr/bin/cut" }]);
    expect(limits[0]?.reason).toMatch(/^2 programs or libraries were not looked at/);
  });
});
