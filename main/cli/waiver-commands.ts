// `plimsoll waiver add|approve|revoke|list`: words and options. What they do is in waiver.ts.
import { type Command, Option } from "commander";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import { formatOption } from "./format-option.ts";
import { languageOption } from "./language-option.ts";
import { withPlaceOptions, withSubjectOptions } from "./scope-options.ts";
import { gather } from "./source-options.ts";
import type { WaiverAddOptions, WaiverDeedOptions, WaiverListOptions } from "./waiver.ts";

export function addWaiverCommands(program: Command, { world, end }: CommandHost): void {
  const waiver = program.command("waiver").description("failed controls that people agreed to live with, until a day");

  shared(
    waiver.command("list", { isDefault: true }).description("every waiver, whether it applies, and what to look at"),
  )
    .addOption(dayOption())
    .action(async (options: WaiverListOptions) => {
      const { listWaivers } = await import("./work.ts");
      end(await listWaivers(options, await world()));
    });

  shared(
    withPlaceOptions(
      withSubjectOptions(
        waiver
          .command("add")
          .description("ask for a waiver; another person approves it")
          .option("--control <id>", "such as cis-docker:4.1"),
      ),
    ),
  )
    .option("--reason <text>", "why the failure can be lived with")
    .option("--requester <name>", "who asks; default the user of this machine")
    .option("--until <day>", "the last day on which it holds (YYYY-MM-DD)")
    .option("--ticket <id>", "where it is discussed")
    .option("--renew <id>", "ask for more time for this waiver, until --until")
    .action(async (options: WaiverAddOptions) => {
      const { requestWaiver } = await import("./work.ts");
      end(await requestWaiver(options, await world()));
    });

  shared(waiver.command("approve").description("agree to a waiver that another person asked for"))
    .argument("<id>", "the waiver's id, or its beginning")
    .option("--by <name>", "who agrees; default the user of this machine")
    .action(async (id: string, options: WaiverDeedOptions) => {
      const { approve } = await import("./work.ts");
      end(await approve(id, options, await world()));
    });

  shared(waiver.command("revoke").description("take a waiver back; it stays in the file"))
    .argument("<id>", "the waiver's id, or its beginning")
    .option("--by <name>", "who takes it back; default the user of this machine")
    .option("--reason <text>", "why")
    .action(async (id: string, options: WaiverDeedOptions) => {
      const { revoke } = await import("./work.ts");
      end(await revoke(id, options, await world()));
    });
}

function shared(command: Command): Command {
  return command
    .option("--waivers <file>", "the file of waivers; default waivers.yaml in the state folder")
    .addOption(new Option("--pack <dir>", "a pack whose controls the file names; may be given again").argParser(gather))
    .addOption(formatOption())
    .addOption(languageOption());
}
