// The scan process: a composition root without Electron, keys or settings. It only reads images.
import { homedir } from "node:os";
import { parentPort } from "node:worker_threads";
import { takeEnvironment } from "../environment.ts";
import { openSource } from "../source/open-source.ts";
import { localScanner } from "./local-scanner.ts";
import type { Wire } from "./protocol.ts";
import { serveScanner } from "./serve.ts";

/** What Electron's utility process puts on `process`; described here because this file must not import Electron. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: { data: unknown }) => void): void;
}

function wire(): Wire {
  const utility = (process as { parentPort?: UtilityPort }).parentPort;
  if (utility !== undefined) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (onMessage) => utility.on("message", ({ data }) => onMessage(data)),
    };
  }
  if (parentPort === null) throw new Error("the scan process is started by Plimsoll, not by hand");
  const port = parentPort;
  return { post: (message) => port.postMessage(message), listen: (onMessage) => void port.on("message", onMessage) };
}

const world = {
  env: takeEnvironment(process.env, process.platform),
  homeDir: homedir(),
  platform: process.platform,
  arch: process.arch,
  uid: process.getuid?.() ?? null,
};

serveScanner(wire(), async (spec) => localScanner(await openSource(spec, world, {})));
