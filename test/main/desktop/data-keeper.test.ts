// The data of the running app: newer data comes into use without a new start, own dates are taken up when they change, and
// a file of theirs that is at fault stops judging, not the app.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { type DataKeeper, keepData } from "../../../main/desktop/data-keeper.ts";
import { dataHandlers } from "../../../main/desktop/ipc/data-handlers.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { apiAnswer } from "../../support/api-answer.ts";
import { type DataServer, startDataServer } from "../../support/data-server.ts";
import { day } from "../../support/kept-run.ts";

const embedded = await loadLifecycle("assets/data/lifecycle.json");
let folder = "";
let server: DataServer;
let changes = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-keeper-"));
  server = await startDataServer();
  server.answer((_, response) => {
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify(apiAnswer(embedded, "2026-11-23")));
  });
  changes = 0;
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const own = () => join(folder, "lifecycle.yaml");
const kept = (): Promise<DataKeeper> =>
  keepData({
    assets: "assets",
    home: { data: join(folder, "data"), ownLifecycle: own() },
    today: () => day("2026-11-24"),
    instant: () => new Date("2026-11-24T10:00:00Z"),
    version: "1.2.3",
    changed: () => {
      changes += 1;
    },
    address: server.address,
  });
const signal = new AbortController().signal;
const dates = (eol: string) =>
  writeFile(
    own(),
    `schema: plimsoll/own-lifecycle@1\ndates: [{product: debian, cycle: "12", eol: ${eol}, source: s, asOf: 2026-11-01}]\n`,
  );
const debian12 = (keeper: DataKeeper) =>
  keeper
    .current()
    .lifecycle.products.find(({ id }) => id === "debian")
    ?.cycles.find(({ cycle }) => cycle === "12")?.eol;
async function failureIn(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof FailureError ? error.failure : error;
}

describe("the app's data", () => {
  it("is the refreshed as soon as it came, and says so once", async () => {
    const keeper = await kept();
    expect(keeper.current().lifecycle.date).toBe(embedded.date);
    await keeper.refresh(false, signal);
    expect(keeper.current().lifecycle.date).toBe("2026-11-23");
    expect(changes).toBe(1);
    expect(await keeper.refresh(false, signal)).toMatchObject({ outcome: "recent" });
    expect([changes, server.asked.length]).toEqual([1, 1]);
  });

  it("stays where a refresh fails, and tells how it ended", async () => {
    const keeper = await kept();
    server.answer((_, response) => void response.writeHead(503).end());
    expect(await failureIn(keeper.refresh(false, signal))).toMatchObject({ kind: "data-refused" });
    expect([keeper.current().lifecycle.date, changes]).toEqual([embedded.date, 0]);
    const status = await keeper.status();
    expect(status).toMatchObject({ used: "embedded", lastTry: { outcome: "failed", failures: 1 }, refreshed: null });
  });

  it("runs one refresh after the other, so that two presses ask once", async () => {
    const keeper = await kept();
    const both = await Promise.all([keeper.refresh(false, signal), keeper.refresh(false, signal)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["new", "recent"]);
    expect(server.asked).toHaveLength(1);
  });

  it("takes up own dates when their file changes, comes or goes", async () => {
    const keeper = await kept();
    await dates("2026-06-10");
    await keeper.fresh();
    expect(debian12(keeper)).toBe("2026-06-10");
    await dates("2026-06-11");
    await keeper.fresh();
    await keeper.fresh();
    expect([debian12(keeper), changes]).toEqual(["2026-06-11", 2]);
    await rm(own());
    await keeper.fresh();
    expect(debian12(keeper)).toBe("2026-07-11");
  });

  it("comes up beside own dates at fault, says so, and judges nothing until they are mended", async () => {
    await dates("someday");
    const keeper = await kept();
    expect(debian12(keeper)).toBe("2026-07-11");
    expect(await failureIn(keeper.fresh())).toMatchObject({ kind: "catalogue-invalid", file: own(), line: 2 });
    expect(await keeper.status()).toMatchObject({ own: { file: own(), failure: { kind: "catalogue-invalid" } } });
    await keeper.refresh(false, signal);
    expect(keeper.current().lifecycle.date).toBe("2026-11-23");
    expect(await failureIn(keeper.fresh())).toMatchObject({ kind: "catalogue-invalid" });
    await dates("2026-06-10");
    await keeper.fresh();
    expect([debian12(keeper), keeper.current().lifecycle.date]).toEqual(["2026-06-10", "2026-11-23"]);
  });
});

describe("the window's questions", () => {
  const handlers = async (chosen: string | null) =>
    dataHandlers({ data: await kept(), chooseDataFile: async () => chosen });

  it("are answered in the shape of the contract", async () => {
    const ask = await handlers(null);
    await dates("2026-06-10");
    const status = contract["data.status"].out.parse(await ask["data.status"](null));
    expect(status).toMatchObject({ on: "2026-11-24", used: "embedded", embedded: { ageDays: 94 }, own: { dates: 1 } });
    const steps: unknown[] = [];
    const outcome = await ask["data.refresh"]({ force: false }, (step) => steps.push(step), signal);
    expect(contract["data.refresh"].out.parse(outcome)).toMatchObject({ outcome: "new" });
    expect(steps).toEqual([{ step: "asking", address: server.address }]);
    expect(await ask["data.import"](null)).toBeNull();
  });

  it("import the file that the person chose, and no other", async () => {
    const path = join(folder, "full.json");
    await writeFile(path, JSON.stringify(apiAnswer(embedded, "2026-11-20")));
    const ask = await handlers(path);
    expect(contract["data.import"].out.parse(await ask["data.import"](null))).toMatchObject({
      date: "2026-11-20",
      from: path,
    });
    expect(await ask["data.status"](null)).toMatchObject({ used: "refreshed", refreshed: { origin: "import" } });
    expect(server.asked).toEqual([]);
  });
});
