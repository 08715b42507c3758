// What comes from outside, read once for a command: environment, clock, terminal, the person's settings.
import { availableParallelism, homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { takeEnvironment } from "../environment.ts";
import { languageOf, thisHost } from "../host.ts";
import { homeFolder } from "../store/home.ts";
import { systemClock } from "../system-clock.ts";
import { digest, version } from "../version.ts";
import { readCliSettings } from "./settings-conf.ts";
import type { World } from "./world.ts";

/** The world of this process, made once; DOCKER_* leave `process.env` for it. Throws FailureError `usage` on a bad SOURCE_DATE_EPOCH. */
export async function realWorld(signal: AbortSignal, verbose: boolean): Promise<World> {
  const taken = takeEnvironment(process.env, process.platform);
  const env = verbose ? { ...taken, PLIMSOLL_VERBOSE: "1" } : taken;
  const instant = (): Date => new Date();
  const clock = systemClock(instant, env["SOURCE_DATE_EPOCH"]);
  const tell = (line: string): void => void process.stderr.write(`plimsoll: ${line}\n`);
  const { language } = await readCliSettings(homeFolder(env["PLIMSOLL_HOME"]), clock.today(), tell);
  return {
    env,
    homeDir: homedir(),
    platform: process.platform,
    arch: process.arch,
    host: thisHost(),
    uid: process.getuid?.() ?? null,
    cores: availableParallelism(),
    // npm runs scripts in the package's folder; the user stood elsewhere.
    cwd: env["INIT_CWD"] ?? process.cwd(),
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
    language: language === "system" ? languageOf(env) : language,
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
