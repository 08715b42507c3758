// `data refresh` against a server on this machine that plays the source: its real answers, and everything that can go wrong.
// After each failure the snapshot has to be, byte for byte, what it was before.
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInside, redirectTarget } from "../../../main/data/bounded-get.ts";
import { loadCurrentLifecycle } from "../../../main/data/current-lifecycle.ts";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { type RefreshRequest, refreshLifecycle } from "../../../main/data/refresh-lifecycle.ts";
import { readTries } from "../../../main/data/refresh-tries.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import type { LifecycleCatalogue } from "../../../shared/model/lifecycle.ts";
import { say } from "../../../shared/wording/say.ts";
import { apiAnswer } from "../../support/api-answer.ts";
import { type DataServer, startDataServer } from "../../support/data-server.ts";

const embeddedFile = "assets/data/lifecycle.json";
const embedded = await loadLifecycle(embeddedFile);
const now = new Date("2026-11-24T10:00:00Z");
const limits = { bytes: 4 * 2 ** 20, idleMs: 400, totalMs: 3000, redirects: 5 };

let folder = "";
let server: DataServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-refresh-"));
  server = await startDataServer();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const json = { "content-type": "application/json; charset=UTF-8" };
const sends =
  (body: unknown, headers: object = {}, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { ...json, ...headers } as Record<string, string>);
    response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  };
const movedDebian = (on = "2026-11-23") => {
  const products = embedded.products.map((product) =>
    product.id !== "debian"
      ? product
      : {
          ...product,
          cycles: product.cycles.map((one) => (one.cycle === "12" ? { ...one, eoes: "2028-12-31" } : one)),
        },
  ) as LifecycleCatalogue["products"];
  return apiAnswer({ ...embedded, products }, on);
};
const refresh = (part: Partial<RefreshRequest> = {}, signal = new AbortController().signal) =>
  refreshLifecycle(
    { folder, known: embedded, address: server.address, now, version: "9.9.9", limits, ...part },
    signal,
  );
async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return error.failure.kind === "data-refused" ? say(error.failure.why, "en") : JSON.stringify(error.failure);
}
/** Every file of the folder but the note of tries, with its bytes. */
async function kept(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== "tries.json");
  const pairs = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
  );
  return Object.fromEntries(pairs);
}
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("a refresh that succeeds", () => {
  it("asks once, as what it is, keeps the answer, and lists what changed", async () => {
    server.answer(sends(movedDebian(), { etag: '"abc"' }));
    const outcome = await refresh();
    expect(outcome).toMatchObject({
      outcome: "new",
      source: "endoflife.date",
      date: "2026-11-23",
      changes: { total: 1 },
    });
    expect(outcome.changes.list).toEqual([
      {
        kind: "date-moved",
        product: "debian",
        label: "Debian",
        cycle: "12",
        date: "eoes",
        phase: "Debian LTS",
        from: "2028-06-30",
        to: "2028-12-31",
      },
    ]);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.headers).toMatchObject({ accept: "application/json" });
    expect(server.asked[0]?.headers["user-agent"]).toMatch(/^plimsoll\/9\.9\.9 \(\+/);
    expect(server.asked[0]?.headers["if-none-match"]).toBeUndefined();
    const current = await loadCurrentLifecycle(embeddedFile, folder);
    expect(current).toMatchObject({ used: "refreshed", catalogue: { date: "2026-11-23" }, notes: [] });
    expect(
      current.catalogue.products.find(({ id }) => id === "debian")?.cycles.find(({ cycle }) => cycle === "12"),
    ).toMatchObject({ eoes: "2028-12-31" });
    expect(current.catalogue.notice).toBe(embedded.notice);
  });

  it("keeps files that only their owner can read, under the digest that is recorded", async () => {
    server.answer(sends(movedDebian()));
    await refresh();
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(["current.json", expect.stringMatching(/^lifecycle-[0-9a-f]{16}\.json$/), "tries.json"]);
    for (const name of names) expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
    const record = JSON.parse(await readFile(join(folder, "current.json"), "utf8"));
    const hex = createHash("sha256")
      .update(await readFile(join(folder, record.file)))
      .digest("hex");
    expect(record.digest).toBe(`sha256:${hex}`);
  });

  it("understands gzip", async () => {
    server.answer(sends(gzipSync(JSON.stringify(movedDebian())), { "content-encoding": "gzip" }));
    expect(await refresh()).toMatchObject({ outcome: "new" });
    expect(server.asked[0]?.headers["accept-encoding"]).toBe("gzip");
  });

  it.each([301, 302, 307, 308])("follows a redirect with %i, as for a product that was renamed", async (status) => {
    server.answer((request, response) => {
      if (request.url === "/api/v1/products/full") response.writeHead(status, { location: "/moved/" }).end("<html>");
      else sends(movedDebian())(request, response);
    });
    expect(await refresh()).toMatchObject({ outcome: "new" });
    expect(server.asked.map(({ url }) => url)).toEqual(["/api/v1/products/full", "/moved/"]);
  });

  it("names the kept state next time; 304 keeps it and notes the look", async () => {
    server.answer(sends(movedDebian(), { etag: 'W/"abc"' }));
    await refresh();
    const before = await kept();
    const { catalogue: known } = await loadCurrentLifecycle(embeddedFile, folder);
    server.answer((request, response) => {
      response.writeHead(request.headers["if-none-match"] === 'W/"abc"' ? 304 : 500).end();
    });
    expect(await refresh({ known, now: later(25 * 60) })).toMatchObject({ outcome: "unchanged", date: "2026-11-23" });
    expect(await kept()).toEqual(before);
    expect(await readTries(folder)).toMatchObject({
      goodAt: later(25 * 60).toISOString(),
      last: { outcome: "unchanged", failures: 0 },
    });
  });

  it("does not name a state that came from elsewhere", async () => {
    server.answer(sends(movedDebian(), { etag: '"abc"' }));
    await refresh();
    const { catalogue: known } = await loadCurrentLifecycle(embeddedFile, folder);
    await refresh({ known, now: later(25 * 60), address: server.address.replace("/full", "/full/") });
    expect(server.asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, undefined]);
  });

  it("removes the snapshot before, so that one is kept", async () => {
    server.answer(sends(movedDebian()));
    await refresh();
    server.answer(sends(apiAnswer(embedded, "2026-11-24")));
    const { catalogue: known } = await loadCurrentLifecycle(embeddedFile, folder);
    expect(await refresh({ known, force: true })).toMatchObject({ changes: { total: 1 } });
    expect(Object.keys(await kept())).toHaveLength(2);
  });
});

