// `plimsoll reminders list|snooze|done|reopen`: words and options. What they do is in reminders.ts.
import type { Command } from "commander";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import { formatOption } from "./format-option.ts";
import { languageOption } from "./language-option.ts";
import { ownDatesOption } from "./own-dates-option.ts";
import { packOption } from "./pack-option.ts";
import type { ReminderListOptions, ReminderOptions, SnoozeOptions } from "./reminders.ts";

export function addReminderCommands(program: Command, { world, end }: CommandHost): void {
  const reminders = program
    .command("reminders")
    .description("what ends soon: support, cover, waivers, keys, old audits");

  shared(
    reminders
      .command("list", { isDefault: true })
      .description("what is due, what is put off, and what comes next of each")
      .option("--due", "only what is due; ends with 1 when something is (for cron)")
      .option("--new", "of what is due, only what was not told before")
      .option("--mark", "with --due: remember that it was told, so that the app does not tell it again")
      .option("--all", "also what is done, passed or further away"),
  )
    .addOption(dayOption())
    .action(async (options: ReminderListOptions) => {
      const { listReminders } = await import("./work.ts");
      end(await listReminders(options, await world()));
    });

  shared(
    reminders
      .command("snooze")
      .description("put reminders off")
      .argument("<id...>", "ids or their beginnings, or a subject such as support:debian:12")
      .option("--until <day>", "the day on which they are due again (YYYY-MM-DD)")
      .option("--days <n>", "the same in days from today"),
  ).action(async (ids: string[], options: SnoozeOptions) => {
    const { snoozeReminders } = await import("./work.ts");
    end(await snoozeReminders(ids, options, await world()));
  });

  shared(
    reminders
      .command("done")
      .description("say that reminders were dealt with")
      .argument("<id...>", "ids or their beginnings, or a subject such as support:debian:12"),
  ).action(async (ids: string[], options: ReminderOptions) => {
    const { finishReminders } = await import("./work.ts");
    end(await finishReminders(ids, options, await world()));
  });

  shared(
    reminders
      .command("reopen")
      .description("take done or snooze back")
      .argument("<id...>", "ids or their beginnings, or a subject such as support:debian:12"),
  ).action(async (ids: string[], options: ReminderOptions) => {
    const { reopenReminders } = await import("./work.ts");
    end(await reopenReminders(ids, options, await world()));
  });
}

function shared(command: Command): Command {
  return command
    .option("--waivers <file>", "the file of waivers; default waivers.yaml in the state folder")
    .addOption(entitlementsOption())
    .addOption(ownDatesOption())
    .addOption(packOption())
    .addOption(formatOption())
    .addOption(languageOption());
}
