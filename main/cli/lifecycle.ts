// `plimsoll lifecycle`: windows, cover and next date, of images or of a product of the catalogue.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import { readableJson } from "../../shared/canonical-json.ts";
import { entitlementRecord } from "../../shared/entitlement-uses.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import type { EntitlementSet, RunEntitlements } from "../../shared/model/entitlement.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { LifecycleEntry } from "../../shared/model/lifecycle.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { displayName } from "../../shared/reference.ts";
import { ageOf, coverSaid, windowReason } from "../../shared/window-reason.ts";
import { lifecycleSaid } from "../audit.ts";
import type { Catalogues } from "../catalogues.ts";
import { productLifecycle } from "../lifecycle/product-lifecycle.ts";
import { type DecisionOptions, decisionPath, entitlementsOf } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData, type OwnDatesOption } from "./judging-data.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { words } from "./lifecycle-words.ts";
import { readUnkept } from "./read-unkept.ts";
import type { SourceOptions } from "./source-options.ts";
import type { World } from "./world.ts";

export interface LifecycleOptions extends SourceOptions, Pick<DecisionOptions, "entitlements">, OwnDatesOption {
  readonly product?: string;
  readonly cycle?: string;
  /** Every window as a row of a table of its own. */
  readonly windows?: boolean;
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
  const [catalogues, bought] = await Promise.all([judgingData(options, world), entitlementsOf(options, world)]);
  const given = { options, catalogues, bought, on, world };
  return options.product === undefined ? ofImages(images, given) : ofProduct(options.product, given);
}

interface Given {
  readonly options: LifecycleOptions;
  readonly catalogues: Catalogues;
  /** null = there is no file of entitlements. */
  readonly bought: EntitlementSet | null;
  readonly on: CalendarDay;
  readonly world: World;
}

async function ofProduct(id: string, given: Given): Promise<ExitCode> {
  const { options, catalogues, bought, on, world } = given;
  const cover = bought === null ? undefined : { entitlements: bought, references: [] };
  const answer = productLifecycle(catalogues.lifecycle, id, options.cycle ?? null, on, cover);
  if (answer === null) {
    const what = options.cycle === undefined ? `product ${id}` : `cycle ${options.cycle} of ${id}`;
    throw new FailureError({
      kind: "usage",
      cause: `no ${what} in the lifecycle data of ${catalogues.lifecycle.date}`,
    });
  }
  const { source, date } = catalogues.lifecycle;
  const { product, entries } = answer;
  const record = entitlementRecord([{ lifecycle: entries }], bought ?? undefined).entitlements;
  if (options.format === "json") {
    world.stdout.write(
      readableJson({
        schema: "plimsoll/product@1",
        on,
        data: lifecycleSaid(catalogues.lifecycle),
        ...fileRecord(record, given),
        product,
        cycles: entries.map((entry) => withCover(entry, on)),
      }),
    );
  } else {
    const language = options.lang ?? world.language;
    const listed = [{ name: "", entries }];
    world.stdout.write(lifecycleText(listed, on, language, options.windows === true || options.cycle !== undefined));
    world.stdout.write(sourcesText({ source, date }, record, given, language));
  }
  return exitCodes.done;
}

async function ofImages(images: readonly string[], given: Given): Promise<ExitCode> {
  const { options, catalogues, bought, on, world } = given;
  const question = { names: images, options, catalogues, entitlements: bought, on, rules: [] };
  const run = await readUnkept(question, world);
  if (options.format === "json") {
    world.stdout.write(
      readableJson({
        schema: "plimsoll/lifecycle@1",
        on,
        timeZone: run.timeZone,
        data: run.data.lifecycle,
        ...fileRecord(run.entitlements, given),
        images: run.images.map((audit) => ({
          reference: displayName(audit.image),
          id: audit.image.id,
          status: audit.summary.lifecycle,
          supportedUntil: audit.summary.supportedUntil,
          components: audit.lifecycle.map((entry) => withCover(entry, on)),
        })),
        errors: run.errors,
      }),
    );
  } else {
    const language = options.lang ?? world.language;
    const listed = run.images.map((audit) => ({
      name: displayName(audit.image),
      entries: audit.lifecycle,
      supportedUntil: audit.summary.supportedUntil,
    }));
    if (listed.length > 0) world.stdout.write(lifecycleText(listed, on, language, options.windows === true));
    world.stdout.write(sourcesText(run.data.lifecycle, run.entitlements, given, language));
  }
  for (const { message } of run.errors) world.stderr.write(`plimsoll: ${message}\n`);
  return run.errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
}

/** A component with what follows from its windows on the day: cover, and per window why it counts and how old its source is. */
function withCover(entry: LifecycleEntry, on: CalendarDay) {
  const coverage = entry.coverage.map((window) => {
    const ageDays = ageOf(window, on);
    return { ...window, reason: windowReason(window, entry), ...(ageDays === null ? {} : { ageDays }) };
  });
  return { ...entry, coverage, cover: coverSaid(entry, on) };
}

function fileRecord(record: RunEntitlements | undefined, { options, world }: Given) {
  if (record === undefined) return {};
  return { entitlements: { file: decisionPath("entitlements", options, world), ...record } };
}

/** Where the dates come from and how old they are, and how many entries of the file of entitlements count here. */
function sourcesText(
  { source, date }: AuditRun["data"]["lifecycle"],
  record: RunEntitlements | undefined,
  { bought, on }: Given,
  language: Language,
): string {
  const age = `\n${source}, ${date} (${Math.max(0, daysBetween(date, on))} ${words.data[language]})\n`;
  if (record === undefined) return age;
  const counts = `${record.used.length} ${words.of[language]} ${bought?.entitlements.length ?? 0}`;
  return `${age}${words.bought[language]}: ${counts} (${record.digest.slice(0, 19)})\n`;
}
