import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadRules, parseRules } from "../../../main/data/rules.ts";
import { type Failure, FailureError } from "../../../shared/model/failure.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-rules-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function failureOf(loading: Promise<unknown>): Promise<Failure> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return error.failure;
}

const good = `id: cis-docker
title: t
edition: "1"
version: "1"
source: s
notice: { en: n, de: n }
controls:
  - id: cis-docker:1
    benchmark: cis-docker
    section: s
    title: { en: a, de: b }
    level: 1
    severity: low
    severityGround: { en: a, de: b }
    assessment: manual
    scope: image
    rule: { en: a, de: b }
    remediation: { en: a, de: b }
    mappings: [{ framework: f, ids: ["1"], source: s }]
`;

describe("loadRules", () => {
  it("reads the catalogue that ships with the app", async () => {
    const sets = await loadRules("assets/rules");
    for (const { digest } of sets) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(sets.map(({ id, controls }) => [id, controls.length])).toEqual([
      ["cis-docker", 118],
      ["dhi-gpos", 198],
      ["docker-ee-stig", 101],
      ["image-srg", 50],
    ]);
  });

  it("gives a file the digest of its bytes", async () => {
    const sets = await loadRules(folderWith({ "a.yaml": good, "notes.txt": "ignored" }));
    const other = await loadRules(folderWith({ "a.yaml": `${good}# a comment\n` }));
    expect(sets[0]?.digest).not.toBe(other[0]?.digest);
  });

  it.each<[string, string, object]>([
    ["breaks as YAML", good.replace("title: t", "title: [t"), { line: 3 }],
    ["has a key twice", good.replace('edition: "1"', "id: cis-docker"), { line: 3, column: 1 }],
    ["has no German", good.replace("title: { en: a, de: b }", "title: { en: a }"), { line: 11, column: 5 }],
    ["has a key that nobody knows", good.replace("level: 1", "levle: 1"), { line: 12, column: 5 }],
    ["has a level that does not exist", good.replace("level: 1", "level: 3"), { line: 12, column: 5 }],
    ["has an empty list of ids", good.replace('ids: ["1"]', "ids: []"), { line: 19 }],
    ["names another benchmark", good.replace("benchmark: cis-docker", "benchmark: image-srg"), { line: 9, column: 5 }],
    [
      "gives an id of another benchmark",
      good.replace("- id: cis-docker:1", "- id: image-srg:1"),
      { line: 8, column: 5 },
    ],
    ["holds no control", `${good.split("controls:")[0]}controls: []\n`, { line: 7, column: 1 }],
    ["holds two documents", `${good}---\n${good}`, { line: 20 }],
    ["is empty", "", {}],
    ["uses a tag of its own", good.replace("title: t", "title: !run t"), { line: 2 }],
  ])("refuses a file that %s, with its place", async (_, text, place) => {
    const folder = folderWith({ "a.yaml": text });
    expect(await failureOf(loadRules(folder))).toMatchObject({
      kind: "catalogue-invalid",
      file: join(folder, "a.yaml"),
      cause: expect.stringMatching(/\S/),
      ...place,
    });
  });

  it("refuses an id that stands twice, in one file or in two", async () => {
    const twice = good + good.slice(good.indexOf("  - id"));
    expect(await failureOf(loadRules(folderWith({ "a.yaml": twice })))).toMatchObject({
      kind: "catalogue-invalid",
      line: 20,
      column: 5,
      cause: expect.stringContaining("cis-docker:1 stands twice"),
    });
    expect(await failureOf(loadRules(folderWith({ "a.yaml": good, "b.yaml": good })))).toMatchObject({
      kind: "catalogue-invalid",
      cause: expect.stringContaining("two files"),
    });
  });

  it("refuses aliases that multiply", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [name, before] of ["ba", "cb", "dc", "ed", "fe"].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(",")}]`);
    }
    expect(() => parseRules("x", Buffer.from(bomb.join("\n")))).toThrow(/alias/i);
  });

  it("refuses a folder without a catalogue, and one that is not there", async () => {
    expect(await failureOf(loadRules(folderWith({})))).toMatchObject({ kind: "catalogue-invalid" });
    expect(await failureOf(loadRules("/nowhere/at/all"))).toMatchObject({ kind: "not-readable" });
  });
});
