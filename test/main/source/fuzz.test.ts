// A few of the mutated archives of the long run (test/long/fuzz.test.ts); what once made reading go wrong is kept in
// regressions.test.ts.
import { describe, expect, it } from "vitest";
import { runFuzz } from "../../support/fuzz/run-fuzz.ts";
import { seeds } from "../../support/fuzz/seeds.ts";

const inputs = 1500;

describe("archives with changes", () => {
  it("are read, or refused for a reason, and never with a crash", async () => {
    const { bySeed, findings, repeated } = await runFuzz({ inputs, seed: 20_261_124 });
    expect(findings).toEqual([]);
    expect(repeated).toBe(inputs / 50);
    const total = (key: string) => [...bySeed.values()].reduce((sum, row) => sum + (row[key] ?? 0), 0);
    expect(total("inputs")).toBe(inputs);
    // It would prove nothing if all of them failed at the door, or if none did.
    expect(total("facts")).toBeGreaterThan(inputs / 10);
    expect(total("failed") + total("both")).toBeGreaterThan(inputs / 10);
    expect([...bySeed.values()].every((row) => (row["inputs"] ?? 0) > inputs / 100)).toBe(true);
  }, 120_000);

  it("come from seeds of at least twelve forms, each by its own name", () => {
    expect(new Set(seeds.map(({ name }) => name)).size).toBe(seeds.length);
    expect(seeds.length).toBeGreaterThanOrEqual(12);
  });
});
