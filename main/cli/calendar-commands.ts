// `plimsoll calendar`: words and options. What it does is in calendar.ts.
import type { Command } from "commander";
import type { CalendarOptions } from "./calendar.ts";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import { languageOption } from "./language-option.ts";
import { ownDatesOption } from "./own-dates-option.ts";
import { withSourceOptions } from "./source-options.ts";

export function addCalendarCommand(program: Command, { world, end }: CommandHost): void {
  withSourceOptions(
    program
      .command("calendar")
      .description("the support dates of your images as an iCalendar file")
      .argument("[image...]", "references, digests or ids; without one, every image whose audit is kept")
      .requiredOption("--output <file>", "where to write it, such as support.ics; - is stdout")
      .addOption(entitlementsOption())
      .addOption(ownDatesOption())
      .addOption(dayOption())
      .addOption(languageOption()),
  ).action(async (images: string[], options: CalendarOptions) => {
    const { writeCalendar } = await import("./work.ts");
    end(await writeCalendar(images, options, await world()));
  });
}
