// `plimsoll data status|refresh|import`: words and options. What they do is in data.ts.
import type { Command } from "commander";
import type { CommandHost } from "./command-host.ts";
import type { DataImportOptions, DataOptions, DataRefreshOptions } from "./data.ts";
import { dayOption } from "./day-option.ts";
import { formatOption } from "./format-option.ts";
import { languageOption } from "./language-option.ts";
import { ownDatesOption } from "./own-dates-option.ts";

export function addDataCommands(program: Command, { world, end }: CommandHost): void {
  const data = program.command("data").description("the data that judges: its age, refreshing it, carrying it over");

  data
    .command("status", { isDefault: true })
    .description("what ships with this version, what is newer, own dates, and how old each is")
    .addOption(ownDatesOption())
    .addOption(dayOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: DataOptions) => {
      const { showData } = await import("./work.ts");
      end(await showData(options, await world()));
    });

  data
    .command("refresh")
    .description("ask endoflife.date for newer dates, once; nothing about this machine or its images is sent")
    .option("--force", "ask also where that was done within a day")
    .option("--url <address>", "ask a mirror of endoflife.date's /api/v1/products/full instead")
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: DataRefreshOptions) => {
      const { refreshData } = await import("./work.ts");
      end(await refreshData(options, await world()));
    });

  data
    .command("import")
    .description("take newer dates from a file, for machines without a network")
    .argument("<file>", "the answer of endoflife.date's /api/v1/products/full as JSON, also with gzip")
    .option("--digest <sha256>", "the file's SHA-256, checked before anything of it is read")
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (file: string, options: DataImportOptions) => {
      const { importData } = await import("./work.ts");
      end(await importData(file, options, await world()));
    });
}
