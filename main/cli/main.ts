// The command line's composition root: the only file of cli/ that touches process, and the list of its commands.
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Command, CommanderError } from "commander";
import { languageOf, thisHost } from "../host.ts";
import { homeFolder } from "../store/home.ts";
import { systemClock } from "../system-clock.ts";
import { digest, version } from "../version.ts";
import { addAudit } from "./audit.ts";
import { addControls } from "./controls.ts";
import { errorText } from "./error-line.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { addHistory } from "./history.ts";
import { addImages } from "./images.ts";
import { addKey } from "./key.ts";
import { addLifecycle } from "./lifecycle.ts";
import { readCliSettings } from "./settings-conf.ts";
import { addVerify } from "./verify.ts";
import type { World } from "./world.ts";

async function main(argv: readonly string[]): Promise<ExitCode> {
  const verbose = argv.includes("--verbose");
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => abort.abort(new DOMException("cancelled", "AbortError")));
  let code: ExitCode = exitCodes.done;
  try {
    const world = await realWorld(abort.signal, verbose);
    const program = new Command("plimsoll")
      .description("Audits container images against benchmarks and support lifecycles, and writes signed evidence.")
      .version(version)
      .option("--verbose", "show stacks of errors")
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "plimsoll: ")) });
    const end = (result: ExitCode): void => {
      code = result;
    };
    for (const add of [addImages, addAudit, addVerify, addLifecycle, addControls, addHistory, addKey])
      add(program, world, end);
    // `--verbose` may stand anywhere, also behind the command.
    await program.parseAsync(
      argv.filter((word) => word !== "--verbose"),
      { from: "user" },
    );
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.notAllDone;
    process.stderr.write(errorText(error, "en", verbose));
    return exitCodes.notAllDone;
  }
}

async function realWorld(signal: AbortSignal, verbose: boolean): Promise<World> {
  const env = verbose ? { ...process.env, PLIMSOLL_VERBOSE: "1" } : process.env;
  const instant = (): Date => new Date();
  const clock = systemClock(instant, process.env["SOURCE_DATE_EPOCH"]);
  const tell = (line: string): void => void process.stderr.write(`plimsoll: ${line}\n`);
  const { language } = await readCliSettings(homeFolder(process.env["PLIMSOLL_HOME"]), clock.today(), tell);
  return {
    env,
    homeDir: homedir(),
    platform: process.platform,
    arch: process.arch,
    host: thisHost(),
    uid: process.getuid?.() ?? null,
    // npm runs scripts in the package's folder; the user stood elsewhere.
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
    clock,
    instant,
    tool: digest === "" ? { version } : { version, digest },
    assets: join(__dirname, "assets"),
    fonts: join(__dirname, "fonts"),
    stdout: {
      write: (text) => void process.stdout.write(text),
      isTTY: process.stdout.isTTY === true,
      columns: process.stdout.columns ?? 120,
    },
    stderr: { write: (text) => void process.stderr.write(text), isTTY: process.stderr.isTTY === true },
    askPassphrase: process.stdin.isTTY === true ? askPassphrase : null,
    signal,
    language: language === "system" ? languageOf(process.env) : language,
  };
}

/** Reads a line from the terminal without showing it. */
function askPassphrase(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  process.stderr.write(question);
  // readline echoes through this method only; nothing of the passphrase reaches the screen.
  (lines as unknown as { _writeToOutput: (text: string) => void })._writeToOutput = () => undefined;
  return new Promise((resolve) => {
    lines.question("", (answer) => {
      lines.close();
      process.stderr.write("\n");
      resolve(answer);
    });
  });
}

// A reader that closed the pipe (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.done);
  throw error;
});

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
