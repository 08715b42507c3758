// The sentences of migration: every key that the code says stands in the table, and no sentence stands there unsaid.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrateDockerfile } from "../../../../main/advice/migrate/migrate-dockerfile.ts";
import { loadHardened } from "../../../../main/data/hardened-catalogue.ts";
import { migrationPhrases } from "../../../../shared/wording/phrases/migration.ts";
import { phrases, say } from "../../../../shared/wording/say.ts";

const catalogue = await loadHardened("assets/data/hardened.json");

it("holds the sentences of the code, no more and no fewer", () => {
  const folder = "main/advice/migrate";
  const said = new Set<string>();
  for (const file of readdirSync(folder)) {
    const code = readFileSync(join(folder, file), "utf8");
    for (const [, key = ""] of code.matchAll(/"(migration\.[a-z0-9-]+)"/g)) said.add(key);
    // A note says a second sentence under the same key.
    for (const [call] of code.matchAll(/noted\([^;]*?\)/g))
      for (const [, key = ""] of call.matchAll(/"(migration\.[a-z0-9-]+)"/g)) said.add(`${key}-check`);
  }
  expect([...said].sort()).toEqual(Object.keys(migrationPhrases).sort());
  expect(Object.keys(migrationPhrases).every((key) => phrases[key] !== undefined)).toBe(true);
});

it.each([
  ["FROM node:22-alpine\n", "Debian-Tags|wird daher debian"],
  ["FROM node:20\nRUN x\n", "hat den Katalog am 2026-06-16 verlassen"],
  ["FROM python:3.13\nHEALTHCHECK CMD curl x || exit 1\n", "HEALTHCHECK geht verloren"],
  ["FROM python:3.13\nCMD a && b\n", "braucht eine Shell"],
  ["FROM python:3.13\nEXPOSE 80\n", "80 -> 8080"],
  ["FROM python:3.13\nUSER root\n", "statt als root"],
  ["FROM python:3.13\nUSER $APP\n", "Eine Variable|eine Variable bestimmt"],
  ["FROM openjdk:21\n", "abgeleitet"],
  ["FROM node\n", "Linie 26 ist die neueste"],
  [`FROM node:22@sha256:${"0".repeat(64)}\n`, "per Digest festgelegt"],
  ["FROM ubuntu\n", "kein gehärtetes Image bekannt"],
  ["FROM spark:4.1\nRUN x\n", "kein Dev-Image"],
  ["FROM postgres:17\n", "docker-entrypoint.sh"],
  ["FROM node:22\nONBUILD RUN x\n", "ONBUILD"],
  ["FROM node:22\nRUN x\nCMD yarn start\n", "bleibt auf dem Dev-Image"],
  ["FROM node:22\nCMD yarn start\n", "statt yarn"],
])("%j is explained in German", (text, part) => {
  const { hunks, notes, bases } = migrateDockerfile(text, "Dockerfile", catalogue);
  const all = [...hunks, ...notes].flatMap(({ reasons, checks }) => [...reasons, ...checks]);
  const german = [...all, ...bases.map(({ why }) => why)].map((one) => say(one, "de")).join("\n");
  expect(german).toMatch(new RegExp(part));
  expect(german).not.toMatch(/\{\w+\}|migration\./);
});
