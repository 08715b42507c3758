// `plimsoll recommend IMAGE`: the image judged by all benchmarks, then the moves that help it, as text or JSON.
import { readableJson } from "../../shared/canonical-json.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import { recommendFor } from "../recommend.ts";
import type { Scanner } from "../scanner.ts";
import { type DecisionOptions, entitlementsOf } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData, type OwnDatesOption } from "./judging-data.ts";
import { readUnkept } from "./read-unkept.ts";
import { recommendationText } from "./recommendation-text.ts";
import type { SourceOptions } from "./source-options.ts";
import type { World } from "./world.ts";

export interface RecommendOptions extends SourceOptions, Pick<DecisionOptions, "entitlements">, OwnDatesOption {
  /** Read by judged-day.ts. */
  readonly on?: string;
  readonly format: Format;
  readonly lang?: Language;
}

/** Without `image`, the source must hold exactly one. Throws `usage` where the word names several images or none is given. */
export async function runRecommend(image: string | null, options: RecommendOptions, world: World): Promise<ExitCode> {
  const on = judgedDay(options.on, world.clock);
  const [catalogues, bought] = await Promise.all([judgingData(options, world), entitlementsOf(options, world)]);
  const run = await readUnkept(
    {
      names: image === null ? [] : [image],
      options,
      catalogues,
      entitlements: bought,
      on,
      rules: catalogues.rules,
      ...(image === null ? { before: (scanner) => refuseSeveral(scanner, world) } : {}),
    },
    world,
  );
  for (const { message } of run.errors) world.stderr.write(`plimsoll: ${message}\n`);
  const [audit, ...more] = run.images;
  if (audit === undefined) {
    if (run.errors.length > 0) return exitCodes.notAllDone;
    throw usage("the source holds no image");
  }
  if (more.length > 0) throw severalNamed(run.images.map((one) => `${displayName(one.image)} ${one.image.platform}`));
  const answer = recommendFor(audit, { ...catalogues, on });
  const language = options.lang ?? world.language;
  world.stdout.write(options.format === "json" ? readableJson(answer) : recommendationText(answer, language));
  return run.errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
}

/** Said before anything is read: a recommendation is for one image. */
async function refuseSeveral(scanner: Scanner, world: World): Promise<void> {
  const { images } = await scanner.list(world.signal);
  if (images.length > 1) throw severalNamed(images.map(displayName));
}

function severalNamed(names: readonly string[]): FailureError {
  const shown = names.slice(0, 5).map((name) => plainText(name, 100));
  const rest = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  return usage(`name one image; these are ${names.length}: ${shown.join(", ")}${rest}`);
}

function usage(cause: string): FailureError {
  return new FailureError({ kind: "usage", cause });
}
