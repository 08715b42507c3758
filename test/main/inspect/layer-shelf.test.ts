import { expect, it } from "vitest";
import { LayerShelf } from "../../../main/inspect/layer-shelf.ts";
import { file, image, memorySource } from "../../support/image-builder.ts";
import { layerOf } from "../../support/layer-of.ts";

it("holds layers up to a bound and says which image that keeps out; what is let go makes room", async () => {
  const built = [1, 2, 3].map((at) =>
    image()
      .layer(file("/etc/os-release", "x".repeat(1000 * at)))
      .tag(`image:${at}`),
  );
  const layers = await Promise.all(built.map(({ layers: [bytes] }) => layerOf(bytes ?? new Uint8Array())));
  const source = memorySource(built);
  const opened = await Promise.all(built.map(({ id }) => source.open(id, new AbortController().signal)));
  const shelf = new LayerShelf(5000);
  for (const { config } of opened) shelf.expect(config.diffIds);
  layers.forEach((facts, at) => void shelf.putBlob(`blob ${at}`, { kind: "read", facts }));

  const bound = (at: number) => {
    const one = opened[at];
    return one === undefined ? null : shelf.bind(one, [`blob ${at}`]);
  };
  expect(bound(0)).toEqual([layers[0]]);
  expect(bound(2)).toMatchObject({
    kind: "image-unreadable",
    reference: "image:3",
    layer: 0,
    cause: expect.stringContaining("read them one by one"),
  });
  shelf.release(opened[0]?.config.diffIds ?? []);
  shelf.release(opened[1]?.config.diffIds ?? []);
  const [, , last] = layers;
  if (last !== undefined) shelf.putBlob("blob 2", { kind: "read", facts: last });
  expect(bound(2)).toEqual([last]);
});
