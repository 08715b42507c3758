// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, describe, expect, test } from "vitest";
import { createWords } from "../../../renderer/i18n/i18n.ts";
import { ImageParagraph, ImageText } from "../../../renderer/parts/image-text.tsx";
import { StatusBadge } from "../../../renderer/parts/status-badge.tsx";
import { StatusCounts } from "../../../renderer/parts/status-counts.tsx";
import { shortSystem } from "../../../renderer/parts/system-name.ts";
import { WindowSwatch } from "../../../renderer/parts/window-swatch.tsx";
import { statusShapes } from "../../../shared/drawing/status-shapes.ts";
import { statuses } from "../../../shared/model/finding.ts";
import { statusWords } from "../../../shared/wording/status.ts";

afterEach(cleanup);
const show = (node: ReactNode, language: "en" | "de" = "en") =>
  render(<I18nextProvider i18n={createWords(language)}>{node}</I18nextProvider>);

describe("a status", () => {
  test("has a shape of its own, not only a colour", () => {
    const drawn = statuses.map((status) => JSON.stringify(statusShapes[status]));
    expect(new Set(drawn).size).toBe(statuses.length);
  });

  test.each(statuses)("%s is drawn with its word in both languages", (status) => {
    for (const language of ["en", "de"] as const) {
      const { container } = show(<StatusBadge status={status} />, language);
      expect(container.textContent).toBe(statusWords[status][language]);
      expect(container.querySelectorAll(`svg[data-status="${status}"] path`).length).toBeGreaterThan(0);
      cleanup();
    }
  });

  test("counts are spoken in full and leave no status out", () => {
    const counts = { pass: 31, fail: 3, manual: 9, "not-applicable": 1, "not-assessed": 4, error: 2 };
    const { container } = show(<StatusCounts counts={counts} />);
    expect(container.querySelector(".unseen")?.textContent).toBe(
      "3 fail, 2 error, 9 needs a person, 4 not assessed, 31 pass, 1 not applicable",
    );
  });
});

test("support states differ by pattern", () => {
  const statusesOfLife = ["supported", "security-only", "extended-only", "eol", "rolling", "unknown"] as const;
  const seen = statusesOfLife.map((status) => {
    const { container } = show(<WindowSwatch status={status} />);
    const pattern = container.querySelector("[data-window]")?.getAttribute("data-window");
    cleanup();
    return pattern;
  });
  expect(new Set(seen).size).toBe(statusesOfLife.length);
});

describe("text out of an image", () => {
  const hostile = `\u202eevil\u0007<img src=x onerror=alert(1)>${"a".repeat(10_000)}`;

  test("is shown as text, with its control characters visible", () => {
    const { container } = show(<ImageText text={hostile} />);
    expect(container.querySelector("img")).toBeNull();
    expect(container.textContent).toContain("\\u202eevil\\u0007<img");
    expect(container.textContent?.length).toBeLessThan(300);
  });

  test("is whole on demand", async () => {
    const { container } = show(<ImageParagraph text={hostile} />);
    const short = container.textContent?.length ?? 0;
    await userEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect(short).toBeLessThan(400);
    expect(container.textContent?.length).toBeGreaterThan(10_000);
    expect(container.textContent).not.toMatch(/[\u0007\u202e]/);
  });
});

test.each([
  ["Debian GNU/Linux 12 (bookworm)", "Debian 12"],
  ["Ubuntu 22.04.5 LTS", "Ubuntu 22.04.5"],
  ["Alpine Linux v3.22", "Alpine 3.22"],
  ["Wolfi", "Wolfi"],
])("the system %s is short as %s", (pretty, short) => {
  expect(shortSystem(pretty)).toBe(short);
});
