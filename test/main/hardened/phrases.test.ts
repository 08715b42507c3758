// The sentences of hardened/ are those of its wording table, no more and no fewer.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hardenedPhrases } from "../../../shared/wording/phrases/hardened.ts";

it("the table holds the sentences of main/hardened", () => {
  const files = readdirSync("main/hardened", { withFileTypes: true }).filter((entry) => entry.isFile());
  const used = files.flatMap(({ name }) =>
    [...readFileSync(`main/hardened/${name}`, "utf8").matchAll(/"(hardened\.[a-z0-9-]+)"/g)].map((match) => match[1]),
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(hardenedPhrases).sort());
});
