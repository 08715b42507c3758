import { describe, expect, it } from "vitest";
import {
  dayCount,
  distance,
  instantText,
  longDay,
  shortDigest,
  shortFingerprint,
  sizeText,
} from "../../../../main/evidence/report/figures.ts";
import { reportIdOf } from "../../../../main/evidence/report/report-id.ts";
import { day, digest } from "../../../support/audit-run.ts";

describe("figures", () => {
  it.each([
    [longDay(day("2026-11-04"), "en"), "4 November 2026"],
    [longDay(day("2026-03-04"), "de"), "4. März 2026"],
    [distance(day("2026-11-24"), day("2026-11-25"), "en"), "in 1 day"],
    [distance(day("2026-11-24"), day("2026-11-14"), "en"), "10 days ago"],
    [distance(day("2026-11-24"), day("2026-11-24"), "de"), "heute"],
    [distance(day("2026-11-24"), day("2027-01-04"), "de"), "in 41 Tagen"],
    [dayCount(1, "de"), "1 Tag"],
    [sizeText(0, "en"), "0 B"],
    [sizeText(999_499, "en"), "999 kB"],
    [sizeText(999_600, "en"), "1.00 MB"],
    [sizeText(212_400_000, "en"), "212 MB"],
    [sizeText(1_234_000_000, "de"), "1,23 GB"],
    [instantText("2026-11-24T07:30:11+01:00"), "2026-11-24 06:30:11 UTC"],
    [instantText("the day before"), "the day before"],
    [shortDigest(`sha256:${"ab".repeat(32)}`), "sha256:abababababab…"],
    [shortFingerprint("AA:BB:CC:DD:EE:FF:00:11:22"), "AA:BB:CC:DD:EE:FF:00:11"],
  ])("%s is written as %s", (written, expected) => {
    expect(written).toBe(expected);
  });

  it("a report's id is a version 5 UUID that depends on data, language and instant alone", () => {
    const at = new Date("2026-11-24T06:32:10Z");
    const id = reportIdOf(digest(1), "en", at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(reportIdOf(digest(1), "en", at)).toBe(id);
    for (const other of [
      reportIdOf(digest(2), "en", at),
      reportIdOf(digest(1), "de", at),
      reportIdOf(digest(1), "en", new Date(0)),
    ]) {
      expect(other).not.toBe(id);
    }
  });
});
