// Engines that stop, hang, close the socket or answer with what no engine answers: one clear line each, the other images
// read, and cancelling waits for nobody.
import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { memoryFactCache } from "../../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../../main/inspect/inspect-images.ts";
import { dockerEngine } from "../../../../main/source/engine/docker-engine.ts";
import { connectEngine } from "../../../../main/source/engine/engine-client.ts";
import type { ImageSource } from "../../../../main/source/image-source.ts";
import { hostPlatform } from "../../../../main/source/platform.ts";
import { failureOf } from "../../../../shared/model/failure.ts";
import { sayFailure } from "../../../../shared/wording/failure.ts";
import { type Answer, type FakeEngine, holding, saving, startFakeEngine } from "../../../support/fake-engine.ts";
import { archiveOf, file, image, toTar } from "../../../support/image-builder.ts";

const good = image().layer(file("/etc/os-release", "ID=debian\n")).tag("good:1");
const bad = image()
  .layer(file("/app", "x".repeat(9000)))
  .tag("bad:1");
const held = holding([{ built: bad }, { built: good }]);

let engine: FakeEngine | undefined;
let source: ImageSource | undefined;
afterEach(async () => {
  await source?.close();
  await engine?.stop();
});

async function open(...answers: readonly Answer[]): Promise<ImageSource> {
  engine = await startFakeEngine({ answers });
  const endpoint = { kind: "socket", path: engine.socket } as const;
  const resolved = { endpoint, name: "the engine", how: "given", warnings: [] };
  const patience = { answerMs: 300, saveMs: 300, silenceMs: 300 };
  source = dockerEngine(connectEngine(resolved, {}, patience), { wanted: null, host: hostPlatform("x64") });
  return source;
}

/** Every failure as it is said, of the whole and of single images, and the names of the images that were read. */
async function readAll(from: ImageSource, signal = new AbortController().signal) {
  const lines: string[] = [];
  const read: string[] = [];
  try {
    const { images } = await from.list(signal);
    const keys = images.map(({ key }) => key);
    for await (const event of inspectImages(from, keys, { cache: memoryFactCache() }, signal)) {
      if (event.kind === "failed") lines.push(sayFailure(event.failure));
      if (event.kind === "facts") read.push(...event.inspected.image.references);
    }
  } catch (error) {
    lines.push(sayFailure(failureOf(error)));
  }
  return { lines, read: read.sort() };
}

/** Answers requests for this path in its own way: all, or those that speak of the bad image. */
const at =
  (wanted: string, answer: (response: ServerResponse) => void): Answer =>
  (path, _query, response) => {
    if (path !== wanted.replace("BAD", encodeURIComponent(bad.id))) return false;
    answer(response);
    return true;
  };
/** The save of the bad image alone, or of several with it. */
const atSave =
  (answer: (response: ServerResponse) => void): Answer =>
  (path, query, response) => {
    if (path !== "/images/get" || !query.getAll("names").includes(bad.id)) return false;
    answer(response);
    return true;
  };
const saveGood = saving(toTar(archiveOf([good])));
const savedBad = toTar(archiveOf([bad, good]));

const close = (response: ServerResponse) => void response.destroy();
const hang = () => undefined;
const stopHalfWay = (response: ServerResponse) => {
  response.writeHead(200, { "Content-Length": 100_000 });
  response.write(savedBad.subarray(0, 7000), () => response.destroy());
};
const hangHalfWay = (response: ServerResponse) => {
  response.writeHead(200);
  response.write(savedBad.subarray(0, 7000));
};
const say = (body: string) => (response: ServerResponse) => void response.end(body);
/** A gigabyte, unless the reader stops listening. */
const flood = (response: ServerResponse) => {
  const piece = Buffer.alloc(1 << 20, "[");
  let left = 1024;
  const more = () => {
    while (!response.destroyed && left-- > 0) if (!response.write(piece)) return void response.once("drain", more);
    if (!response.destroyed) response.end();
  };
  response.write('{"a":"', more);
};

