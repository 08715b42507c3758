import { describe, expect, it } from "vitest";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { productLifecycle } from "../../../main/lifecycle/product-lifecycle.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";

const catalogue = await loadLifecycle("assets/data/lifecycle.json");
const on = CalendarDay.parse("2026-11-23");

describe("productLifecycle", () => {
  it("gives every cycle of a product, found by its id or an alias", () => {
    const debian = productLifecycle(catalogue, "debian", null, on);
    expect(debian?.entries.slice(0, 3).map((entry) => [entry.component.cycle, entry.status])).toEqual([
      ["13", "supported"],
      ["12", "extended-only"],
      ["11", "eol"],
    ]);
    expect(productLifecycle(catalogue, "node", null, on)?.product).toMatchObject({ id: "nodejs", label: "Node.js" });
  });

  it("gives one cycle by its exact name", () => {
    expect(productLifecycle(catalogue, "python", "3.10", on)?.entries).toMatchObject([
      { component: { kind: "runtime", label: "Python 3.10" }, status: "eol", dates: { eol: "2026-10-31" } },
    ]);
    expect(productLifecycle(catalogue, "python", "3.100", on)).toBeNull();
  });

  it("is null for a product that the catalogue does not have", () => {
    expect(productLifecycle(catalogue, "constructor", null, on)).toBeNull();
  });
});
