// The file of technologies: read whole, a fault at its line, and changed without touching what people wrote.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setTechnology } from "../../../main/data/change-technologies.ts";
import { loadTechnologies, loadTechnologiesIfThere } from "../../../main/data/technologies.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import { day } from "../../support/technology-case.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-technologies-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function fileWith(...entries: string[]): Promise<string> {
  count += 1;
  const path = join(folder, `${count}.yaml`);
  await writeFile(
    path,
    `schema: plimsoll/technologies@1\ntechnologies:\n${entries.map((entry) => `  - ${entry}\n`).join("")}`,
  );
  return path;
}
const failure = (work: Promise<unknown>) => work.then(() => null, failureOf);

describe("reading", () => {
  it("takes the example of the documentation", async () => {
    const { technologies, digest } = await loadTechnologies("docs/examples/technologies.yaml");
    expect(technologies).toHaveLength(4);
    expect(new Set(technologies.map(({ id }) => id)).size).toBe(4);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("says that a named file is not there, and takes none where none must be", async () => {
    expect(await failure(loadTechnologies(join(folder, "none.yaml")))).toMatchObject({ kind: "not-readable" });
    expect(await loadTechnologiesIfThere(join(folder, "none.yaml"))).toBeNull();
  });

  it.each([
    ["{ owner: Ada }", /name a product, or give a name/, 5],
    ["{ product: debian, name: Debian }", /a product has its own name/, 24],
    ["{ name: HSM, cycle: '7' }", /cycle: it needs a product/, 18],
    ["{ product: debian, end: 2027-01-01 }", /end: it goes with a name/, 24],
    ["{ name: HSM, end: 2027-01-01 }", /end: say where the day comes from/, 18],
    ["{ product: debian, plan: { action: keep }, approver: Ada }", /approver: say on which day/, 48],
    ["{ product: debian, plan: { action: keep }, approved: 2026-01-01 }", /approved: say by whom/, 48],
    ["{ product: debian, approver: Ada, approved: 2026-01-01 }", /there is no plan/, 24],
    [
      "{ product: debian, owner: ada  LOVELACE, plan: { action: keep }, approver: Ada Lovelace, approved: 2026-01-01 }",
      /another person must approve/,
      70,
    ],
    ["{ product: debian, reviewed: 2026-01-01 }", /reviewed: say by whom/, 24],
    ["{ product: debian, reviewer: Ada }", /reviewer: say on which day/, 24],
    ["{ product: debian, plan: { action: hope } }", /plan\.action/, 32],
    ["{ product: debian, plan: { action: upgrade, target: 2026-02-30 } }", /plan\.target/, 49],
    ["{ product: debian, onwer: Ada }", /onwer/, 24],
    ["{ product: '../etc' }", /endoflife\.date writes it/, 7],
  ])("%s is refused at its place", async (entry, cause, column) => {
    const found = await failure(loadTechnologies(await fileWith(entry)));
    expect(found).toMatchObject({ kind: "catalogue-invalid", line: 3, cause: expect.stringMatching(cause) });
    expect(found).toMatchObject({ column });
  });

  it("refuses two entries about the same", async () => {
    const path = await fileWith("{ name: HSM, owner: A }", "{ name: ' hsm ', owner: B }");
    expect(await failure(loadTechnologies(path))).toMatchObject({
      line: 4,
      cause: expect.stringContaining("number 1"),
    });
  });
});

describe("changing", () => {
  it("makes a file where there is none, then changes fields and keeps what people wrote", async () => {
    const path = join(folder, "state", "technologies.yaml");
    const about = { product: "nodejs", cycle: "20" };
    const made = await setTechnology(path, about, { owner: "Ada Lovelace" });
    expect(made).toMatchObject({ ...about, owner: "Ada Lovelace" });
    const written = await readFile(path, "utf8");
    await writeFile(
      path,
      written.replace("technologies:\n", "# ours\ntechnologies:\n  - product: redis # cache\n    owner:   Key  team\n"),
    );
    await setTechnology(path, about, { plan: { action: "upgrade", target: day("2027-01-31") } });
    const text = await readFile(path, "utf8");
    expect(text).toContain("# ours\n");
    expect(text).toContain("  - product: redis # cache\n    owner:   Key  team\n");
    const { technologies } = await loadTechnologies(path);
    expect(technologies.map(({ product, owner, plan }) => [product, owner, plan?.target])).toEqual([
      ["redis", "Key  team", undefined],
      ["nodejs", "Ada Lovelace", "2027-01-31"],
    ]);
  });

  it("lets the approval of a changed plan fall, and not that of an unchanged one", async () => {
    const path = join(folder, "approval.yaml");
    const about = { name: "HSM" };
    const approved = { approver: "Margaret", approved: day("2026-05-05") };
    await setTechnology(path, about, { plan: { action: "replace" }, ...approved });
    expect(await setTechnology(path, about, { plan: { action: "replace" }, owner: "Ada" })).toMatchObject(approved);
    const changed = await setTechnology(path, about, { plan: { action: "replace", target: day("2027-01-01") } });
    expect(changed.approver).toBeUndefined();
    expect(changed.approved).toBeUndefined();
    expect(await setTechnology(path, about, { plan: { action: "retire" }, ...approved })).toMatchObject(approved);
    expect((await setTechnology(path, about, { plan: null })).plan).toBeUndefined();
  });

  it("refuses what the file must not hold and leaves it as it was", async () => {
    const path = await fileWith("{ product: debian, owner: Ada, plan: { action: keep } }");
    const before = await readFile(path, "utf8");
    const change = { approver: " ada ", approved: day("2026-05-05") };
    expect(await failure(setTechnology(path, { product: "debian" }, change))).toMatchObject({
      kind: "usage",
      cause: expect.stringContaining("another person must approve"),
    });
    expect(await readFile(path, "utf8")).toBe(before);
  });
});
