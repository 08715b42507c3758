import { describe, expect, it, vi } from "vitest";
import type { Scanner } from "../../../main/scanner.ts";
import { noSurroundings } from "../../../main/unreached.ts";
import { scanClient } from "../../../main/worker/client.ts";
import type { Wire } from "../../../main/worker/protocol.ts";
import { serveScanner } from "../../../main/worker/serve.ts";
import type { ListedImage } from "../../../shared/model/image.ts";

/** Two ends that hand each other structured clones, one turn later, as a real port does. */
function wires(): [Wire, Wire] {
  const listeners: ((message: unknown) => void)[] = [];
  const end = (own: number, other: number): Wire => ({
    post: (message) => void setImmediate(() => listeners[other]?.(structuredClone(message))),
    listen: (onMessage) => {
      listeners[own] = onMessage;
    },
  });
  return [end(0, 1), end(1, 0)];
}

const listed: ListedImage = {
  key: "one",
  id: `sha256:${"1".repeat(64)}`,
  idKind: "config",
  references: ["one:1"],
  repoDigests: [],
  platform: "linux/amd64",
  created: null,
  size: 3,
  dangling: false,
  usedBy: { running: 0, stopped: 0 },
};

function scanner(over: Partial<Scanner> = {}): Scanner {
  return {
    list: async () => ({ source: { kind: "sample", name: "sample" }, images: [listed], excluded: [], failures: [] }),
    async *inspect(keys) {
      for (const key of keys) yield { kind: "progress", bytes: key.length };
    },
    surroundings: async (scopes) => noSurroundings(scopes),
    close: async () => undefined,
    ...over,
  };
}

const never = new AbortController().signal;
const ignore = (): void => undefined;

describe("a scanner over messages", () => {
  it("tells what lies around, and of a file that nothing does", async () => {
    const [here, there] = wires();
    serveScanner(there, async () => scanner());
    const far = scanClient(here, ignore).scanner({ kind: "sample" });
    const answer = await far.surroundings(["engine", "host"], never);
    expect(answer).toMatchObject({ engine: null, containers: null, host: null });
    expect(answer.unreached.map(({ surrounding, reason }) => [surrounding, reason])).toEqual([
      ["engine", expect.stringContaining("no engine")],
      ["host", expect.stringContaining("no engine")],
    ]);
  });

  it("lists and inspects what the scanner behind it does", async () => {
    const [here, there] = wires();
    serveScanner(there, async () => scanner());
    const far = scanClient(here, ignore).scanner({ kind: "sample" });
    expect((await far.list(never)).images).toEqual([listed]);
    const events = [];
    for await (const event of far.inspect(["one", "three"], never)) events.push(event);
    expect(events).toEqual([
      { kind: "progress", bytes: 3 },
      { kind: "progress", bytes: 5 },
    ]);
  });

  it("carries a failure across as the same failure", async () => {
    const [here, there] = wires();
    serveScanner(there, async () => Promise.reject(new Error("socket closed")));
    await expect(scanClient(here, ignore).scanner({ kind: "sample" }).list(never)).rejects.toMatchObject({
      failure: { kind: "internal", cause: "socket closed" },
    });
  });

  it("cancels the work behind the wire when the caller aborts", async () => {
    const [here, there] = wires();
    let stopped = false;
    serveScanner(there, async () =>
      scanner({
        async *inspect(_keys, signal) {
          yield { kind: "progress", bytes: 1 };
          await new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              stopped = true;
              reject(signal.reason);
            });
          });
          yield { kind: "progress", bytes: 2 };
        },
      }),
    );
    const abort = new AbortController();
    const client = scanClient(here, ignore);
    const seen: number[] = [];
    await expect(async () => {
      for await (const event of client.scanner({ kind: "sample" }).inspect(["one"], abort.signal)) {
        if (event.kind === "progress") seen.push(event.bytes);
        abort.abort(new DOMException("cancelled", "AbortError"));
      }
    }).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual([1]);
    await vi.waitFor(() => expect(stopped).toBe(true));
  });

  it("ends every waiting job when the process is lost, and refuses new ones", async () => {
    const [here, there] = wires();
    serveScanner(there, async () => scanner({ list: () => new Promise(() => undefined) }));
    const client = scanClient(here, ignore);
    const waiting = client.scanner({ kind: "sample" }).list(never);
    setTimeout(() => client.lost("the scan process ended with code 9"), 20);
    await expect(waiting).rejects.toMatchObject({ failure: { kind: "internal" } });
    await expect(client.scanner({ kind: "sample" }).list(never)).rejects.toThrow("ended with code 9");
  });

  it("hears a warning that belongs to no job, and goes on", async () => {
    const [here, there] = wires();
    serveScanner(there, async () => scanner());
    const warnings: string[] = [];
    const far = scanClient(here, (text) => warnings.push(text)).scanner({ kind: "sample" });
    there.post({ say: "warning", text: "the fact cache is given up" });
    expect((await far.list(never)).images).toEqual([listed]);
    expect(warnings).toEqual(["the fact cache is given up"]);
  });

  it("refuses a message that is not in the protocol", () => {
    const [, there] = wires();
    let deliver: (message: unknown) => void = () => undefined;
    serveScanner(
      {
        post: there.post,
        listen: (onMessage) => {
          deliver = onMessage;
        },
      },
      async () => scanner(),
    );
    expect(() => deliver({ do: "exec", job: 1, command: "id" })).toThrow();
  });
});
