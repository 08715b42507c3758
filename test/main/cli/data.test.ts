// `plimsoll data` as a user meets it: state, a refresh against a server on this machine, a file, and what follows for judging.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DataOptions, importData, refreshData, showData } from "../../../main/cli/data.ts";
import { judgingData } from "../../../main/cli/judging-data.ts";
import type { World } from "../../../main/cli/world.ts";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { DataOutcomeAnswer, DataStatusAnswer } from "../../../shared/model/data-status.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { apiAnswer } from "../../support/api-answer.ts";
import { type DataServer, startDataServer } from "../../support/data-server.ts";
import { day } from "../../support/kept-run.ts";

const embedded = await loadLifecycle("assets/data/lifecycle.json");
const products = embedded.products.map((one) =>
  one.id === "debian" ? { ...one, cycles: one.cycles.map((each) => ({ ...each, eoes: day("2031-01-01") })) } : one,
);
const newer = JSON.stringify(apiAnswer({ ...embedded, products }, "2026-11-20"));

let home = "";
let server: DataServer;
let out = "";
let err = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "plimsoll-data-"));
  server = await startDataServer();
  server.answer((_, response) => void response.writeHead(200, { "content-type": "application/json" }).end(newer));
});
afterEach(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});

function world(): World {
  out = "";
  err = "";
  return {
    env: { PLIMSOLL_HOME: home },
    cwd: home,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T10:00:00Z", zone: () => "UTC (UTC+00:00)" },
    instant: () => new Date("2026-11-24T10:00:00Z"),
    tool: { version: "0.1.0" },
    assets: "assets",
    language: "en",
    signal: new AbortController().signal,
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 120 },
    stderr: { write: (text: string) => (err += text), isTTY: false },
  } as unknown as World;
}
const json: DataOptions = { format: "json" };
const table: DataOptions = { format: "table" };

describe("plimsoll data", () => {
  it("says what ships, how old it is, and that nobody was asked", async () => {
    expect(await showData(json, world())).toBe(0);
    const status = DataStatusAnswer.parse(JSON.parse(out));
    expect(status).toMatchObject({
      used: "embedded",
      embedded: { ageDays: 94 },
      refreshed: null,
      lastTry: null,
      own: null,
    });
    expect(status.rules.map(({ benchmark }) => benchmark)).toContain("cis-docker");
    await showData(table, world());
    expect(out).toContain("older than 90 days");
    await showData({ ...table, on: "2026-08-23" }, world());
    expect(out).toMatch(/2026-08-22 +1 day /);
    expect(out).not.toContain("older than 90 days");
    await showData({ ...table, lang: "de" }, world());
    expect(out).toMatch(/mitgeliefert.*in Gebrauch/);
    expect(server.asked).toEqual([]);
  });

  it("refreshes, lists what changed, and judges by it from then on", async () => {
    expect(await refreshData({ ...table, url: server.address }, world())).toBe(0);
    expect(out).toMatch(/data of 2026-11-20 with 464 products was taken/);
    expect(out).toContain("Debian 12: Debian LTS moved from 2028-06-30 to 2031-01-01");
    expect(err).toBe("");
    expect((await judgingData({}, world())).lifecycle.date).toBe("2026-11-20");
    expect(await refreshData({ ...json, url: server.address }, world())).toBe(0);
    expect(DataOutcomeAnswer.parse(JSON.parse(out))).toMatchObject({ outcome: "recent" });
    await refreshData({ ...table, url: server.address }, world());
    expect(out).toContain("--force");
    await showData({ ...table, lang: "de" }, world());
    expect(out).toContain("Debian 12: Debian LTS von 2028-06-30 auf 2031-01-01 verschoben");
  });

  it("ends with 2 and one line where the source fails, in the person's language", async () => {
    server.answer((_, response) => void response.writeHead(404, { "content-type": "text/html" }).end("<html>"));
    expect(await refreshData({ ...json, url: server.address }, world())).toBe(2);
    expect([out, err.split("\n").length]).toEqual(["", 2]);
    expect(err).toMatch(/nothing at this address \(HTTP 404\).*the data that is here is kept/);
    expect(await refreshData({ ...table, url: server.address, lang: "de" }, world())).toBe(2);
    expect(err).toMatch(/wird nicht erneut gefragt/);
    expect(err).toContain("--force fragt trotzdem");
    expect(server.asked).toHaveLength(1);
  });

  it("imports a file from where the user stands", async () => {
    await writeFile(join(home, "full.json"), newer);
    expect(await importData("full.json", json, world())).toBe(0);
    expect(DataOutcomeAnswer.parse(JSON.parse(out))).toMatchObject({ outcome: "new", from: join(home, "full.json") });
    const digest = `sha256:${"0".repeat(64)}`;
    expect(await importData("full.json", { ...table, digest }, world())).toBe(2);
    expect(err).toMatch(/its digest is sha256:[0-9a-f]{64}, wanted is sha256:0{64}/);
  });

  it("shows own dates, and ends with 2 where their file is at fault", async () => {
    const path = join(home, "lifecycle.yaml");
    await writeFile(
      path,
      "schema: plimsoll/own-lifecycle@1\ndates: [{product: no, cycle: '1', eol: true, source: s, asOf: 2026-01-01}]\n",
    );
    expect(await showData(table, world())).toBe(0);
    expect(out).toMatch(/own dates: the data of 2026-08-22 has no no 1/);
    await judgingData({}, world());
    expect(err).toMatch(/^plimsoll: own dates: .*stand beside nothing\n$/);
    await writeFile(path, "schema: plimsoll/own-lifecycle@1\ndates: 7\n");
    expect(await showData(json, world())).toBe(2);
    expect(DataStatusAnswer.parse(JSON.parse(out)).own).toMatchObject({ failure: { line: 2 } });
    await expect(judgingData({}, world())).rejects.toBeInstanceOf(FailureError);
    await expect(judgingData({ lifecycle: "other.yaml" }, world())).rejects.toMatchObject({
      failure: { kind: "not-readable" },
    });
  });
});
