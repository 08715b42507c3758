import { describe, expect, it } from "vitest";
import { verdictWords } from "../../../../renderer/screens/image/verdict-words.ts";
import type { ControlWords } from "../../../../shared/ipc/contract.ts";
import { finding } from "../../../support/kept-run.ts";

const judged = finding("cis-docker:4.1", "fail");
const control: ControlWords = {
  id: judged.control,
  title: { en: judged.title, de: "Titel" },
  remediation: { en: judged.remediation, de: "Ändern." },
  rule: { en: "Reads.", de: "Liest." },
  severityGround: { en: "Because.", de: "Weil." },
};
const own = { title: judged.title, remediation: judged.remediation, catalogue: null };
const german = {
  title: "Titel",
  remediation: "Ändern.",
  catalogue: { rule: "Liest.", severityGround: "Weil." },
};

describe("the words of a verdict", () => {
  it.each([
    ["are the catalogue's where it says what was judged", control, german],
    ["are its own where the catalogue has no such control", undefined, own],
    ["are its own where the title has changed", { ...control, title: { en: "Another", de: "Anders" } }, own],
    ["are its own where the remedy has changed", { ...control, remediation: { en: "Else.", de: "Anders." } }, own],
  ])("%s", (_name, given, expected) => {
    expect(verdictWords(judged, given, "de")).toEqual(expected);
  });
});
