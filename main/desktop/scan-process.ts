// Starts the scan process (Electron's utility process) and replaces it when it dies, so that a hostile image costs itself.
import { utilityProcess } from "electron";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { Scanner } from "../scanner.ts";
import { type ScanClient, scanClient } from "../worker/client.ts";

/** MiB of JavaScript heap; buffers lie outside and are bounded by the reader. */
const heapMiB = 1024;

export interface ScanProcess {
  /** A scanner in the process that runs now. */
  scanner(spec: SourceSpec): Scanner;
  stop(): void;
}

/** `script` is the bundled worker, `cache` the folder of its facts; `report` hears why a process ended unexpectedly. */
export function startScanProcess(script: string, cache: string, report: (line: string) => void): ScanProcess {
  let current: { client: ScanClient; kill: () => void } | null = null;
  let stopped = false;

  const start = (): { client: ScanClient; kill: () => void } => {
    const child = utilityProcess.fork(script, [`--cache=${cache}`], {
      serviceName: "Plimsoll scan",
      execArgv: [`--max-old-space-size=${heapMiB}`],
      stdio: "ignore",
    });
    const client = scanClient(
      {
        post: (message) => child.postMessage(message),
        listen: (onMessage) => void child.on("message", onMessage),
      },
      report,
    );
    child.on("exit", (code) => {
      if (current?.client === client) current = null;
      client.lost(`the scan process ended with code ${code}`);
      if (!stopped) report(`the scan process ended with code ${code}; the next scan starts a new one`);
    });
    return { client, kill: () => child.kill() };
  };

  return {
    scanner(spec) {
      current ??= start();
      return current.client.scanner(spec);
    },
    stop() {
      stopped = true;
      current?.kill();
    },
  };
}
