// Signs of paid support in files of an image, of any content.
import { describe, expect, it } from "vitest";
import { keepOf } from "../../../../main/inspect/layer/capture.ts";
import { extendedSupportSigns } from "../../../../main/inspect/system/extended-support.ts";
import { isSupportSign } from "../../../../main/inspect/system/support-signs.ts";
import type { External } from "../../../../shared/model/facts.ts";
import { filesOf } from "../../../support/layer-of.ts";
import { file, symlink } from "../../../support/tar-entries.ts";

const status = "/var/lib/ubuntu-advantage/status.json";
const manifest = "/root/buildinfo/content_manifests/ubi9-container-9.4-1214.json";

async function signs(...files: [path: string, text: string][]): Promise<unknown[]> {
  const found = extendedSupportSigns(await filesOf(files.map(([path, text]) => file(path, text))));
  return found.map(({ kind, source, data }: External) => [kind, source, data]);
}

describe("extendedSupportSigns", () => {
  it("names the services of Ubuntu Pro that are enabled, and nothing else of the client's status", async () => {
    const services = [
      { name: "esm-infra", status: "enabled" },
      { name: "esm-apps", status: "disabled" },
      { name: "fips", status: "enabled" },
    ];
    const text = JSON.stringify({ account: { name: "Jane", id: "aAx" }, contract: { id: "c-1" }, services });
    expect(await signs([status, text])).toEqual([["ubuntu-pro", status, { services: ["esm-infra", "fips"] }]]);
    expect(await signs([status, JSON.stringify({ services: [{ name: "esm-infra", status: "n/a" }] })])).toEqual([]);
  });

  const sources: [why: string, path: string, text: string, found: string[]][] = [
    [
      "a source in use",
      "/etc/apt/sources.list.d/ubuntu-esm-infra.list",
      "deb https://esm.ubuntu.com/infra/ubuntu focal-infra-security main\n",
      ["https://esm.ubuntu.com/infra/ubuntu"],
    ],
    [
      "one that is commented out",
      "/etc/apt/sources.list",
      "# deb https://esm.ubuntu.com/infra/ubuntu focal main\n",
      [],
    ],
    [
      "one with a name and password, which are not kept",
      "/etc/apt/sources.list",
      "deb https://bearer:S3cretT0ken9x@esm.ubuntu.com/apps/ubuntu focal main",
      ["https://esm.ubuntu.com/apps/ubuntu"],
    ],
    ["FIPS", "/etc/apt/sources.list", "deb https://esm.ubuntu.com/fips/ubuntu focal main", []],
    ["a real-time kernel", "/etc/apt/sources.list", "deb https://esm.ubuntu.com/realtime/ubuntu jammy main", []],
    ["a host of a similar name", "/etc/apt/sources.list", "deb https://esm.ubuntu.com.example.org/infra/ x main", []],
    [
      "the newer form",
      "/etc/apt/sources.list.d/ubuntu-esm-apps.sources",
      "Types: deb\nURIs: https://esm.ubuntu.com/apps/ubuntu\nSuites: noble-apps-security\n",
      ["https://esm.ubuntu.com/apps/ubuntu"],
    ],
    [
      "the newer form, switched off",
      "/etc/apt/sources.list.d/ubuntu-esm-apps.sources",
      "Types: deb\nEnabled: no\nURIs: https://esm.ubuntu.com/apps/ubuntu\n",
      [],
    ],
  ];
  it.each(sources)("%s", async (_why, path, text, found) => {
    expect(await signs([path, text])).toEqual(found.length === 0 ? [] : [["ubuntu-pro", path, { sources: found }]]);
  });

  it("lists the content sets of Red Hat's manifests, also through links between folders", async () => {
    const sets = ["rhel-9-for-x86_64-baseos-rpms", "rhel-9-for-x86_64-baseos-eus-rpms"];
    expect(await signs([manifest, JSON.stringify({ content_sets: sets })])).toEqual([
      ["rhel-content-manifest", manifest, { content_sets: [sets[1], sets[0]] }],
    ]);
    const linked = await filesOf([
      symlink("/root/buildinfo/content_manifests", "/usr/share/buildinfo/content_manifests"),
      file("/usr/share/buildinfo/content_manifests/a.json", JSON.stringify({ content_sets: [sets[1]] })),
    ]);
    expect(extendedSupportSigns(linked)).toHaveLength(1);
  });

  it("bounds what it keeps, and those of extended updates come first", async () => {
    const sets = [...Array.from({ length: 3000 }, (_, n) => `set-${n}-${"x".repeat(1000)}`), "appstream-eus-rpms"];
    const [found] = (await signs([manifest, JSON.stringify({ content_sets: sets })])) as [
      [string, string, { content_sets: string[] }],
    ];
    expect(found[2].content_sets).toHaveLength(500);
    expect(found[2].content_sets[0]).toBe("appstream-eus-rpms");
    expect(Math.max(...found[2].content_sets.map((set) => set.length))).toBe(300);
    const many = Array.from({ length: 80 }, (_, n): [string, string] => [
      `/root/buildinfo/content_manifests/${String(n).padStart(3, "0")}.json`,
      '{"content_sets":["a"]}',
    ]);
    const files = await filesOf(many.map(([path, text]) => file(path, text)));
    expect(extendedSupportSigns(files)).toHaveLength(50);
    expect(files.limits.sorted()).toMatchObject([{ fact: "external", weight: "note" }]);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    "7",
    '{"services":7}',
    '{"services":[null,7,{"name":{}}]}',
    '{"__proto__":{"services":[]}}',
  ])("takes no harm from %j", async (text) => {
    expect(await signs([status, text], [manifest, text])).toEqual([]);
  });

  it("says where a file is no JSON", async () => {
    const files = await filesOf([file(status, "{")]);
    expect(extendedSupportSigns(files)).toEqual([]);
    expect(files.limits.sorted()).toMatchObject([{ fact: "external", where: status, weight: "note" }]);
  });
});

it("these files are kept while a layer streams by", () => {
  expect([keepOf(status), keepOf(manifest), keepOf("/app/status.json")]).toEqual(["settings", "text", null]);
  expect(isSupportSign("/etc/buildinfo/labels.json")).toBe(false);
});
