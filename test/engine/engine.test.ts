import { expect, test } from "vitest";
import { debianImage } from "../support/debian-image.ts";
import { sharedEngine } from "../support/shared-engine.ts";

test("a private daemon answers, and it is not the machine's own", async (ctx) => {
  const engine = sharedEngine(ctx);
  const info = JSON.parse(await engine.docker("info", "--format", "{{json .}}"));
  expect(info.DockerRootDir).toBe(`${engine.dir}/data`);
  expect(info.Images).toBeGreaterThanOrEqual(0);
});

test("a real Debian image is made, imported and listed", async (ctx) => {
  const engine = sharedEngine(ctx);
  const reference = await debianImage(engine, "bookworm");
  const [image] = JSON.parse(await engine.docker("image", "inspect", reference));
  expect(image).toMatchObject({ RepoTags: ["debian:bookworm"], Os: "linux", Config: { Cmd: ["bash"] } });
  expect(image.RootFS.Layers).toHaveLength(1);
  expect(image.Size).toBeGreaterThan(50_000_000);
});
