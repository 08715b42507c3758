// The scan process: a composition root without Electron, keys or settings. It only reads images.
import { availableParallelism, homedir } from "node:os";
import { parentPort } from "node:worker_threads";
import { takeEnvironment } from "../environment.ts";
import type { InspectDeps } from "../inspect/inspect-images.ts";
import { digest } from "../version.ts";
import { defaultJobs } from "./jobs.ts";
import { openLocalScanner } from "./open-local.ts";
import type { FromWorker, Wire } from "./protocol.ts";
import { serveScanner } from "./serve.ts";
import { cacheTrouble, storedFacts } from "./stored-facts.ts";

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

const face = wire();
/** `--cache=FOLDER`, from whoever started this process; without it nothing outlives the process. */
const folder = process.argv.find((word) => word.startsWith("--cache="))?.slice("--cache=".length);
const deps = folder === undefined ? undefined : { ...storedIn(folder), jobs: defaultJobs(availableParallelism()) };

function storedIn(cache: string): Pick<InspectDeps, "cache" | "images"> {
  const warn = (text: string): void => face.post({ say: "warning", text } satisfies FromWorker);
  const trouble = (cause: string): void => warn(cacheTrouble(cache, cause));
  return storedFacts({ folder: cache, uid: world.uid, now: Date.now, build: digest, trouble });
}

serveScanner(face, (spec) => openLocalScanner(spec, world, {}, deps));
