// Texts of notifications: short enough for every platform, and no markup from a name.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutToBytes, notificationText, sampleText } from "../../../main/desktop/notification-text.ts";
import type { ReminderNotice } from "../../../shared/model/reminder.ts";
import { day } from "../../support/reminder-case.ts";

const today = day("2026-11-24");
const bytes = (text: string) => Buffer.byteLength(text, "utf8");

function notice(change: Partial<ReminderNotice> = {}): ReminderNotice {
  return {
    shape: "group",
    kind: "support-end",
    lead: 30,
    ended: false,
    ids: ["a"],
    labels: ["Debian 12"],
    subjects: 1,
    images: ["shop/api:7.2", "shop/web:3", "billing:1", "ops:1"],
    end: day("2026-12-24"),
    ...change,
  };
}

describe("a notification", () => {
  it("says in the language of the window what ends, when, and in which images", () => {
    expect(notificationText(notice(), today, "en")).toEqual({
      title: "Debian 12: support ends in 30 days",
      body: "4 images: shop/api:7.2, shop/web:3, billing:1 and 1 more",
    });
    expect(notificationText(notice(), today, "de")).toEqual({
      title: "Debian 12: Support endet in 30 Tagen",
      body: "4 Images: shop/api:7.2, shop/web:3, billing:1 und 1 weitere",
    });
  });

  it("reads no markup and no control character out of a name", () => {
    const { title, body } = notificationText(
      notice({ labels: ['<a href="file:///etc">x</a>&amp;\u202e'], images: ["<img src=x>\n\u0007"] }),
      today,
      "en",
    );
    for (const text of [title, body]) expect(text).not.toMatch(/[<>&\u0000-\u001f\u202e]/);
    expect(title).toContain("‹a href=");
  });

  it("fits every platform, whatever its names are", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 8 }),
        fc.array(name),
        fc.integer({ min: 0, max: 40 }),
        (labels, images, days) => {
          const end = day(`2026-12-${String((days % 28) + 1).padStart(2, "0")}`);
          for (const language of ["en", "de"] as const) {
            const text = notificationText(notice({ labels, images, subjects: labels.length, end }), today, language);
            expect(bytes(text.body)).toBeLessThanOrEqual(256);
            expect(bytes(text.title)).toBeLessThanOrEqual(160);
          }
        },
      ),
    );
  });

  it("shows a sample that cannot be taken for a reminder", () => {
    expect(sampleText(today, "en").title).toBe("Plimsoll: this is what a reminder looks like");
    expect(sampleText(today, "de").body).toContain("Beispiel");
  });
});

describe("cutting to bytes", () => {
  it("leaves what fits and says where it cut", () => {
    expect(cutToBytes("kurz", 4)).toBe("kurz");
    expect(cutToBytes("länger", 6)).toBe("lä…");
  });

  it("never cuts a character as people see it", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(cutToBytes(`ab${family}cd`, 20)).toBe("ab…");
    expect(cutToBytes(`a${"e\u0301".repeat(20)}`, 10)).toBe("ae\u0301e\u0301…");
  });

  it("is the beginning of the text and at most so many bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 3, max: 300 }), (text, most) => {
        const cut = cutToBytes(text, most);
        expect(bytes(cut)).toBeLessThanOrEqual(Math.max(most, 3));
        if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });
});
