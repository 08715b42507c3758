// `plimsoll report make`: words and options. What it does is in report.ts.
import { type Command, Option } from "commander";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import { languageOption } from "./language-option.ts";
import { ownDatesOption } from "./own-dates-option.ts";
import type { ReportMakeOptions } from "./report-options.ts";
import { withSourceOptions } from "./source-options.ts";

export function addReportCommands(program: Command, { world, end }: CommandHost): void {
  const report = program.command("report").description("signed documents from what was audited");

  withSourceOptions(
    report
      .command("make")
      .description("write a signed report of a kept run, or a form over the images of kept audits")
      .argument("[run-or-image...]", "the run of a report; with --form, only these images (default: all)")
      .addOption(
        new Option("--form <name>", "pci-12.3.4: the yearly review of technologies in use").choices(["pci-12.3.4"]),
      )
      .requiredOption("--output <dir>", "write the signed evidence into this folder")
      .option("--period-end <day>", "with --form: the last day of the year that is reviewed; default the day judged")
      .option("--technologies <file>", "with --form: owners and plans; default technologies.yaml in the state folder")
      .addOption(entitlementsOption())
      .addOption(ownDatesOption())
      .addOption(dayOption())
      .addOption(languageOption())
      .option("--identity <name>", "sign with this identity", "default")
      .option("--passphrase-file <file>", "file whose first line opens the signing key"),
  ).action(async (words: string[], options: ReportMakeOptions) => {
    const { makeReport } = await import("./work.ts");
    end(await makeReport(words, options, await world()));
  });
}
