// The published JSON schemas are the zod schemas of the code: `UPDATE_SCHEMAS=1` writes the files, a person reviews them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { publishedSchemas } from "../../shared/model/answers.ts";

const names = Object.keys(publishedSchemas) as (keyof typeof publishedSchemas)[];

function published(name: keyof typeof publishedSchemas): string {
  const schema = z.toJSONSchema(publishedSchemas[name] as z.ZodType, { target: "draft-2020-12", io: "output" });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, $id: `urn:plimsoll:schema:${name}`, ...rest }, null, 2)}\n`;
}

it.each(names)("assets/schema/%s.schema.json is what the code checks", (name) => {
  const path = `assets/schema/${name}.schema.json`;
  if (process.env["UPDATE_SCHEMAS"] === "1") {
    mkdirSync("assets/schema", { recursive: true });
    writeFileSync(path, published(name));
  }
  expect(readFileSync(path, "utf8")).toBe(published(name));
});

it("no schema file stands there that the code does not know", () => {
  expect(readdirSync("assets/schema").sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
});