const goodRead = ["good:1"];
describe("an engine that", () => {
  it.each<readonly [string, readonly Answer[], RegExp, readonly string[]]>([
    ["closes the socket at the list", [at("/images/json", close)], /no engine answers at the engine/, []],
    ["hangs at the list", [at("/images/json", hang)], /nothing was heard from it for 0\.3 s/, []],
    ["hangs in the middle of the list", [at("/images/json", hangHalfWay)], /nothing was heard from it/, []],
    ["lists a gigabyte", [at("/images/json", flood)], /GET \/images\/json.*more than 67108864 bytes/, []],
    ["lists what nests without end", [at("/images/json", say("[".repeat(1e6)))], /nested deeper than 64/, []],
    ["lists millions of nothing", [at("/images/json", say(`[${"1,".repeat(2e6)}1]`))], /more than 1000000 values/, []],
    ["lists numbers", [at("/images/json", say(`[${"1,".repeat(5e5)}1]`))], /another shape \(0: /, []],
    ["lists no JSON", [at("/images/json", say('["s3cr3t'))], /cannot be read \(it is no JSON\)/, []],
    [
      "lists 60,000 images",
      [at("/images/json", say(`[${'{"Id":"a"},'.repeat(6e4)}{"Id":"b"}]`))],
      /lists 60001 images/,
      [],
    ],
    [
      "tells a gigabyte of one image",
      [at("/images/BAD/json", flood), held, saveGood],
      /more than 8388608 bytes/,
      goodRead,
    ],
    [
      "nests one image's answer",
      [at("/images/BAD/json", say("[".repeat(1e6))), held, saveGood],
      /nested deeper/,
      goodRead,
    ],
    ["tells a gigabyte of history", [at("/images/BAD/history", flood), held, saveGood], /more than 8388608/, goodRead],
    [
      "stops half way through a save",
      [atSave(stopHalfWay), held, saveGood],
      /^bad:1: .*the engine stopped after/,
      goodRead,
    ],
    ["hangs half way through a save", [atSave(hangHalfWay), held, saveGood], /^bad:1: .*nothing was heard/, goodRead],
    ["saves what is no tar", [atSave(say("no tar".repeat(500))), held, saveGood], /^bad:1: /, goodRead],
  ])("%s", async (_, answers, line, read) => {
    const result = await readAll(await open(...answers));
    expect(result.lines).toEqual([expect.stringMatching(line)]);
    expect(result.lines[0]).not.toMatch(/[\n\r]|s3cr3t|unexpected:/);
    expect(result.read).toEqual(read);
  });

  it("closes the socket at one image's save leaves no image without an answer", async () => {
    const { lines, read } = await readAll(await open(atSave(close), held, saveGood));
    expect([...lines, ...read].length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/no engine answers|^bad:1: /);
  });
});

describe("cancelling", () => {
  /** Requests that a source has open at once. */
  const inFlight = 8;

  it.each<readonly [string, Answer]>([
    ["the list", at("/images/json", hang)],
    ["the middle of the list", at("/images/json", hangHalfWay)],
    ["an image", at("/images/BAD/json", hang)],
    ["a history", at("/images/BAD/history", hang)],
    ["a save", atSave(hang)],
    ["the middle of a save", atSave(hangHalfWay)],
  ])("ends an engine that hangs at %s, without another request", async (_, answer) => {
    const controller = new AbortController();
    let asked = 0;
    const hanging: Answer = (path, query, response) => {
      if (!answer(path, query, response)) return false;
      // Once the engine hangs, and not after some time.
      setImmediate(() => {
        asked = engine?.requests.length ?? 0;
        controller.abort();
      });
      return true;
    };
    const { lines } = await readAll(await open(hanging, held, saveGood), controller.signal);
    expect(lines).toEqual(["cancelled"]);
    // What was on its way may still arrive; nothing is begun any more.
    expect(engine?.requests.length).toBeLessThanOrEqual(asked + inFlight);
  });
});
