// An audit in this very process, for what has to be measured without the command's own start.
import { runAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { openSource } from "../../main/source/open-source.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import { storedFacts } from "../../main/worker/stored-facts.ts";
import { CalendarDay } from "../../shared/calendar-day.ts";

export interface Took {
  /** Seconds until every image had its first verdicts, from config and history. */
  readonly first: number;
  readonly all: number;
  readonly images: number;
}

/** Audits these images of the engine at `socket` over the cache in `folder`, as the command does it. */
export async function auditHere(socket: string, folder: string, images: readonly string[]): Promise<Took> {
  const { env, arch, platform } = process;
  const catalogues = await loadCatalogues("assets");
  const uid = process.getuid?.() ?? null;
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const source = await openSource(
    { kind: "engine", url: `unix://${socket}` },
    { env, homeDir: "/nowhere", platform, arch, uid },
    {},
  );
  const trouble = (cause: string) => {
    throw new Error(`the cache is not used: ${cause}`);
  };
  const scanner = localScanner(source, storedFacts({ folder, uid, now: Date.now, build: "bench", trouble }));
  const today = CalendarDay.parse(new Date().toISOString().slice(0, 10));
  const clock = { today: () => today, now: () => new Date().toISOString(), zone: () => "UTC (UTC+00:00)" };
  const deps = { ...catalogues, on: today, scanner, clock, tool: { version: "bench" }, previous: async () => null };
  const steps = runAudit(deps, { images }, new AbortController().signal);
  const judged = new Set<string>();
  let first = Number.NaN;
  for (;;) {
    const step = await steps.next();
    if (step.done === true) {
      const all = elapsed();
      await scanner.close();
      if (step.value.errors.length > 0) throw new Error(JSON.stringify(step.value.errors));
      return { first, all, images: step.value.images.length };
    }
    if (step.value.kind === "audited") judged.add(step.value.key);
    if (judged.size === images.length && Number.isNaN(first)) first = elapsed();
  }
}
