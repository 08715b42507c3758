import { expect, it } from "vitest";
import { shortId, sizeText } from "../../../main/cli/format.ts";
import { progressLine } from "../../../main/cli/progress.ts";
import { textTable } from "../../../main/cli/table.ts";
import { languageOf } from "../../../main/host.ts";
import { systemClock } from "../../../main/system-clock.ts";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.00 kB"],
  [212_345_678, "212 MB"],
  [5_100_000_000, "5.10 GB"],
])("a size of %d bytes is shown as docker shows it: %s", (bytes, text) => expect(sizeText(bytes)).toBe(text));

it("a digest is shortened, anything else is made plain", () => {
  expect(shortId(`sha256:${"ab".repeat(32)}`)).toBe("abababababab");
  expect(shortId("x\u001b[31m")).toBe("x\\u001b[31m");
});

it("a table aligns its columns and draws no line", () => {
  expect(
    textTable(
      ["image", "size"],
      [
        ["debian:12", "117 MB"],
        ["x", "1 B"],
      ],
    ),
  ).toBe("image      size\ndebian:12  117 MB\nx          1 B\n");
});

it("progress is drawn for a terminal alone", () => {
  const written: string[] = [];
  const event = { kind: "progress", bytes: 5_000_000, totalBytes: 10_000_000, audited: 0, total: 2 } as const;
  progressLine({ isTTY: false, write: (text) => written.push(text) }, () => 0).show(event);
  expect(written).toEqual([]);
  progressLine({ isTTY: true, write: (text) => written.push(text) }, () => 0).show(event);
  expect(written.join("")).toContain("5.00 MB of about 10.0 MB");
});

it("SOURCE_DATE_EPOCH fixes the instants, never the day", () => {
  const instant = () => new Date("2026-11-24T12:00:00Z");
  const clock = systemClock(instant, "1700000000");
  expect(clock.now()).toBe("2023-11-14T22:13:20Z");
  expect(clock.today()).toBe("2026-11-24");
  expect(systemClock(instant, undefined).now()).toBe("2026-11-24T12:00:00.000Z");
  expect(() => systemClock(instant, "soon")).toThrow("whole seconds");
});

it.each([
  [{ LANG: "de_DE.UTF-8" }, "de"],
  [{ LC_ALL: "en_US.UTF-8", LANG: "de_DE.UTF-8" }, "en"],
  [{ LC_ALL: "", LANG: "de" }, "de"],
  [{ LANG: "den_FR" }, "en"],
  [{}, "en"],
] as const)("the locale %j speaks %s", (env, language) => expect(languageOf(env)).toBe(language));
