// `plimsoll migrate`: words and options. What it does is in migrate.ts.
import { type Command, Option } from "commander";
import type { CommandHost } from "./command-host.ts";
import { languageOption } from "./language-option.ts";
import type { MigrateOptions } from "./migrate.ts";

export function addMigrateCommand(program: Command, { world, end }: CommandHost): void {
  program
    .command("migrate")
    .description("a Dockerfile's move to Docker Hardened Images, as a patch to review")
    .argument("<dockerfile>", "the file is not changed; apply the patch in its folder with patch -p1 or git apply")
    .addOption(
      new Option("--format <format>", "patch: on stdout, its reasons on stderr; json: both together")
        .choices(["patch", "json"])
        .default("patch"),
    )
    .addOption(languageOption())
    .action(async (dockerfile: string, options: MigrateOptions) => {
      const { runMigrate } = await import("./work.ts");
      end(await runMigrate(dockerfile, options, await world()));
    });
}
