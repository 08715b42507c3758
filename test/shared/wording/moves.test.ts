// The sentences of recommendations and the code that says them hold together.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { moveKinds } from "../../../shared/model/move.ts";
import { effortWords, moveKindWords, moveWords, tierWords } from "../../../shared/wording/moves.ts";
import { movePhrases } from "../../../shared/wording/phrases/move.ts";

it("says each sentence somewhere in advice, and none that is not there", () => {
  const folder = "main/advice/recommend";
  const code = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const used = new Set(
    code.flatMap((text) => [...text.matchAll(/"(move\.[a-z0-9-]+)"/g)].map((match) => match[1] ?? "")),
  );
  expect([...used].sort()).toEqual(Object.keys(movePhrases).sort());
});

it("has a word for each kind of move, and German that is not English", () => {
  expect(Object.keys(moveKindWords)).toEqual([...moveKinds]);
  for (const words of [moveKindWords, effortWords, tierWords, moveWords]) {
    for (const [key, { en, de }] of Object.entries(words)) expect([key, en !== "" && de !== ""]).toEqual([key, true]);
  }
  const same = Object.entries(movePhrases).filter(([, { en, de }]) => en === (de as string));
  expect(same).toEqual([]);
});
