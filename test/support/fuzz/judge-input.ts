// What must hold for any bytes whatever: reading ends, with facts or with a failure that is meant for people, the same
// each time, in the published shape, and without a secret.
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { memoryFactCache } from "../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { openArchive } from "../../../main/source/archive/open-archive.ts";
import { hostPlatform } from "../../../main/source/platform.ts";
import { type Failure, FailureError } from "../../../shared/model/failure.ts";
import { InspectEvent } from "../../../shared/model/inspection.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";

export interface Look {
  /** Parse every event by its schema, which costs more than reading. */
  readonly schema: boolean;
  /** Texts that must not stand in the outcome. */
  readonly secrets: readonly string[];
}
export type Judged =
  | { readonly ok: true; readonly outcome: "facts" | "failed" | "both" | "refused" | "empty"; readonly digest: string }
  | { readonly ok: false; readonly problem: string };

const expected: ReadonlySet<Failure["kind"]> = new Set(["image-unreadable", "not-an-archive", "image-not-found"]);
/** No small input says more than this; each event is a step of the reader. */
const maxEvents = 200;
/** Beats of a clock until an input of a few kilobytes must be done; real ones take a few. stall-guard.ts is for endless loops. */
const maxBeats = 3000;
const beatMs = 20;

/** Writes `bytes` to `path`, reads them as an archive, and says what is wrong with how that went. */
export async function judgeInput(bytes: Uint8Array, path: string, look: Look): Promise<Judged> {
  await writeFile(path, bytes);
  const stop = new AbortController();
  const reading = readArchive(path, look, stop.signal);
  const { isOver, end } = beats(maxBeats);
  const first = await Promise.race([reading, isOver]);
  end();
  if (first !== null) return first;
  stop.abort();
  return { ok: false, problem: "it waits for something that never comes" };
}

async function readArchive(path: string, look: Look, signal: AbortSignal): Promise<Judged> {
  const events: InspectEvent[] = [];
  try {
    const source = await openArchive(path, { wanted: null, host: hostPlatform("x64") }, signal);
    try {
      const { images } = await source.list(signal);
      const keys = images.map(({ key }) => key);
      for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, signal)) {
        if (event.kind === "progress") continue;
        events.push(event);
        if (events.length > maxEvents) return { ok: false, problem: "it says more than it can have" };
      }
      return judgeEvents(events, keys, look);
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof FailureError && expected.has(error.failure.kind)) {
      return judgeText(`refused ${sayFailure(error.failure)}`, "refused", look);
    }
    return { ok: false, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function judgeEvents(events: readonly InspectEvent[], keys: readonly string[], look: Look): Judged {
  for (const event of events) {
    if (event.kind === "failed" && !expected.has(event.failure.kind)) {
      return { ok: false, problem: `a failure that is not expected: ${JSON.stringify(event.failure)}` };
    }
    if (!look.schema) continue;
    const parsed = InspectEvent.safeParse(event);
    if (!parsed.success) return { ok: false, problem: `not as published: ${parsed.error.message}` };
  }
  const ends = events.filter(({ kind }) => kind === "facts" || kind === "failed");
  const answered = new Set(ends.map((event) => ("key" in event ? event.key : "")));
  if (ends.length !== answered.size || answered.size !== new Set(keys).size) {
    return { ok: false, problem: `${keys.length} images, ${ends.length} answers` };
  }
  const kinds = new Set(ends.map(({ kind }) => kind));
  const outcome = kinds.size === 2 ? "both" : kinds.has("facts") ? "facts" : kinds.has("failed") ? "failed" : "empty";
  return judgeText(JSON.stringify(events), outcome, look);
}

function judgeText(text: string, outcome: (Judged & { ok: true })["outcome"], { secrets }: Look): Judged {
  const shown = secrets.find((secret) => text.includes(secret));
  if (shown !== undefined) return { ok: false, problem: `a secret is shown: ${shown}` };
  return { ok: true, outcome, digest: createHash("sha256").update(text).digest("hex") };
}

/** Resolves with null after so many beats. Counted, not measured, so that a machine that stood still does not matter. */
function beats(limit: number): { readonly isOver: Promise<null>; readonly end: () => void } {
  let left = limit;
  let timer: ReturnType<typeof setInterval> | null = null;
  const isOver = new Promise<null>((resolve) => {
    timer = setInterval(() => {
      left -= 1;
      if (left === 0) resolve(null);
    }, beatMs);
  });
  return {
    isOver,
    end: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}
