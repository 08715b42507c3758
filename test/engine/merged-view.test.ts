// The merged view against the engine's own: every entry of `docker export` of a created container, and the packages
// against dpkg-query inside it. What other programs write is in written-by-others.test.ts.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { openArchive } from "../../main/source/archive/open-archive.ts";
import { hostPlatform } from "../../main/source/platform.ts";
import {
  expectSameView,
  exportedEntries,
  queriedPackages,
  suites,
  viewImage,
  viewOfSource,
} from "../support/merged-view-compare.ts";
import { sharedEngine } from "../support/shared-engine.ts";

const never = new AbortController().signal;

describe("the merged view of a real image", () => {
  it.for(suites)("equals docker export and dpkg-query entry by entry for %s", async (suite, context) => {
    const engine = sharedEngine(context);
    const folder = await mkdtemp(join(tmpdir(), "plimsoll-view-"));
    try {
      const tag = await viewImage(engine, suite);
      const path = join(folder, "save.tar");
      await engine.docker("save", "--output", path, tag);
      const source = await openArchive(path, { wanted: null, host: hostPlatform(process.arch) }, never);
      const view = await viewOfSource(source, null, never);
      await source.close();
      const entries = await exportedEntries(engine, tag, join(folder, "export.tar"));
      expectSameView(`docker save of ${suite}`, view, { entries, packages: await queriedPackages(engine, tag) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
