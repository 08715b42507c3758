// The surface that sections write on: a pdfkit document with a cursor, page breaks, measured lines and tagged text. All
// knowledge of pdfkit's drawing and tagging is here. Tags: ISO 32000-1, 14.7 and 14.8.
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { breakLines } from "./break-lines.ts";
import { type Face, fontFiles, margin, type Paper, paperSizes, type Style, textBottom, textTop } from "./paper.ts";
import { type HasGlyph, printable } from "./printable.ts";

export type Doc = PDFKit.PDFDocument;
/** An element of the structure tree, which says what a text is: a heading, a cell. */
export type Element = ReturnType<Doc["struct"]>;

export interface Line {
  readonly text: string;
  readonly style: Style;
}

/** pdfkit's own font, which its type declarations leave out. */
interface Internals {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** Longest text that is set as one block; what is longer says so and stands whole in audit.json. */
const maxBlockLength = 2000;

export class Sheet {
  readonly doc: Doc;
  /** The root of the structure tree. */
  readonly root: Element;
  readonly left = margin;
  /** Where text begins on every page. */
  readonly top = textTop;
  readonly width: number;
  /** Where the next block begins, from the top of the page. */
  y = textTop;
  /** Where text ends on this page; a section may reserve room below it until the page turns. */
  bottom: number;
  readonly #fontPaths: Readonly<Record<Face, string>>;
  readonly #glyphs = new Map<string, boolean>();
  /** Widths in thousandths of the type size, and lines: the same words come again with every image. */
  readonly #widths = new Map<string, number>();
  readonly #lines = new Map<string, readonly string[]>();
  /** Operators of the current page that are not yet in it. */
  #content: string[] = [];

  constructor(options: {
    readonly fontsFolder: string;
    readonly paper: Paper;
    readonly language: string;
    readonly info: { readonly title: string; readonly producer: string; readonly createdAt: Date };
  }) {
    const { fontsFolder, paper, language, info } = options;
    // One path a file everywhere: the same file under a second name is parsed anew on every change of font.
    const path = (face: Face): string => join(fontsFolder, fontFiles[face]);
    this.#fontPaths = { sans: path("sans"), bold: path("bold"), oblique: path("oblique"), mono: path("mono") };
    this.doc = new PDFDocument({
      size: [...paperSizes[paper]],
      margin: 0,
      font: this.#fontPaths.sans,
      pdfVersion: "1.7",
      subset: "PDF/A-3a",
      tagged: true,
      lang: language,
      displayTitle: true,
      bufferPages: true,
      info: { Title: info.title, Creator: info.producer, Producer: info.producer, CreationDate: info.createdAt },
    });
    // pdfkit makes a byte array of every operator, some thousands a page; a page as one text keeps the heap small.
    this.doc.addContent = (operator: string) => {
      this.#content.push(operator);
      return this.doc;
    };
    this.width = paperSizes[paper][0] - 2 * margin;
    this.bottom = this.doc.page.height - textBottom;
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  /** Begins a new page unless `height` points are left on this one. */
  room(height: number): void {
    if (this.y + height > this.bottom) this.newPage();
  }

  newPage(): void {
    this.#flush();
    this.doc.addPage();
    this.y = textTop;
    this.bottom = this.doc.page.height - textBottom;
  }

  /** Draws something on every page, once all are there, and closes the document. */
  finish(draw: (page: number, pages: number) => void): void {
    const { count } = this.doc.bufferedPageRange();
    this.#flush();
    for (let index = 0; index < count; index += 1) {
      this.doc.switchToPage(index);
      draw(index + 1, count);
      this.#flush();
    }
    this.root.end();
    this.doc.end();
  }

  /** A new page, but not where nothing stands on this one yet. */
  freshPage(): void {
    if (this.y > textTop) this.newPage();
  }

  /** The text cut into lines of at most `width` points; hostile characters become visible escapes. */
  lines(text: string, style: Style, width: number, maxLength = maxBlockLength): Line[] {
    const key = `${style.face} ${style.size} ${width} ${maxLength} ${text}`;
    let lines = this.#lines.get(key);
    if (lines === undefined) {
      this.#use(style);
      const shown = printable(text, this.#hasGlyph(style.face), maxLength);
      lines = breakLines(shown, width, (part) => this.#widthOf(part, style));
      this.#lines.set(key, lines);
    }
    return lines.map((line) => ({ text: line, style }));
  }

  /** Adds an element to the structure tree; text goes into it through `mark`. */
  element(kind: string, parent: Element, options: { readonly scope?: "Column" | "Row" } = {}): Element {
    // `scope` is pdfkit's, but not yet in its type declarations.
    const element = this.doc.struct(kind, options as object);
    parent.add(element);
    return element;
  }

  /** Draws text that belongs to `element`. Nothing inside may turn the page. */
  mark(kind: string, element: Element, draw: () => void): void {
    const content = this.doc.markStructureContent(kind);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draws what readers skip: rules, fills, shapes whose word stands beside them. */
  artifact(draw: () => void, kind: "Layout" | "Pagination" = "Layout"): void {
    this.doc.markContent("Artifact", { type: kind });
    this.doc.save();
    draw();
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  /** Draws lines one below the other from `y` on, inside a mark or an artifact. */
  draw(lines: readonly Line[], x: number, y: number, align?: { readonly right: number }): void {
    let top = y;
    for (const { text, style } of lines) {
      // Measuring sets a size of its own, so it comes first.
      const from = align === undefined ? x : align.right - this.#widthOf(text.trimEnd(), style);
      this.#use(style);
      this.doc.fillColor(style.colour);
      // pdfkit sets the ascender at `y`; half of the leading goes above it.
      this.doc.text(text, from, top + (style.leading - this.doc.currentLineHeight()) / 2, drawn);
      top += style.leading;
    }
  }

  rule(y: number, colour: string, thickness = 0.5, from = this.left, to = this.left + this.width): void {
    this.artifact(() => this.doc.moveTo(from, y).lineTo(to, y).lineWidth(thickness).stroke(colour));
  }

  #flush(): void {
    if (this.#content.length > 0) this.doc.page.write(this.#content.join("\n"));
    this.#content = [];
  }

  #widthOf(text: string, style: Style): number {
    // Every character of a monospaced face is as wide as the next; digests, all different, need not be shaped to measure.
    if (style.face === "mono" && text.length > 1 && /^[ -~]*$/.test(text)) {
      return text.length * this.#widthOf("0", style);
    }
    const key = `${style.face} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.doc.font(this.#fontPaths[style.face], 1000);
      width = this.doc.widthOfString(text);
      this.#widths.set(key, width);
    }
    return (width * style.size) / 1000;
  }

  #use(style: Style): void {
    this.doc.font(this.#fontPaths[style.face], style.size);
  }

  #hasGlyph(face: Face): HasGlyph {
    const { font } = (this.doc as unknown as Internals)._font;
    return (codePoint) => {
      const key = `${face} ${codePoint}`;
      const known = this.#glyphs.get(key);
      if (known !== undefined) return known;
      const has = font.hasGlyphForCodePoint(codePoint);
      this.#glyphs.set(key, has);
      return has;
    };
  }
}

/** The width is only asked for links and underlines, and measuring it is half the work. */
const drawn = { lineBreak: false, textWidth: 0, wordCount: 1 };

/** The height of lines set one below the other. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.style.leading, 0);
}
