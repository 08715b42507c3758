// The command line's composition root. It stays light: what a command needs is loaded (work.ts) when the command runs.
import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { addCommands } from "./commands.ts";
import { type ExitCode, exitCodes } from "./exit.ts";

async function main(argv: readonly string[]): Promise<ExitCode> {
  const verbose = argv.includes("--verbose");
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => abort.abort(new DOMException("cancelled", "AbortError")));
  let code: ExitCode = exitCodes.done;
  try {
    const program = new Command("plimsoll")
      .description("Audits container images against benchmarks and support lifecycles, and writes signed evidence.")
      .version(version)
      .option("--verbose", "show stacks of errors")
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "plimsoll: ")) });
    addCommands(program, {
      world: async () => (await import("./work.ts")).realWorld(abort.signal, verbose),
      end: (result) => {
        code = result;
      },
    });
    // `--verbose` may stand anywhere, also behind the command.
    await program.parseAsync(
      argv.filter((word) => word !== "--verbose"),
      { from: "user" },
    );
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.notAllDone;
    const { errorText } = await import("./work.ts");
    process.stderr.write(errorText(error, "en", verbose));
    return exitCodes.notAllDone;
  }
}

// A reader that closed the pipe (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.done);
  throw error;
});

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
