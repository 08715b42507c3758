// The sentences of main/surroundings: no more and no fewer than are used.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { surroundingsPhrases } from "../../../shared/wording/phrases/surroundings.ts";

it("the wording table holds the sentences that are used", () => {
  const folder = "main/surroundings";
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const used = text.flatMap((one) => [...one.matchAll(/"(surroundings\.[a-z0-9-]+)"/g)].map((match) => match[1]));
  expect([...new Set(used)].sort()).toEqual(Object.keys(surroundingsPhrases).sort());
});
