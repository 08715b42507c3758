// What newer and own dates add to every start, beside the embedded snapshot alone, and how long taking an answer of the source
// lasts. Prints the figures; nothing is asserted about time, since machines differ.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withOwnDates } from "../../main/data/apply-own-lifecycle.ts";
import { loadCurrentLifecycle } from "../../main/data/current-lifecycle.ts";
import { importLifecycle } from "../../main/data/import-lifecycle.ts";
import { loadLifecycle } from "../../main/data/lifecycle-catalogue.ts";
import { loadOwnLifecycle } from "../../main/data/own-lifecycle.ts";
import { apiAnswer } from "../support/api-answer.ts";
import { byTurns, seconds } from "./timing.ts";

const shipped = "assets/data/lifecycle.json";

it("loads", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-bench-data-"));
  try {
    const embedded = await loadLifecycle(shipped);
    const path = join(folder, "full.json");
    await writeFile(path, JSON.stringify(apiAnswer(embedded, "2026-11-20")));
    const take = () => importLifecycle({ folder, known: embedded, path, now: new Date("2026-11-24T10:00:00Z") });
    await take();
    const withOwn = async () => {
      const { catalogue } = await loadCurrentLifecycle(shipped, folder);
      return withOwnDates(catalogue, await loadOwnLifecycle("docs/examples/lifecycle.yaml")).data;
    };
    const figures = await byTurns({
      "the embedded snapshot": () => seconds(() => loadLifecycle(shipped)),
      "the refreshed snapshot, with its digest checked": () => seconds(() => loadCurrentLifecycle(shipped, folder)),
      "the same with own dates": () => seconds(withOwn),
      "taking a full answer: checked, compared, kept": () => seconds(take),
    });
    for (const [name, time] of Object.entries(figures))
      process.stdout.write(`${name}: ${(time * 1000).toFixed(1)} ms\n`);
    expect((await withOwn()).products).toHaveLength(467);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
