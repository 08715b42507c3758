// The base of a real build: its layers are those of the image that it was built from, and of no other.
import { expect, it } from "vitest";
import { runAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { openSource } from "../../main/source/open-source.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import { day } from "../support/kept-run.ts";
import { viewImage } from "../support/merged-view-compare.ts";
import { sharedEngine } from "../support/shared-engine.ts";

it("an image that docker built has the image of its FROM line as its proven base, which has none", async (context) => {
  const engine = sharedEngine(context);
  const built = await viewImage(engine, "trixie");
  const world = { env: {}, homeDir: "/nonexistent", platform: process.platform, arch: process.arch, uid: 0 };
  const source = await openSource({ kind: "engine", url: `unix://${engine.socket}` }, world, {});
  const scanner = localScanner(source);
  const deps = {
    ...(await loadCatalogues("assets")),
    on: day("2026-11-24"),
    scanner,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC" },
    tool: { version: "0.1.0" },
    previous: async () => null,
  };
  const steps = runAudit(deps, { images: ["debian:trixie", built] }, new AbortController().signal);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  await scanner.close();
  const bases = new Map(step.value.images.map(({ image }) => [image.references[0], image.base]));
  const id = (await engine.docker("images", "--no-trunc", "--quiet", "debian:trixie")).trim();
  expect(bases.get("debian:trixie")).toBeUndefined();
  expect(bases.get(built)).toEqual({ layers: 1, proof: "shared-layers", references: ["debian:trixie"], id });
});
