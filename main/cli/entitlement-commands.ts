// `plimsoll entitlement add|list|remove`: words and options. What they do is in entitlement.ts.
import type { Command } from "commander";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import type { EntitlementAddOptions, EntitlementListOptions, EntitlementRemoveOptions } from "./entitlement.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import { formatOption } from "./format-option.ts";
import { languageOption } from "./language-option.ts";

export function addEntitlementCommands(program: Command, { world, end }: CommandHost): void {
  const entitlement = program
    .command("entitlement")
    .description("extended support that was bought: from whom, for what, until when");

  shared(entitlement.command("list", { isDefault: true }).description("every entry, and how it stands"))
    .addOption(dayOption())
    .action(async (options: EntitlementListOptions) => {
      const { listEntitlements } = await import("./work.ts");
      end(await listEntitlements(options, await world()));
    });

  shared(entitlement.command("add").description("write down what was bought"))
    .option("--provider <name>", "who sells it, such as Freexian or Canonical")
    .option("--programme <name>", "which of the seller's programmes, such as ELTS; default any that fits")
    .option("--product <id>", "for which product, in endoflife.date's words")
    .option("--cycle <name>", "for which cycle of it; default all")
    .option("--image <pattern>", "for which images, by reference; * for a part of a name, ** for any folders")
    .option("--contract <ref>", "the contract's reference")
    .option("--from <day>", "first day of cover (YYYY-MM-DD); default the day after general support")
    .option("--until <day>", "last day of cover (YYYY-MM-DD)")
    .option("--by <name>", "who records it; default the user of this machine")
    .option("--note <text>", "what else is to be known")
    .action(async (options: EntitlementAddOptions) => {
      const { recordEntitlement } = await import("./work.ts");
      end(await recordEntitlement(options, await world()));
    });

  shared(entitlement.command("remove").description("say that an entry no longer holds; it stays in the file"))
    .argument("<id>", "the entry's id, or its beginning")
    .option("--by <name>", "who says so; default the user of this machine")
    .option("--reason <text>", "why")
    .action(async (id: string, options: EntitlementRemoveOptions) => {
      const { takeEntitlementAway } = await import("./work.ts");
      end(await takeEntitlementAway(id, options, await world()));
    });
}

function shared(command: Command): Command {
  return command.addOption(entitlementsOption()).addOption(formatOption()).addOption(languageOption());
}
