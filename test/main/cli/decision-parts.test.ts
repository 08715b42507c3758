// What the table says of waivers, answers and the policy, in both languages.
import { expect, it } from "vitest";
import { auditTable } from "../../../main/cli/audit-table.ts";
import { AuditRun } from "../../../shared/model/audit.ts";
import { decidedRun } from "../../support/decided-run.ts";

const run = decidedRun();
const lines = (language: "en" | "de") =>
  auditTable(run, [], language)
    .split("\n")
    .map((line) => line.trimEnd().replace(/ +/g, " "));

it("is laid over a run that fits its schema", () => {
  expect(AuditRun.parse(run)).toEqual(run);
});

it("lists what is waived apart, with severity and all that is known of the waiver", () => {
  const english = lines("en");
  expect(english.slice(english.indexOf("Waived"), english.indexOf("Waived") + 3)).toEqual([
    "Waived",
    "shop:1 cis-docker:4.1 high waived drops its rights\\u001b[31m itself · requested by Ana · approved by Ben · until 2027-01-31 · ticket T-1 · waiver w-user",
    "shop:1 cis-docker:4.8 high waived in part the jobs need it · requested by Ana · approved by Ben · until 2027-01-31 · ticket T-1 · waiver w-su",
  ]);
  expect(lines("de").join("\n")).toContain(
    "shop:1 cis-docker:4.8 hoch teilweise ausgenommen the jobs need it · beantragt von Ana · genehmigt von Ben · bis 2027-01-31 · Ticket T-1 · Ausnahme w-su",
  );
});

it("counts the waived among the fails and says how many; what is waived in part stays failed", () => {
  const english = lines("en");
  expect(english[1]).toMatch(/^shop:1 – 3 \(1 waived\) 0 0 0 1 0 /);
  const failed = english.slice(english.indexOf("Failed controls") + 1, english.indexOf("Waived"));
  expect(failed.filter(Boolean).map((line) => line.split(" ")[1])).toEqual(["cis-docker:4.8", "cis-docker:4.6"]);
});

it("names who answered, what is without effect and why, and the policy", () => {
  const english = lines("en").join("\n");
  expect(english).toContain(
    `shop:1 cis-docker:4.3 pass went through the list · answered by Dana on 2026-11-20 · until 2027-05-20 · list.pdf (SHA-256 ${"1".repeat(64)}) · a-packages`,
  );
  expect(english).toContain("waiver w-old cis-docker:4.6 expired its last day was 2026-11-10, 14 days ago");
  expect(english).toContain("· policy ours (ffffffffffff)");
  expect(lines("de").join("\n")).toContain(
    "Ausnahme w-old cis-docker:4.6 abgelaufen der letzte Tag war der 2026-11-10",
  );
});
