// From the form about a technology to what is asked of the file.
import { describe, expect, it } from "vitest";
import { reviewOf } from "../../../main/evidence/review/review-of.ts";
import { editOf, faultsOf, givenOf, subjectOf } from "../../../renderer/screens/lifecycle/review/edit-of.ts";
import { reviewInput } from "../../support/technology-case.ts";

const { technologies } = reviewOf(reviewInput());
const named = (label: string) => {
  const found = technologies.find((each) => each.label === label);
  if (found === undefined) throw new Error(label);
  return found;
};
const debian = named("Debian 10");
const fields = givenOf(debian.entry);

describe("an edit", () => {
  it("holds only what was changed", () => {
    expect(editOf(debian, fields)).toBeNull();
    expect(editOf(debian, { ...fields, owner: " Ada " })).toEqual({
      subject: { product: "debian", cycle: "10" },
      owner: "Ada",
    });
    expect(editOf(debian, { ...fields, target: "2027-03-31" })).toEqual({
      subject: { product: "debian", cycle: "10" },
      plan: { action: "upgrade", text: fields.text, target: "2027-03-31" },
    });
  });

  it("takes away what was emptied", () => {
    const emptied = { ...fields, owner: "", action: "", text: "", target: "", approver: "", prompt: "", note: "" };
    expect(editOf(debian, emptied)).toMatchObject({ owner: null, plan: null, approver: null, fixes: null });
  });

  it("is about the entry, else the product and cycle, else the name", () => {
    expect(subjectOf(named("Luna network HSM 7"))).toEqual({ name: "Luna network HSM", version: "7" });
    expect(subjectOf(named("Node.js 20"))).toEqual({ product: "nodejs", cycle: "20" });
    expect(subjectOf(named("Wolfi"))).toEqual({ product: "wolfi" });
    expect(subjectOf(named("House Linux 9"))).toEqual({ name: "House Linux 9" });
  });
});

describe("faults", () => {
  const nothing = givenOf(undefined);

  it("are none in an empty form and in what a file holds", () => {
    expect([faultsOf(nothing), faultsOf(fields)]).toEqual([{}, {}]);
  });

  it.each([
    [{ ...fields, target: "31.03.2027" }, { target: "no-day" }],
    [{ ...nothing, approver: "Ada" }, { action: "no-plan" }],
    [{ ...nothing, target: "2027-01-01" }, { action: "no-plan" }],
    [{ ...fields, owner: "margaret  hamilton" }, { approver: "same-person" }],
    [{ ...nothing, note: "slow" }, { prompt: "no-answer" }],
  ])("%# are said by field", (given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
  });
});
