// `plimsoll answer add|list|revoke`: words and options. What they do is in answer.ts.
import { type Command, Option } from "commander";
import type { AnswerAddOptions, AnswerListOptions, AnswerRevokeOptions } from "./answer.ts";
import type { CommandHost } from "./command-host.ts";
import { dayOption } from "./day-option.ts";
import { formatOption } from "./format-option.ts";
import { languageOption } from "./language-option.ts";
import { withSubjectOptions } from "./scope-options.ts";
import { gather } from "./source-options.ts";

export function addAnswerCommands(program: Command, { world, end }: CommandHost): void {
  const answer = program.command("answer").description("a person's answers to controls that only a person can decide");

  shared(answer.command("list", { isDefault: true }).description("every answer, and whether it holds"))
    .addOption(dayOption())
    .action(async (options: AnswerListOptions) => {
      const { listAnswers } = await import("./work.ts");
      end(await listAnswers(options, await world()));
    });

  shared(
    withSubjectOptions(
      answer.command("add").description("answer a control for images, containers, an engine or a host"),
    ),
  )
    .requiredOption("--control <id>", "such as cis-docker:4.2")
    .addOption(
      new Option("--status <status>", "what was found")
        .choices(["pass", "fail", "not-applicable"])
        .makeOptionMandatory(),
    )
    .requiredOption("--note <text>", "what was looked at, and why this is the answer")
    .requiredOption("--until <day>", "the last day on which it holds (YYYY-MM-DD), at most 366 days away")
    .option("--by <name>", "who answers; default the user of this machine")
    .option("--attachment <file>", "what was looked at: its name and SHA-256 are kept, not the file")
    .action(async (options: AnswerAddOptions) => {
      const { giveAnswer } = await import("./work.ts");
      end(await giveAnswer(options, await world()));
    });

  shared(answer.command("revoke").description("take an answer back; it stays in the file"))
    .argument("<id>", "the answer's id, or its beginning")
    .option("--by <name>", "who takes it back; default the user of this machine")
    .option("--reason <text>", "why")
    .action(async (id: string, options: AnswerRevokeOptions) => {
      const { takeAnswerBack } = await import("./work.ts");
      end(await takeAnswerBack(id, options, await world()));
    });
}

function shared(command: Command): Command {
  return command
    .option("--answers <file>", "the file of answers; default answers.yaml in the state folder")
    .addOption(new Option("--pack <dir>", "a pack whose controls the file names; may be given again").argParser(gather))
    .addOption(formatOption())
    .addOption(languageOption());
}
