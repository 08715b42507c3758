// `plimsoll entitlement` and `plimsoll lifecycle` as a user meets them: words, options, files, and what is refused.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type EntitlementAddOptions,
  listEntitlements,
  recordEntitlement,
  takeEntitlementAway,
} from "../../../main/cli/entitlement.ts";
import { runLifecycle } from "../../../main/cli/lifecycle.ts";
import type { World } from "../../../main/cli/world.ts";
import { EntitlementAnswer, EntitlementListAnswer, ProductAnswer } from "../../../shared/model/answers.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { day } from "../../support/kept-run.ts";

let root = "";
let home = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-entitlement-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  home = await mkdtemp(join(root, "home-"));
});

/** What a command writes, with the code it ends with. */
async function run(command: (world: World) => Promise<number>, today = "2026-11-24") {
  let out = "";
  const world = {
    env: { PLIMSOLL_HOME: home },
    cwd: home,
    host: { user: "ana", name: "desk" },
    clock: { today: () => day(today), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    tool: { version: "0.1.0" },
    assets: "assets",
    language: "en",
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 80 },
    stderr: { write: () => undefined, isTTY: false },
  } as unknown as World;
  return { code: await command(world), out };
}

const options: EntitlementAddOptions = {
  format: "table",
  provider: "Freexian",
  programme: "ELTS",
  product: "Debian",
  cycle: "10",
  contract: "FX-1",
  until: "2027-06-30",
};
/** Options that take the place of the others; undefined = not given. */
type Changed = { readonly [K in keyof EntitlementAddOptions]?: EntitlementAddOptions[K] | undefined };
const add = (over: Changed = {}) =>
  run((world) => recordEntitlement({ ...options, ...over } as EntitlementAddOptions, world));
const list = (over: object = {}, today?: string) =>
  run((world) => listEntitlements({ format: "table", ...over }, world), today);

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return `${error.failure.kind}: ${error.message}`;
}

describe("plimsoll entitlement", () => {
  it("says what to do where nothing is recorded", async () => {
    expect((await list()).out).toBe(
      "No extended support is recorded; plimsoll entitlement add writes down what was bought.\n",
    );
    expect((await list({ lang: "de" })).out).toMatch(/^Es ist kein gekaufter Support vermerkt/);
  });

  it("records, lists and removes", async () => {
    const added = await add();
    expect(added.out).toMatch(/^[0-9a-f-]{36} {2}Freexian ELTS {2}debian 10 {2}FX-1 {2}until 2027-06-30\n$/);
    await add({ image: "shop/**", contract: "FX-2", from: "2026-12-01" });
    const { out } = await list();
    expect(out).toMatch(/Freexian ELTS +debian 10 +FX-1 +end of support +2027-06-30 +holds/);
    expect(out).toMatch(
      /debian 10, images shop\/\*\* +FX-2 +2026-12-01 +2027-06-30 +not yet .*it begins on 2026-12-01/,
    );
    expect((await list({ lang: "de" })).out).toMatch(/FX-1 +Supportende +2027-06-30 +gilt/);
    expect((await list({ on: "2027-07-01" })).out).toMatch(/FX-1 .* ended .* its last day was 2027-06-30, 1 days ago/);
    const id = added.out.slice(0, 10);
    const removed = await run((world) => takeEntitlementAway(id, { format: "table", reason: "sold" }, world));
    expect(removed.out).toMatch(/FX-1 {2}until 2027-06-30 {2}removed\n$/);
    expect((await list()).out).toMatch(/FX-1 .* removed .*removed by ana on 2026-11-24/);
    expect(await readFile(join(home, "entitlements.yaml"), "utf8")).toContain("reason: sold");
  });

  it("answers in the published JSON", async () => {
    const added = EntitlementAnswer.parse(JSON.parse((await add({ format: "json" })).out));
    expect(added.entitlement).toMatchObject({ scope: { product: "debian", cycle: "10" }, by: "ana", on: "2026-11-24" });
    const listed = EntitlementListAnswer.parse(JSON.parse((await list({ format: "json" })).out));
    expect(listed.file).toBe(join(home, "entitlements.yaml"));
    expect(listed.entitlements).toEqual([
      { entitlement: added.entitlement, standing: { state: "holds", phrases: [], reasons: [], images: null } },
    ]);
  });

  it("uses the file that is named, and fails where that is missing or at fault", async () => {
    const named = { entitlements: "ours.yaml" };
    expect(await failure(list(named))).toBe("not-readable: no such file or folder");
    await add(named);
    expect((await list(named)).out).toContain("FX-1");
    expect((await list()).out).toMatch(/^No extended support/);
    await writeFile(join(home, "entitlements.yaml"), "schema: plimsoll/entitlements@1\nentitlements: [1]\n");
    expect(await failure(list())).toMatch(/^catalogue-invalid: entitlements\.0/);
  });

  it.each<[Changed, RegExp]>([
    [{ product: "debain", cycle: undefined }, /know no product debain; near to it: debian/],
    [{ cycle: "99" }, /know no cycle 99 of debian/],
    [{ product: undefined, image: "a/*" }, /--cycle needs --product/],
    [{ product: undefined, cycle: undefined }, /--product, --image or both/],
    [{ image: "" }, /--image: /],
    [{ provider: undefined }, /give --provider/],
    [{ contract: " " }, /give --contract/],
    [{ until: undefined }, /give --until with a day/],
    [{ until: "2027-02-29" }, /give --until with a day that exists/],
    [{ from: "2027-07-01" }, /until: 2027-06-30 lies before its first day, 2027-07-01/],
  ])("refuses %j", async (over, cause) => {
    expect(await failure(add(over))).toMatch(cause);
    await expect(readFile(join(home, "entitlements.yaml"))).rejects.toThrow("ENOENT");
  });
});

