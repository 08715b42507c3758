// Beside other tools: our verdicts on the images of test/cases/peers are those written there, and each that is another than
// theirs says why.
import { describe, expect, it } from "vitest";
import { comparedControls, differs, plainRows } from "../../support/peer-image.ts";
import { ourVerdicts, peerImages } from "../../support/peer-images.ts";

describe("images that tools are compared on", () => {
  it("are at least 25, each another, and show every compared control in more than one way", () => {
    expect(peerImages.length).toBeGreaterThanOrEqual(25);
    expect(new Set(peerImages.map(({ name }) => name)).size).toBe(peerImages.length);
    for (const control of comparedControls) {
      const ours = new Set(peerImages.map(({ rows }) => (rows[control] ?? plainRows[control]).ours));
      expect([control, ours.size > 1]).toEqual([control, true]);
    }
  });

  it("have every difference explained, and nothing else", () => {
    for (const { name, rows } of peerImages) {
      for (const [control, row] of Object.entries(rows)) {
        expect([name, control, row.because !== undefined]).toEqual([name, control, differs(row)]);
      }
    }
  });

  it.each(peerImages.map((one) => [one.name, one] as const))("are judged as written: %s", async (_, one) => {
    const ours = await ourVerdicts(one);
    const written = Object.fromEntries(
      comparedControls.map((control) => [control, (one.rows[control] ?? plainRows[control]).ours]),
    );
    expect(Object.fromEntries(comparedControls.map((control) => [control, ours[control]]))).toEqual(written);
  });
});