describe("how often", () => {
  it("asks nobody within a day of a good answer, unless forced", async () => {
    server.answer(sends(movedDebian()));
    await refresh();
    const { catalogue: known } = await loadCurrentLifecycle(embeddedFile, folder);
    expect(await refresh({ known, now: later(23 * 60) })).toMatchObject({ outcome: "recent" });
    expect(server.asked).toHaveLength(1);
    expect(await refresh({ known, now: later(23 * 60), force: true })).toMatchObject({
      outcome: "new",
      changes: { total: 0 },
    });
    expect(server.asked).toHaveLength(2);
  });

  it("waits twice as long after each failure, a day at most, and then asks again", async () => {
    server.answer(sends("", {}, 503));
    let at = now;
    const pauses: number[] = [];
    for (let round = 0; round < 13; round += 1) {
      await reasonOf(refresh({ now: at }));
      const tries = await readTries(folder);
      const next = new Date(tries?.last.notBefore ?? "");
      pauses.push((next.getTime() - at.getTime()) / 60_000);
      expect(await reasonOf(refresh({ now: new Date(next.getTime() - 1000) }))).toMatch(/not asked again before/);
      at = next;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]);
    expect(server.asked).toHaveLength(13);
    server.answer(sends(movedDebian()));
    expect(await refresh({ now: at })).toMatchObject({ outcome: "new" });
    expect(await readTries(folder)).toMatchObject({ last: { failures: 0 } });
  });

  it.each([
    ["seconds", "3600", 60],
    ["a date", "Tue, 24 Nov 2026 12:00:00 GMT", 120],
    ["a wish beyond reason, cut to a week", "999999999", 7 * 24 * 60],
  ])("obeys Retry-After as %s, also when forced", async (_why, wish, minutes) => {
    server.answer(sends("", { "retry-after": wish }, 429));
    expect(await reasonOf(refresh())).toMatch(/asked too often \(HTTP 429\)/);
    expect(await readTries(folder)).toMatchObject({
      last: { notBefore: later(minutes).toISOString(), byServer: true },
    });
    expect(await reasonOf(refresh({ now: later(minutes - 1), force: true }))).toMatch(
      /the server asked not to be asked/,
    );
    expect(server.asked).toHaveLength(1);
    await reasonOf(refresh({ now: later(minutes) }));
    expect(server.asked).toHaveLength(2);
  });

  it("asks at once after a failure when forced, where only the own pause stands against it", async () => {
    server.answer(sends("", {}, 502));
    await reasonOf(refresh());
    await reasonOf(refresh({ force: true }));
    expect(server.asked).toHaveLength(2);
    expect(await readTries(folder)).toMatchObject({ last: { failures: 2 } });
  });

  it("takes a note of tries that does not parse for none", async () => {
    await writeFile(join(folder, "tries.json"), "{");
    server.answer(sends(movedDebian()));
    expect(await refresh()).toMatchObject({ outcome: "new" });
  });
});

