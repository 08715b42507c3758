import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type AuditStore, openAuditStore } from "../../../main/store/audits.ts";
import { auditWith, finding, idOf, runWith } from "../../support/kept-run.ts";

let folder = "";
let store: AuditStore;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "plimsoll-audits-")), "audits");
  store = openAuditStore(folder);
});

const api = auditWith(idOf("1"), ["shop/api:7"], [finding("cis-docker:4.1", "fail")]);
const web = auditWith(idOf("2"), ["shop/web:3"], [finding("cis-docker:4.1", "pass")]);
const first = runWith([api, web]);
const second = runWith([web], { finishedAt: "2026-11-25T06:00:01Z" });

describe("kept audits", () => {
  it("come back as they were, by id and by its beginning", async () => {
    const id = await store.keep(first);
    expect((await store.run(id))?.run).toEqual(first);
    expect((await store.run(id.slice(0, 8)))?.id).toBe(id);
    expect(await store.run("ffff")).toBeNull();
    expect(await store.run(id.slice(0, 3))).toBeNull();
  });

  it("are stored once when equal, and listed oldest first", async () => {
    const later = await store.keep(second);
    const earlier = await store.keep(first);
    expect(await store.keep(first)).toBe(earlier);
    expect((await store.runs()).map((run) => run.run)).toEqual([earlier, later]);
    expect(await readdir(join(folder, "objects"))).toHaveLength(2);
  });

  it("know the newest of an image, by the audit's own id and by the source's", async () => {
    await store.keep(first);
    const id = await store.keep(second);
    expect((await store.newest(idOf("2")))?.run).toBe(id);
    expect((await store.newest(idOf("1")))?.audit).toEqual(api);
    expect(await store.newest(idOf("9"))).toBeNull();
    const listed = { ...api, image: { ...api.image, listedAs: { id: idOf("7"), idKind: "manifest" as const } } };
    await store.keep(runWith([listed], { finishedAt: "2026-11-26T00:00:00Z" }));
    expect((await store.newest(idOf("7")))?.audit.image.id).toBe(idOf("1"));
  });

  it.each([
    ["missing", async () => rm(join(folder, "index.json"))],
    ["cut", async () => writeFile(join(folder, "index.json"), '{"index":"plimsoll/audit-ind')],
    [
      "of another store",
      async () => writeFile(join(folder, "index.json"), JSON.stringify({ index: "plimsoll/audit-index@2", runs: [] })),
    ],
    [
      "from before it told partial runs and the sample apart",
      async () => {
        const runs = (await store.runs()).map(({ whole: _, ...entry }) => entry);
        await writeFile(join(folder, "index.json"), JSON.stringify({ index: "plimsoll/audit-index@1", runs }));
      },
    ],
  ])("have an index that is rebuilt when it is %s", async (_name, damage) => {
    await store.keep(first);
    await store.keep(second);
    const before = await store.runs();
    await damage();
    expect(await openAuditStore(folder).runs()).toEqual(before);
    await store.keep(runWith([], { finishedAt: "2026-11-27T00:00:00Z" }));
    expect(JSON.parse(await readFile(join(folder, "index.json"), "utf8")).runs).toHaveLength(3);
  });

  it("are not believed when a byte of them changed", async () => {
    const id = await store.keep(first);
    const [name = ""] = await readdir(join(folder, "objects"));
    const path = join(folder, "objects", name);
    await writeFile(path, (await readFile(path, "utf8")).replace('"fail"', '"pass"').replace("Mend it", "Mend-it"));
    await expect(store.run(id)).rejects.toMatchObject({ failure: { kind: "state-unusable", path } });
  });

  it("mend a damaged file when the same audit is kept again", async () => {
    const id = await store.keep(first);
    const [name = ""] = await readdir(join(folder, "objects"));
    await writeFile(join(folder, "objects", name), "{}");
    await store.keep(first);
    expect((await store.run(id))?.run).toEqual(first);
  });

  it("list the state of each image's origin, and those kept before it was recorded without one", async () => {
    const derived = { ...api, hardened: { ...api.hardened, state: "derived" as const } };
    const id = await store.keep(runWith([derived, web]));
    const states = async () => (await store.runs()).flatMap((run) => run.images.map((image) => image.hardened));
    expect(await states()).toEqual(["derived", "none"]);
    // A record as it was written before: the same bytes without the state, under the name they then have.
    const path = join(folder, "runs", `${id}.json`);
    const older = (await readFile(path, "utf8")).replace(/"hardened":"[a-z]+",/g, "");
    await rm(path);
    await writeFile(join(folder, "runs", `${createHash("sha256").update(older).digest("hex")}.json`), older);
    expect(await states()).toEqual([undefined, undefined]);
  });

  it("survive several writers at once", async () => {
    const runs = Array.from({ length: 8 }, (_, number) =>
      runWith([api], { finishedAt: `2026-11-24T07:00:0${number}Z` }),
    );
    await Promise.all(runs.map((run) => openAuditStore(folder).keep(run)));
    expect(await openAuditStore(folder).runs()).toHaveLength(8);
  });

  it("leave no temporary file behind", async () => {
    await store.keep(first);
    const names = [
      ...(await readdir(folder)),
      ...(await readdir(join(folder, "objects"))),
      ...(await readdir(join(folder, "runs"))),
    ];
    expect(names.filter((name) => !/^(objects|lifecycle|runs|index\.json|[0-9a-f]{64}\.json)$/.test(name))).toEqual([]);
  });
});
