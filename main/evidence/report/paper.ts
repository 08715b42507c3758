// The look of the page: sizes in points, colours, type. Colours pass 4.5:1 on white and say status, never decoration;
// every status also has a shape and a word, so a black-and-white print loses nothing.
import type { Status } from "../../../shared/model/finding.ts";

export const paperSizes = { A4: [595.28, 841.89], Letter: [612, 792] } as const;
export type Paper = keyof typeof paperSizes;

/** 20 mm. Header and footer stand inside the margin. */
export const margin = 56.69;
/** Where text begins and ends between header and footer, from the edge of the sheet. */
export const textTop = 62;
export const textBottom = 60;

export const colour = {
  ink: "#14213d",
  soft: "#4b566c",
  line: "#8b867a",
  faint: "#c9c5ba",
  sunken: "#f3f1eb",
} as const;

export const statusColour: Readonly<Record<Status, string>> = {
  pass: "#1d7440",
  fail: "#b3261e",
  manual: "#6b3fa0",
  "not-assessed": "#855400",
  "not-applicable": "#5a6272",
  error: "#b3261e",
};

export type Face = "sans" | "bold" | "oblique" | "mono";
export const fontFiles: Readonly<Record<Face, string>> = {
  sans: "DejaVuSans.ttf",
  bold: "DejaVuSans-Bold.ttf",
  oblique: "DejaVuSans-Oblique.ttf",
  mono: "DejaVuSansMono.ttf",
};

export interface Style {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  /** From one base line to the next. */
  readonly leading: number;
}

export const styles = {
  title: { face: "bold", size: 22, colour: colour.ink, leading: 28 },
  h1: { face: "bold", size: 15, colour: colour.ink, leading: 20 },
  h2: { face: "bold", size: 10.5, colour: colour.ink, leading: 14.5 },
  h3: { face: "bold", size: 8.5, colour: colour.ink, leading: 12 },
  body: { face: "sans", size: 8.5, colour: colour.ink, leading: 12.5 },
  soft: { face: "sans", size: 8, colour: colour.soft, leading: 11 },
  cell: { face: "sans", size: 7.6, colour: colour.ink, leading: 10.4 },
  cellBold: { face: "bold", size: 7.6, colour: colour.ink, leading: 10.4 },
  cellSoft: { face: "sans", size: 7, colour: colour.soft, leading: 9.6 },
  query: { face: "bold", size: 6, colour: colour.soft, leading: 8 },
  head: { face: "bold", size: 7, colour: colour.soft, leading: 10.4 },
  mono: { face: "mono", size: 7, colour: colour.ink, leading: 10.4 },
  monoSoft: { face: "mono", size: 6.6, colour: colour.soft, leading: 9.2 },
  furniture: { face: "sans", size: 6.8, colour: colour.soft, leading: 9 },
} as const satisfies Record<string, Style>;
