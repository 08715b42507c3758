// File capabilities: the attribute's bytes as the kernel has them, and what becomes of them through layers and hard links.
import { describe, expect, it } from "vitest";
import { decodeCapabilities } from "../../../../main/inspect/layer/file-capabilities.ts";
import { type NewMember, writeTar } from "../../../../main/tar/write-tar.ts";
import { readLayers } from "../../../support/read-images.ts";
import { file, hardlink, whiteout } from "../../../support/tar-entries.ts";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const netRaw = hex("01000002 00200000 00000000 00000000 00000000");
const xattrs = { "security.capability": netRaw };

describe("the attribute security.capability", () => {
  it.each<readonly [string, string, unknown]>([
    ["revision 1", "00000001 00040000 00000000", { capabilities: ["cap_net_bind_service"], effective: false }],
    ["revision 2", "01000002 00200000 00000000 00000000 00000000", { capabilities: ["cap_net_raw"], effective: true }],
    [
      "revision 2 with high and inheritable ones",
      "01000002 80000000 00000000 80000000 01000000",
      { capabilities: ["cap_setuid", "cap_bpf"], inheritable: ["cap_mac_override"], effective: true },
    ],
    [
      "revision 3 with a root of its own",
      "01000003 00002000 00000000 00000000 00000000 a0860100",
      { capabilities: ["cap_sys_admin"], effective: true, rootId: 100_000 },
    ],
    [
      "one that has no name yet",
      "01000002 00000000 00000000 00000080 00000000",
      { capabilities: ["cap_63"], effective: true },
    ],
    ["none at all", "00000002 00000000 00000000 00000000 00000000", { capabilities: [], effective: false }],
    ["revision 2 cut short", "01000002 00200000 00000000", null],
    ["revision 3 in the size of 2", "01000003 00200000 00000000 00000000 00000000", null],
    ["an unknown revision", "01000004 00200000 00000000 00000000 00000000", null],
    ["nothing", "", null],
  ])("of %s", (_, bytes, found) => {
    const value = hex(bytes);
    expect(decodeCapabilities(value)).toEqual(found);
  });
});

async function capable(...layers: readonly (readonly NewMember[])[]) {
  const { facts } = await readLayers(...layers.map((members) => writeTar(members)));
  return {
    files: facts.files.capabilities?.map(({ path, layer, links = [] }) => `${path}@${layer} ${links.join(" ")}`.trim()),
    limits: facts.limits
      .filter(({ fact, weight }) => fact === "files" && weight === "note")
      .map(({ reason }) => reason),
  };
}

describe("the capabilities of a file", () => {
  it.each<readonly [string, readonly (readonly NewMember[])[], readonly string[]]>([
    ["stay through layers that do not touch it", [[file("/a", "x", { xattrs })], [file("/b", "x")]], ["/a@0"]],
    ["are gone when a later layer has it without them", [[file("/a", "x", { xattrs })], [file("/a", "x")]], []],
    ["come with a later layer", [[file("/a", "x")], [file("/a", "x", { xattrs })]], ["/a@1"]],
    ["are gone with the file", [[file("/a", "x", { xattrs })], [whiteout("/a")]], []],
    ["are those of both its names", [[file("/a", "x", { xattrs }), hardlink("/b", "/a", { xattrs })]], ["/a@0 /b"]],
    ["are taken by a further name without them", [[file("/a", "x", { xattrs }), hardlink("/b", "/a")]], []],
    ["are given by a further name with them", [[file("/a", "x"), hardlink("/b", "/a", { xattrs })]], ["/a@0 /b"]],
    ["are the last entry's of the same path", [[file("/a", "x", { xattrs }), file("/a", "x")]], []],
  ])("%s", async (_, layers, files) => {
    expect(await capable(...layers)).toEqual({ files, limits: [] });
  });

  it("are said not to be understood where the kernel would not take them", async () => {
    const odd = { "security.capability": netRaw.subarray(0, 7) };
    const { files, limits } = await capable([file("/a", "x", { xattrs: odd }), file("/b", "x", { xattrs })]);
    expect(files).toEqual(["/b@0"]);
    expect(limits).toEqual([expect.stringContaining("capabilities of 1 files")]);
  });
});