describe("plimsoll lifecycle --product", () => {
  const lifecycle = (over: object = {}) =>
    run((world) => runLifecycle([], { format: "table", product: "debian", cycle: "10", ...over }, world));

  it("says of each window by whom, from when, until when, from which source, and why it does not count", async () => {
    const { out } = await lifecycle();
    expect(out).toMatch(/Debian 10 +(?:end of life|extended support only) +2022-09-10 +not covered +ended 2022-09-10/);
    expect(out).toMatch(/Debian LTS +Debian LTS team +2022-09-11 +2024-06-30 +no, not recorded .*endoflife\.date/);
    expect(out).toMatch(/endoflife\.date, \d{4}-\d\d-\d\d \(\d+ days old\)\n$/);
    expect((await lifecycle({ lang: "de" })).out).toMatch(/nein, nicht vermerkt/);
  });

  it("says the same as JSON", async () => {
    const answer = ProductAnswer.parse(JSON.parse((await lifecycle({ format: "json" })).out));
    const [cycle] = answer.cycles;
    expect(cycle?.cover).toEqual({ covered: false, by: [], until: "2022-09-10" });
    expect(cycle?.coverage.find(({ provider }) => provider === "Debian LTS team")?.reason).toBe("not-recorded");
    expect(answer.entitlements).toBeUndefined();
  });

  it("counts what was bought, and names the contract", async () => {
    await add();
    const { out } = await lifecycle();
    expect(out).toMatch(/Debian 10 +end of life +2022-09-10 +Freexian +2027-06-30 +2027-06-30 \(218 d\) cover/);
    expect(out).toMatch(/ELTS +Freexian +2024-07-01 +2027-06-30 +yes, contract FX-1 /);
    expect(out).toMatch(/entitlements that count here: 1 of 1 \(sha256:[0-9a-f]{12}\)\n$/);
    const answer = ProductAnswer.parse(JSON.parse((await lifecycle({ format: "json" })).out));
    expect(answer.cycles[0]?.cover).toEqual({ covered: true, by: ["Freexian"], until: "2027-06-30" });
    expect(answer.cycles[0]?.coverage.map(({ reason }) => reason)).toContain("contract");
    expect(answer.entitlements?.used).toMatchObject([{ contract: "FX-1", images: 1 }]);
    const after = await lifecycle({ on: "2027-07-01" });
    expect(after.out).toMatch(/not covered +ended 2027-06-30/);
  });

  it("has a row a cycle, and windows where they are asked for", async () => {
    const all = await lifecycle({ cycle: undefined });
    expect(all.out.split("\n").filter((line) => line.startsWith("Debian ")).length).toBeGreaterThan(5);
    expect(all.out).not.toContain("not recorded");
    expect((await lifecycle({ cycle: undefined, windows: true })).out).toContain("not recorded");
  });
});
