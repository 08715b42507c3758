// @vitest-environment happy-dom
// The report's time line: the same bands as in the window, on as many pages as it takes, each with its heading.
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Doc } from "../../../../main/evidence/report/sheet.ts";
import { axisOf, axisRows, pagesOf } from "../../../../main/evidence/report/time-axis.ts";
import { drawRowBands } from "../../../../main/evidence/report/time-axis-marks.ts";
import { RowBands } from "../../../../renderer/parts/time-line/row-bands.tsx";
import { auditOf, day } from "../../../support/audit-run.ts";
import { fakeComponents } from "../../../support/fake-time-line.ts";

const on = day("2026-11-23");
const audits = fakeComponents.map((entry, n) => auditOf({ n, references: [`shop/app-${n}:1`], lifecycle: [entry] }));
const rows = axisRows(audits, on);

/** A canvas that only remembers: outlines of bands as dashed or not, and the paths of signs. */
function recorder() {
  const boxes: string[] = [];
  const paths: string[] = [];
  let last = "";
  let dashed = false;
  let thickness = 0;
  const doc: Record<string, (...args: never[]) => unknown> = {};
  const chain = (name: string, act: (...args: number[]) => void = () => undefined) => {
    doc[name] = (...args: never[]) => {
      act(...(args as number[]));
      return doc;
    };
  };
  for (const name of ["fill", "clip", "circle", "moveTo", "lineTo", "translate", "fillAndStroke"]) chain(name);
  chain("save", () => {
    last = "";
    dashed = false;
  });
  chain("restore");
  chain("lineWidth", (width) => {
    thickness = width ?? 0;
  });
  chain("dash", () => {
    dashed = true;
  });
  doc["rect"] = (x: number, y: number, width: number, height: number) => {
    last = [x - 0.3, y - 0.3, width + 0.6, height + 0.6].map((value) => value.toFixed(3)).join(" ");
    return doc;
  };
  // The outline of a band is stroked 0.6 thick; what is drawn into it is not.
  doc["stroke"] = () => {
    if (last !== "" && thickness === 0.6) boxes.push(`${last}${dashed ? " dashed" : ""}`);
    last = "";
    return doc;
  };
  doc["path"] = (path: string) => {
    paths.push(path);
    last = "";
    return doc;
  };
  return { doc: doc as unknown as Doc, boxes, paths };
}

describe("window and report", () => {
  afterEach(cleanup);

  it("draw the same bands and signs for the same rows", () => {
    const line = axisOf(rows, on, 640);
    let bands = 0;
    for (const row of rows) {
      const drawing = line.draw(row);
      const { doc, boxes, paths } = recorder();
      drawRowBands(doc, drawing, 0, 0, 640);
      const { container } = render(<RowBands id="p" line={line} row={row} height={60} />);
      const number = (element: Element, name: string) => Number(element.getAttribute(name));
      const inWindow = [...container.querySelectorAll("rect[data-look]")].map((rect) => {
        const place = ["x", "y", "width", "height"].map((name) => number(rect, name).toFixed(3)).join(" ");
        return `${place}${rect.getAttribute("stroke-dasharray") === null ? "" : " dashed"}`;
      });
      expect(boxes, row.entry.component.label).toEqual(inWindow);
      const signs = [...container.querySelectorAll("path[data-sign]")].filter(
        (path) => !["before", "after"].includes(path.getAttribute("data-sign") ?? ""),
      );
      expect(paths.slice(0, signs.length)).toEqual(signs.map((path) => path.getAttribute("d")));
      bands += inWindow.length;
      cleanup();
    }
    expect(bands).toBeGreaterThan(30);
  });
});

describe("pages", () => {
  const line = axisOf(rows, on, 330);

  it("hold every row once, none beyond its room, and begin with the heading of the group they go on with", () => {
    for (const room of [60, 90, 140, 400]) {
      const pages = pagesOf(line.items, room - 20, room);
      const drawn = pages.flat().filter(({ kind }) => kind === "row");
      expect(drawn).toEqual(line.items.filter(({ kind }) => kind === "row"));
      for (const [index, page] of pages.entries()) {
        const height = page.reduce((sum, item) => sum + item.height, 0);
        expect(height, `${room}`).toBeLessThanOrEqual(index === 0 ? room - 20 : room);
        expect(page[0]?.kind).toBe("group");
        expect(page.at(-1)?.kind).toBe("row");
      }
    }
    expect(pagesOf(line.items, 1000, 1000).length).toBe(1);
    expect(pagesOf([], 100, 100)).toEqual([]);
  });

  it("begin on a fresh page where nothing fits on this one", () => {
    const [first] = pagesOf(line.items, 5, 1000);
    expect(first?.length).toBe(line.items.length);
  });

  it("show at most four years back and eight ahead", () => {
    expect([line.scale.first, line.scale.last]).toEqual(["2022-01-01", "2034-12-31"]);
  });
});
