// `plimsoll recommend`: words and options. What it does is in recommend.ts.
import type { Command } from "commander";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import { formatOption } from "./format-option.ts";
import { languageOption } from "./language-option.ts";
import { ownDatesOption } from "./own-dates-option.ts";
import type { RecommendOptions } from "./recommend.ts";
import { withSourceOptions } from "./source-options.ts";

export function addRecommendCommand(program: Command, { world, end }: CommandHost): void {
  withSourceOptions(
    program
      .command("recommend")
      .description("the smallest move that helps an image, what it changes and what it costs")
      .argument("[image]", "a reference, digest or id; may be left out where the source holds one image")
      .addOption(entitlementsOption())
      .addOption(ownDatesOption())
      .addOption(dayOption())
      .addOption(formatOption())
      .addOption(languageOption()),
  ).action(async (image: string | undefined, options: RecommendOptions) => {
    const { runRecommend } = await import("./work.ts");
    end(await runRecommend(image ?? null, options, await world()));
  });
}