const endless: Answer = (_, response) => {
  response.writeHead(200, json);
  const chunk = Buffer.alloc(64 * 1024, 32);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};
const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, 32));
const half = embedded.products.slice(0, 200);
const redirect =
  (location: string): Answer =>
  (_, response) =>
    void response.writeHead(301, { location }).end();

const failures: [why: string, answer: Answer, reason: RegExp][] = [
  [
    "a page for 404",
    sends("<!doctype html><title>Not found</title>", { "content-type": "text/html" }, 404),
    /nothing at this address \(HTTP 404\)/,
  ],
  [
    "a page for an answer",
    sends("<!doctype html>", { "content-type": "text/html; charset=utf-8" }),
    /answers with a page, not with data/,
  ],
  ["another type", sends("a,b", { "content-type": "text/csv" }), /the answer is text\/csv, not JSON/],
  ["429 without a wish", sends("", {}, 429), /HTTP 429/],
  ["502", sends("<html>", { "content-type": "text/html" }, 502), /the server has a fault \(HTTP 502\)/],
  ["403", sends("", {}, 403), /unexpected answer \(HTTP 403\)/],
  [
    "304 though nothing was named",
    (_, response) => void response.writeHead(304).end(),
    /unexpected answer \(HTTP 304\)/,
  ],
  [
    "a line that goes dead",
    (_, response) => void response.writeHead(200, json).write('{"schema_version":'),
    /not a byte came/,
  ],
  ["a server that never answers", () => undefined, /not a byte came/],
  [
    "a body that is cut",
    (_, response) => {
      response.writeHead(200, { ...json, "content-length": "5000" });
      response.write("{", () => response.destroy());
    },
    /ended too early/,
  ],
  [
    "a body that ends early by itself",
    sends(JSON.stringify(movedDebian()).slice(0, 100_000)),
    /no JSON, or was cut off/,
  ],
  [
    "gzip that is cut",
    sends(gzipSync(JSON.stringify(movedDebian())).subarray(0, 9000), { "content-encoding": "gzip" }),
    /ended too early/,
  ],
  ["gzip that is none", sends("not gzip at all", { "content-encoding": "gzip" }), /cannot be unpacked/],
  ["a coding that was not asked for", sends("", { "content-encoding": "br" }), /encoded as br/],
  ["a body without end", endless, /larger than 4 MiB/],
  ["a small body that unpacks to a large one", sends(bomb, { "content-encoding": "gzip" }), /larger than 4 MiB/],
  ["bytes that are no UTF-8", sends(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), /no JSON/],
  [
    "another API version",
    sends({ ...movedDebian(), schema_version: "2.0" }),
    /shape of endoflife\.date's API v1 \(at schema_version/,
  ],
  ["a catalogue of Plimsoll's own form", sends(embedded), /shape of endoflife\.date's API v1/],
  [
    "a day that does not exist",
    sends(JSON.parse(JSON.stringify(movedDebian()).replace("2028-12-31", "2028-02-31"))),
    /eo\w+From: Invalid ISO date/,
  ],
  [
    "most products gone",
    sends(apiAnswer({ ...embedded, products: half }, "2026-11-23")),
    /holds 200 products where 464 are known/,
  ],
  [
    "most cycles gone",
    sends(
      apiAnswer(
        { ...embedded, products: embedded.products.map((one) => ({ ...one, cycles: one.cycles.slice(0, 2) })) },
        "2026-11-23",
      ),
    ),
    /cycles where 8351 are known/,
  ],
  ["fewer products than it says", sends({ ...movedDebian(), total: 500 }), /says itself that there are 500/],
  [
    "a product twice",
    sends(apiAnswer({ ...embedded, products: [...embedded.products, ...embedded.products.slice(0, 1)] }, "2026-11-23")),
    /adonisjs stands in it twice/,
  ],
  [
    "a state older than ours",
    sends(movedDebian("2026-08-01")),
    /of 2026-08-01, older than what is here \(2026-08-22\)/,
  ],
  ["a state of the future", sends(movedDebian("2026-12-24")), /says it is of 2026-12-24, and today is 2026-11-24/],
  ["a redirect without end", redirect("/api/v1/products/full"), /redirected more than 5 times/],
  ["a redirect to a file", redirect("file:///etc/passwd"), /redirected to file:/],
  ["a redirect with a password", redirect("http://me:secret@127.0.0.1:1/"), /which is not followed/],
  ["a redirect to nowhere", (_, response) => void response.writeHead(302).end(), /without saying where/],
];

describe("a refresh that fails", () => {
  it.each(failures)("on %s keeps what was there, byte for byte, and says why", async (_why, answer, reason) => {
    server.answer(sends(apiAnswer(embedded, embedded.date), { etag: '"old"' }));
    // The first look was long ago, at another address: nothing stands against asking, nothing can be named.
    await refresh({ now: new Date("2026-09-01T00:00:00Z"), address: server.address.replace("/full", "/first") });
    const before = await kept();
    server.answer(answer);
    expect(await reasonOf(refresh())).toMatch(reason);
    expect(await kept()).toEqual(before);
    expect(await readTries(folder)).toMatchObject({ last: { outcome: "failed", failures: 1, at: now.toISOString() } });
    expect((await loadCurrentLifecycle(embeddedFile, folder)).used).toBe("refreshed");
  });

  it("leaves no file behind where none was", async () => {
    server.answer(sends("", {}, 500));
    await reasonOf(refresh());
    expect(await kept()).toEqual({});
  });

  it("says that nobody answers", async () => {
    const { address } = server;
    await server.close();
    expect(await reasonOf(refresh({ address }))).toMatch(/no answer \(.*ECONNREFUSED.*plimsoll data import/);
  });

  it("says that a server speaks no TLS", async () => {
    expect(await reasonOf(refresh({ address: server.address.replace("http:", "https:") }))).toMatch(/^no answer \(/);
  });

  it("ends at its own time limit though bytes trickle in", async () => {
    server.answer((_, response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(drip));
    });
    expect(await reasonOf(refresh({ limits: { ...limits, totalMs: 600 } }))).toMatch(/not there after 1 s/);
  });

  it("is cancelled by its signal and notes nothing", async () => {
    const abort = new AbortController();
    server.answer(() => abort.abort(new DOMException("cancelled", "AbortError")));
    await expect(refresh({}, abort.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(await readTries(folder)).toBeNull();
  });

  it.each(["", "endoflife.date", "file:///etc/passwd", "ftp://example.org/", "https://me:secret@example.org/"])(
    "refuses the address %j before asking anybody",
    async (address) => {
      expect(await reasonOf(refresh({ address }))).toMatch(/"kind":"usage"/);
    },
  );
});

describe("a redirect", () => {
  const to = (from: string, location: string) => {
    const target = redirectTarget(location, new URL(from));
    if (target instanceof URL) return target.href;
    return target.kind === "failed" ? target.why.key : target.kind;
  };
  it.each([
    ["https://endoflife.date/a", "/b/", "https://endoflife.date/b/"],
    ["https://endoflife.date/a", "https://example.org/b", "https://example.org/b"],
    ["http://endoflife.date/a", "https://endoflife.date/a", "https://endoflife.date/a"],
    ["https://endoflife.date/a", "http://endoflife.date/a", "data.redirect-downgrade"],
    ["https://endoflife.date/a", "https://169.254.169.254/latest", "data.redirect-inside"],
    ["https://endoflife.date/a", "https://localhost:8443/", "data.redirect-inside"],
    ["https://10.0.0.8/mirror", "https://10.0.0.9/mirror", "https://10.0.0.9/mirror"],
    ["https://endoflife.date/a", "javascript:alert(1)", "data.redirect-scheme"],
    ["https://endoflife.date/a", "https://[", "data.redirect-nowhere"],
  ])("from %s to %s: %s", (from, location, result) => {
    expect(to(from, location)).toBe(result);
  });
});

describe("addresses inside", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.9.9",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "[::1]",
    "[fd00::1]",
    "[fe80::1]",
    "[::ffff:7f00:1]",
    "localhost",
    "a.localhost",
  ])("%s is one", (host) => {
    expect(isInside(host)).toBe(true);
  });
  it.each(["endoflife.date", "8.8.8.8", "172.32.0.1", "100.128.0.1", "[2001:db8::1]", "10.example.org"])(
    "%s is none",
    (host) => {
      expect(isInside(host)).toBe(false);
    },
  );
});
