import { describe, expect, it } from "vitest";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { cleanVersion, cycleOf } from "../../../main/lifecycle/version-to-cycle.ts";

const catalogue = await loadLifecycle("assets/data/lifecycle.json");
function product(id: string) {
  const found = catalogue.products.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no product ${id}`);
  return found;
}

describe("cycleOf", () => {
  const cases: [product: string, version: string, cycle: string][] = [
    ["python", "3.10.20", "3.10"],
    ["python", "3.1.5", "3.1"],
    ["python", "3.14.0rc2", "3.14"],
    ["amazon-linux", "2", "2"],
    ["amazon-linux", "2018.03", "2018.03"],
    ["sles", "15", "15.0"],
    ["sles", "15.7", "15.7"],
    ["tomcat", "7.0.109", "7"],
    ["tomcat", "9.0.1", "9.0"],
    ["linuxmint", "22", "22"],
    ["linuxmint", "22.1", "22.1"],
    ["openssl", "1.1.1w", "1.1.1"],
    ["ruby", "2.0.0p648", "2.0.0"],
    ["eclipse-temurin", "jdk8u502-b07", "8"],
    ["eclipse-temurin", "1.8.0_502", "8"],
    ["eclipse-temurin", "21.0.12+8", "21"],
    ["postgresql", "9.6.24-1.pgdg90+1", "9.6"],
    ["postgresql", "14.22-1.pgdg12+1", "14"],
    ["mariadb", "1:11.8.8+maria~ubu2404", "11.8"],
    ["go", "go1.24.13", "1.24"],
    ["elixir", "v1.18.4", "1.18"],
    ["dotnet", "3.1.32", "3.1"],
    ["dotnet", "8.0.30", "8"],
  ];
  it.each(cases)("%s %s is cycle %s", (id, version, cycle) => {
    expect(cycleOf(product(id), version).cycle?.cycle).toBe(cycle);
  });

  const without: [product: string, version: string, why: string][] = [
    ["python", "3.15.0b3", "prerelease"],
    ["php", "8.6.0alpha3", "prerelease"],
    ["haproxy", "3.5-dev3", "prerelease"],
    ["rust", "nightly", "prerelease"],
    ["nodejs", "99.1.0", "newer-than-data"],
    ["debian", "14", "newer-than-data"],
    ["python", "3", "no-such-cycle"],
    ["nodejs", "", "no-such-cycle"],
    ["nodejs", "../../etc/passwd", "no-such-cycle"],
    ["amazon-linux", "2022", "no-such-cycle"],
    ["photon", "5", "no-such-cycle"],
  ];
  it.each(without)("%s %j has no cycle: %s", (id, version, why) => {
    expect(cycleOf(product(id), version)).toEqual({ cycle: null, why });
  });

  it("maps at least 95 % of the newest versions back to their own cycle", () => {
    let total = 0;
    const wrong: string[] = [];
    for (const each of catalogue.products) {
      for (const cycle of each.cycles) {
        if (cycle.latest === undefined) continue;
        total += 1;
        if (cycleOf(each, cycle.latest).cycle !== cycle) wrong.push(`${each.id} ${cycle.cycle} ${cycle.latest}`);
      }
    }
    expect(total).toBeGreaterThan(6000);
    expect(wrong.length / total, wrong.slice(0, 20).join("\n")).toBeLessThan(0.05);
  });

  it("stays quick on a hostile version", () => {
    expect(cycleOf(product("python"), `${"3.".repeat(100_000)}~`).cycle?.cycle ?? null).not.toBe("3.1");
    expect(cleanVersion(`1${"-1".repeat(100_000)}`).length).toBeLessThanOrEqual(200);
  });
});
