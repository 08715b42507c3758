// `plimsoll lifecycle`: windows, cover and next date, of images or of a product of the catalogue.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import { readableJson } from "../../shared/canonical-json.ts";
import { isCoveredOn } from "../../shared/cover.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { LifecycleEntry, SourceDate } from "../../shared/model/lifecycle.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import { say } from "../../shared/wording/say.ts";
import { coverWords, lifecycleWords } from "../../shared/wording/status.ts";
import { runAudit } from "../audit.ts";
import { type Catalogues, loadCatalogues } from "../catalogues.ts";
import { productLifecycle } from "../lifecycle/product-lifecycle.ts";
import { collectRun } from "./collect-run.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { openScanner } from "./open-scanner.ts";
import type { SourceOptions } from "./source-options.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface LifecycleOptions extends SourceOptions {
  readonly product?: string;
  readonly cycle?: string;
  /** Read by judged-day.ts. */
  readonly on?: string;
  readonly format: Format;
  readonly lang?: Language;
}

export async function runLifecycle(
  images: readonly string[],
  options: LifecycleOptions,
  world: World,
): Promise<ExitCode> {
  if (options.product === undefined && options.cycle !== undefined) {
    throw new FailureError({ kind: "usage", cause: "--cycle needs --product" });
  }
  const on = judgedDay(options.on, world.clock);
  const catalogues = await loadCatalogues(world.assets);
  return options.product === undefined
    ? ofImages(images, options, catalogues, on, world)
    : ofProduct(options.product, options, catalogues, on, world);
}

async function ofProduct(
  id: string,
  options: LifecycleOptions,
  catalogues: Catalogues,
  on: CalendarDay,
  world: World,
): Promise<ExitCode> {
  const answer = productLifecycle(catalogues.lifecycle, id, options.cycle ?? null, on);
  if (answer === null) {
    const what = options.cycle === undefined ? `product ${id}` : `cycle ${options.cycle} of ${id}`;
    throw new FailureError({
      kind: "usage",
      cause: `no ${what} in the lifecycle data of ${catalogues.lifecycle.date}`,
    });
  }
  const { source, date } = catalogues.lifecycle;
  if (options.format === "json") {
    world.stdout.write(
      readableJson({
        schema: "plimsoll/product@1",
        on,
        data: { source, date },
        product: answer.product,
        cycles: answer.entries,
      }),
    );
  } else {
    const language = options.lang ?? world.language;
    world.stdout.write(
      textTable(
        head(language),
        answer.entries.map((entry) => entryRow("", entry, on, language)),
      ),
    );
    world.stdout.write(`${source}, ${date}\n`);
  }
  return exitCodes.done;
}

async function ofImages(
  images: readonly string[],
  options: LifecycleOptions,
  catalogues: Catalogues,
  on: CalendarDay,
  world: World,
): Promise<ExitCode> {
  const scanner = await openScanner(options, world);
  let run: AuditRun;
  try {
    const events = runAudit(
      { ...catalogues, rules: [], on, scanner, clock: world.clock, tool: world.tool, previous: async () => null },
      { images: images.length === 0 ? null : images },
      world.signal,
    );
    run = await collectRun(events, world);
  } finally {
    await scanner.close();
  }
  const language = options.lang ?? world.language;
  if (options.format === "json") {
    world.stdout.write(
      readableJson({
        schema: "plimsoll/lifecycle@1",
        on,
        timeZone: run.timeZone,
        data: run.data.lifecycle,
        images: run.images.map((audit) => ({
          reference: displayName(audit.image),
          id: audit.image.id,
          status: audit.summary.lifecycle,
          supportedUntil: audit.summary.supportedUntil,
          components: audit.lifecycle,
        })),
        errors: run.errors,
      }),
    );
  } else {
    const rows = run.images.flatMap((audit) =>
      audit.lifecycle.map((entry) => entryRow(plainText(displayName(audit.image), 50), entry, on, language)),
    );
    world.stdout.write(textTable(head(language), rows));
    world.stdout.write(`${run.data.lifecycle.source}, ${run.data.lifecycle.date}\n`);
  }
  for (const { message } of run.errors) world.stderr.write(`plimsoll: ${message}\n`);
  return run.errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
}

function head(language: Language): string[] {
  return language === "de"
    ? ["Image", "Komponente", "Stand", "aktiv bis", "Support bis", "erweitert bis", "abgedeckt", "Nächstes", "Grund"]
    : ["image", "component", "status", "active until", "supported until", "extended until", "cover", "next", "why"];
}

function entryRow(name: string, entry: LifecycleEntry, on: CalendarDay, language: Language): string[] {
  return [
    name,
    plainText(entry.component.label, 40),
    lifecycleWords[entry.status][language],
    dateText(entry.dates.eoas, language),
    dateText(entry.dates.eol, language),
    dateText(entry.dates.eoes, language),
    coverText(entry, on, language),
    entry.next === null ? "–" : `${entry.next.date} (${entry.next.days} d)`,
    entry.phrase === undefined ? "" : plainText(say(entry.phrase, language), 80),
  ];
}

/** Whether you are covered on the day: asked only where there is something that can be covered. */
function coverText(entry: LifecycleEntry, on: CalendarDay, language: Language): string {
  if (entry.coverage.length === 0) return "–";
  return coverWords[isCoveredOn(entry, on) ? "covered" : "not-covered"][language];
}

/** A date, or the source's word: over without a date, or open without one. */
function dateText(date: SourceDate | null, language: Language): string {
  if (date === null) return "–";
  if (date === true) return language === "de" ? "vorbei" : "over";
  return date === false ? (language === "de" ? "offen" : "open") : date;
}
