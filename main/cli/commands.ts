// Every command with its words and options, in one place. What a command does is loaded when it is called (work.ts): the
// command line answers `--version` and a typing mistake without reading half of Plimsoll.
import { type Command, Option } from "commander";
import { addAnswerCommands } from "./answer-commands.ts";
import type { AuditOptions } from "./audit-options.ts";
import { withAuditOptions } from "./audit-options.ts";
import { addCalendarCommand } from "./calendar-commands.ts";
import type { CommandHost } from "./command-host.ts";
import type { ControlsOptions } from "./controls.ts";
import { addDataCommands } from "./data-commands.ts";
import { dayOption } from "./day-option.ts";
import { addEntitlementCommands } from "./entitlement-commands.ts";
import { entitlementsOption } from "./entitlements-option.ts";
import { formatOption } from "./format-option.ts";
import type { HistoryOptions } from "./history.ts";
import type { ImagesOptions } from "./images.ts";
import type { KeyOptions } from "./key.ts";
import { languageOption } from "./language-option.ts";
import type { LifecycleOptions } from "./lifecycle.ts";
import { addMigrateCommand } from "./migrate-commands.ts";
import { ownDatesOption } from "./own-dates-option.ts";
import { packOption } from "./pack-option.ts";
import { addRecommendCommand } from "./recommend-commands.ts";
import { addReminderCommands } from "./reminders-commands.ts";
import { addReportCommands } from "./report-commands.ts";
import { withSourceOptions } from "./source-options.ts";
import type { VerifyOptions } from "./verify.ts";
import { addWaiverCommands } from "./waiver-commands.ts";

/** Adds all commands to `program`. */
export function addCommands(program: Command, { world, end }: CommandHost): void {
  withSourceOptions(program.command("images").description("list the images of a source, and what is left out and why"))
    .addOption(formatOption())
    .action(async (options: ImagesOptions) => {
      const { runImages } = await import("./work.ts");
      end(await runImages(options, await world()));
    });

  withAuditOptions(
    program
      .command("audit")
      .description("judge images against benchmarks and support lifecycles")
      .argument("[image...]", "references, digests or ids; without one, every image of the source"),
  ).action(async (images: string[], options: AuditOptions) => {
    const { runAuditCommand } = await import("./work.ts");
    end(await runAuditCommand(images, options, await world()));
  });

  program
    .command("verify")
    .description("check reports and packs: integrity, identity, time")
    .argument("<path...>", "report.pdf, statement.dsse.json, or the folder of a pack")
    .option("--trust <file>", "certificates (PEM) or fingerprints that you have confirmed")
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (paths: string[], options: VerifyOptions) => {
      const { runVerify } = await import("./work.ts");
      end(await runVerify(paths, options, await world()));
    });

  withSourceOptions(
    program
      .command("lifecycle")
      .description("until when, and by whom, images or a product are supported")
      .argument("[image...]", "references, digests or ids; without one, every image of the source")
      .option("--product <id>", "a product of the catalogue instead of images, in endoflife.date's words")
      .option("--cycle <name>", "one cycle of that product")
      .option("--windows", "every window of support as well: phase, provider, days, source, and whether it counts")
      .addOption(entitlementsOption())
      .addOption(ownDatesOption())
      .addOption(dayOption())
      .addOption(formatOption())
      .addOption(languageOption()),
  ).action(async (images: string[], options: LifecycleOptions) => {
    const { runLifecycle } = await import("./work.ts");
    end(await runLifecycle(images, options, await world()));
  });

  addCalendarCommand(program, { world, end });

  addRecommendCommand(program, { world, end });

  addMigrateCommand(program, { world, end });

  const controls = program.command("controls").description("the rule catalogue, with mappings");
  controls
    .command("list", { isDefault: true })
    .description("every control of every benchmark")
    .addOption(packOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: ControlsOptions) => {
      const { listControls } = await import("./work.ts");
      end(await listControls(options, await world()));
    });
  controls
    .command("show")
    .description("one control in full words")
    .argument("<id>", "such as cis-docker:4.1")
    .addOption(packOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (id: string, options: ControlsOptions) => {
      const { showControl } = await import("./work.ts");
      end(await showControl(id, options, await world()));
    });

  addWaiverCommands(program, { world, end });
  addAnswerCommands(program, { world, end });
  addReminderCommands(program, { world, end });
  addEntitlementCommands(program, { world, end });

  addDataCommands(program, { world, end });

  addReportCommands(program, { world, end });

  const history = program.command("history").description("audits kept, and what changed between two");
  history
    .command("list", { isDefault: true })
    .description("every kept run, newest last")
    .addOption(formatOption())
    .action(async (options: HistoryOptions) => {
      const { listRuns } = await import("./work.ts");
      end(await listRuns(options, await world()));
    });
  history
    .command("show")
    .description("one kept run")
    .argument("<run>", "the run's id, or its beginning")
    .addOption(formatOption())
    .action(async (id: string, options: HistoryOptions) => {
      const { showRun } = await import("./work.ts");
      end(await showRun(id, options, await world()));
    });
  history
    .command("compare")
    .description("what changed from one run to another")
    .argument("<before>", "the earlier run")
    .argument("<after>", "the later run")
    .addOption(formatOption())
    .action(async (before: string, after: string, options: HistoryOptions) => {
      const { compareKept } = await import("./work.ts");
      end(await compareKept(before, after, options, await world()));
    });

  const key = program.command("key").description("the signing key");
  key
    .command("show", { isDefault: true })
    .description("name, fingerprint, validity and protection of the signing key")
    .addOption(new Option("--identity <name>", "which identity").default("default"))
    .addOption(formatOption())
    .action(async (options: KeyOptions) => {
      const { showKey } = await import("./work.ts");
      end(await showKey(options, await world()));
    });
}
