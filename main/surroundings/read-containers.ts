// The containers of an engine, running and stopped: inspect, the exec sessions it names, and the processes of those that run.
// GET requests alone.
import pLimit from "p-limit";
import { type ContainerFacts, surroundingsVersion } from "../../shared/model/surroundings.ts";
import { throwIfAborted } from "../abort.ts";
import type { EngineClient } from "../source/engine/engine-client.ts";
import { answered } from "./ask.ts";
import { ExecAnswer, InspectAnswer, TopAnswer } from "./container-answers.ts";
import { inspectedPart } from "./container-facts.ts";
import { currentImages } from "./current-image.ts";
import type { ContainerLine } from "./engine-answers.ts";
import { SurroundingLimits, sentence } from "./limits.ts";
import { masked, type See } from "./mask-texts.ts";
import { missingFields } from "./missing-fields.ts";
import type { EngineReading } from "./read-engine.ts";
import { containerName, fullId, isRunning } from "./read-stock.ts";

const maxProcesses = 1000;
const maxExecs = 1000;
/** Requests at once; as for images. */
const parallel = 8;

/** Every container in order of name; one that is gone by the time it is asked about is left out. */
export async function readContainers(
  client: EngineClient,
  lines: readonly ContainerLine[],
  images: EngineReading["images"],
  signal: AbortSignal,
): Promise<ContainerFacts[]> {
  const limit = pLimit(parallel);
  const current = images.ok ? currentImages(images.value) : null;
  const whyNoImage = images.ok ? null : images.why;
  const one = async (line: ContainerLine): Promise<ContainerFacts | null> => {
    throwIfAborted(signal);
    const limits = new SurroundingLimits();
    const answer = await answered(
      client.get(`/containers/${encodeURIComponent(line.Id)}/json`, {}, InspectAnswer, signal),
    );
    if (!answer.ok) {
      if (answer.status === 404) return null;
      limits.gap("container.inspect", line.Id, answer.why);
      for (const fact of ["container.execs", "container.processes", "container.image"] as const) {
        limits.gap(fact, line.Id, answer.why);
      }
      return masked((see) => unread(line, limits, see), signal);
    }
    const inspected = answer.value;
    // What an answer does not say must not read as said: absent, `Privileged` would be a pass.
    for (const field of missingFields(inspected)) {
      limits.gap("container.inspect", field, sentence("surroundings.field-missing", { field }));
    }
    const running = inspected.State?.Running ?? isRunning(inspected.State?.Status);
    const execs = await readExecs(client, inspected.ExecIDs ?? [], limits, signal);
    const top = running ? await readTop(client, line.Id, limits, signal) : null;
    if (whyNoImage !== null) limits.gap("container.image", "/images/json", whyNoImage);
    return masked((see) => {
      const part = inspectedPart(inspected, see);
      return {
        ...part,
        image: { ...part.image, current: current?.(inspected.Config?.Image ?? "") ?? null },
        execs: execs.map(({ id, answer: exec }) => ({
          id,
          privileged: exec.ProcessConfig?.privileged ?? false,
          user: see(exec.ProcessConfig?.user ?? ""),
          running: exec.Running ?? false,
        })),
        processes: top === null ? null : processesOf(top, see),
        limits: limits.sorted(),
      };
    }, signal);
  };
  const found = await Promise.all(lines.map((line) => limit(() => one(line))));
  return found
    .flatMap((container) => container ?? [])
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
}

async function readExecs(
  client: EngineClient,
  ids: readonly string[],
  limits: SurroundingLimits,
  signal: AbortSignal,
): Promise<{ id: string; answer: ExecAnswer }[]> {
  if (ids.length > maxExecs) {
    limits.gap("container.execs", "ExecIDs", sentence("surroundings.too-many", { path: "ExecIDs", limit: maxExecs }));
  }
  const execs: { id: string; answer: ExecAnswer }[] = [];
  for (const id of ids.slice(0, maxExecs)) {
    const answer = await answered(client.get(`/exec/${encodeURIComponent(id)}/json`, {}, ExecAnswer, signal));
    if (answer.ok) execs.push({ id, answer: answer.value });
    // Sessions that are over are forgotten while they are asked about.
    else if (answer.status !== 404) limits.gap("container.execs", id, answer.why);
  }
  return execs;
}

/** The engine runs ps on its host for this; null where it does not tell. */
async function readTop(
  client: EngineClient,
  id: string,
  limits: SurroundingLimits,
  signal: AbortSignal,
): Promise<TopAnswer | null> {
  const answer = await answered(client.get(`/containers/${encodeURIComponent(id)}/top`, {}, TopAnswer, signal));
  if (!answer.ok) {
    limits.gap("container.processes", "/top", answer.why);
    return null;
  }
  const titles = answer.value.Titles ?? [];
  if (columnOf(titles, commandTitles) < 0) {
    limits.gap("container.processes", "/top", sentence("surroundings.no-command-column"));
    return null;
  }
  if ((answer.value.Processes?.length ?? 0) > maxProcesses) {
    limits.gap("container.processes", "/top", sentence("surroundings.too-many", { path: "/top", limit: maxProcesses }));
  }
  return answer.value;
}

const userTitles = ["USER", "UID", "HUSER"];
const commandTitles = ["CMD", "COMMAND", "ARGS"];

function columnOf(titles: readonly string[], wanted: readonly string[]): number {
  return titles.findIndex((title) => wanted.includes(title.toUpperCase()));
}

function processesOf({ Titles, Processes }: TopAnswer, see: See): NonNullable<ContainerFacts["processes"]> {
  const user = columnOf(Titles ?? [], userTitles);
  const command = columnOf(Titles ?? [], commandTitles);
  return (Processes ?? []).slice(0, maxProcesses).map((row) => ({
    user: see(row[user] ?? ""),
    // Podman's ps gives the arguments as further columns where they hold blanks.
    command: see(row.slice(command, command === (Titles?.length ?? 0) - 1 ? undefined : command + 1).join(" ")),
  }));
}

/** A container of which only the list tells; every fact of it is a gap. */
function unread(line: ContainerLine, limits: SurroundingLimits, see: See): ContainerFacts {
  const blank = inspectedPart({ Id: line.Id }, see);
  return {
    ...blank,
    version: surroundingsVersion,
    name: see(containerName(line)),
    image: { id: fullId(line.ImageID ?? ""), reference: see(line.Image ?? ""), current: null },
    state: { status: line.State ?? "", running: isRunning(line.State) },
    execs: [],
    processes: null,
    limits: limits.sorted(),
  };
}
