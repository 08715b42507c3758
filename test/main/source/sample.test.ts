import { expect, it } from "vitest";
import { hostPlatform } from "../../../main/source/platform.ts";
import { sampleSource } from "../../../main/source/sample/sample-source.ts";
import { readTar } from "../../../main/tar/read-tar.ts";

const signal = new AbortController().signal;
const source = sampleSource({ wanted: null, host: hostPlatform("arm64") });

it("the sample has the same digests on every machine", async () => {
  const { images } = await source.list(signal);
  expect(images.map(({ references, id, platform }) => [references, id, platform])).toMatchInlineSnapshot(`
    [
      [
        [
          "plimsoll/sample-hardened:1",
        ],
        "sha256:8f6c1449fadd5fda97bc622e362509457c04c85caa62597a31e27e37015f6456",
        "linux/amd64",
      ],
      [
        [
          "plimsoll/sample-legacy:1",
        ],
        "sha256:21f189ef014ab3ce4e223970419d24a4aee20bb65acf70f44aad3591611579e8",
        "linux/amd64",
      ],
    ]
  `);
});

it("the sample's layers are tars whose members the config's history accounts for", async () => {
  const { images } = await source.list(signal);
  const paths = new Map<string, string[]>();
  for await (const delivery of source.layers(
    images.map(({ key }) => key),
    () => true,
    signal,
  )) {
    if (delivery.kind === "blob") {
      const members: string[] = [];
      for await (const { entry } of readTar(delivery.blob.bytes, signal)) members.push(entry.path);
      paths.set(delivery.blob.key, members);
      continue;
    }
    if (delivery.kind !== "bound") throw new Error("expected a binding");
    const { history, diffIds } = delivery.image.config;
    expect(history.filter((step) => !step.emptyLayer)).toHaveLength(diffIds.length);
    expect(delivery.blobs.every((blob) => (paths.get(blob ?? "")?.length ?? 0) > 0)).toBe(true);
  }
  expect([...paths.values()].flat()).toEqual(
    expect.arrayContaining([
      "root/.ssh/id_rsa",
      "root/.ssh/.wh.id_rsa",
      "var/lib/dpkg/status",
      "var/lib/dpkg/status.d/libc6",
    ]),
  );
});
