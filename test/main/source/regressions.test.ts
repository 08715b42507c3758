// Inputs that once crashed the reader, kept it busy or took all memory, one file each: test/cases/regressions. An input is
// text in a place of an image, or changes to a seed of the fuzz run. That they end at all is what is tested.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { maskConfig } from "../../../main/inspect/secrets/mask-config.ts";
import { secretlintSpans } from "../../../main/inspect/secrets/secretlint-spans.ts";
import { parseImageConfig } from "../../../main/source/image-config.ts";
import { judgeInput } from "../../support/fuzz/judge-input.ts";
import { editor } from "../../support/fuzz/mutation.ts";
import { sites } from "../../support/fuzz/recipe.ts";
import { seeds } from "../../support/fuzz/seeds.ts";
import { addBlob, file, image, jsonBytes, layoutOf, mediaTypes, toTar } from "../../support/image-builder.ts";

const folder = "test/cases/regressions";
const Text = z.strictObject({
  what: z.string(),
  where: z.enum(["label", "env", "history", "config", "file"]),
  /** Of the file. */
  path: z.string().optional(),
  /** Pieces, each so many times. */
  text: z.array(z.tuple([z.string(), z.int()])),
  ends: z.enum(["facts", "failed"]),
});
const Mutated = z.strictObject({
  what: z.string(),
  seed: z.string(),
  mutations: z.array(
    z.strictObject({
      site: z.enum(sites),
      turn: z.int(),
      mutator: z.string(),
      where: z.int(),
      what: z.int(),
    }),
  ),
});
const Case = z.union([Text, Mutated]);

let room = "";
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), "plimsoll-regressions-"));
});
afterAll(() => rm(room, { recursive: true, force: true }));

const names = await readdir(folder);

describe("what once went wrong", () => {
  it.each(names)("%s is read, or refused for a reason", async (name) => {
    const input = Case.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
    const judged = await judgeInput(bytesOf(input), join(room, "input"), { schema: true, secrets: [] });
    expect(judged).toMatchObject({ ok: true });
    if ("ends" in input) expect(judged).toMatchObject({ outcome: input.ends });
  });

  it("no comment in a text hides what the rules of secretlint find", async () => {
    const token = `figd_${"aB3dEf6hIj".repeat(4)}`;
    const text = `secretlint-disable\n${token}\n`;
    expect(await secretlintSpans(text)).toMatchObject([{ start: text.indexOf(token), kind: "Figma token" }]);
  });

  it("the search for secrets keeps nothing of what it did", async () => {
    const config = parseImageConfig(image().config({ Labels: { a: "b" } }).configBytes);
    await maskConfig(config);
    const before = performance.getEntries().length;
    for (let time = 0; time < 20; time++) await maskConfig(config);
    expect(performance.getEntries().length).toBe(before);
  });
});

function bytesOf(input: z.infer<typeof Case>): Uint8Array {
  if ("seed" in input) {
    const seed = seeds.find(({ name }) => name === input.seed);
    if (seed === undefined) throw new Error(`there is no seed ${input.seed}`);
    return seed.build(editor(input.mutations).edit);
  }
  const text = input.text.map(([piece, times]) => piece.repeat(times)).join("");
  const built = image().tag("bad:1");
  switch (input.where) {
    case "label":
      return toTar(built.config({ Labels: { text } }).dockerArchive());
    case "env":
      return toTar(built.config({ Env: [text] }).dockerArchive());
    case "history":
      return toTar(built.history([{ created_by: text, empty_layer: true }]).dockerArchive());
    case "file":
      return toTar(built.layer(file(input.path ?? "/file", text)).dockerArchive());
    case "config": {
      const files = new Map(layoutOf([]));
      const config = addBlob(files, mediaTypes.config, Buffer.from(text));
      const manifest = addBlob(files, mediaTypes.manifest, jsonBytes({ schemaVersion: 2, config, layers: [] }));
      files.set("index.json", jsonBytes({ schemaVersion: 2, manifests: [manifest] }));
      return toTar(files);
    }
  }
}
