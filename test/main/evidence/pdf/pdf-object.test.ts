// The PDF reader under names that try to look like structure, and under bytes that are no PDF at all.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openPdf } from "../../../../main/evidence/pdf/pdf-document.ts";
import { PdfSyntaxError, readObject } from "../../../../main/evidence/pdf/pdf-object.ts";
import { findSignature } from "../../../../main/evidence/pdf/signature-dictionary.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

/** A minimal PDF with these objects, numbered from 1, and a correct table; the first is the catalog. */
function pdfOf(objects: readonly string[], trailer = "", tail = ""): Buffer {
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n${tail}`;
  return bytes(text);
}
const signature = "<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>";
const field = "<< /FT /Sig /T (S) /V 4 0 R >>";
const catalog = "<< /Type /Catalog /AcroForm 2 0 R >>";

describe("reading an object", () => {
  test.each([
    { text: "(a(b)c\\)\\(\\101\\n)", value: "a(b)c)(A\n" },
    { text: "(/ByteRange [0 1 2 3] >> endobj)", value: "/ByteRange [0 1 2 3] >> endobj" },
    { text: "/A#20B", value: "A B" },
    { text: "% comment\n /Name", value: "Name" },
    { text: "-12.5", value: -12.5 },
    { text: "12 0 obj", value: 12 },
    { text: "true", value: true },
  ])("gives the value of $text", ({ text, value }) => {
    const object = readObject(bytes(text), 0);
    expect("value" in object && object.value).toBe(value);
  });

  test("keeps where each value of a dictionary stood", () => {
    const text = "<< /K (x >> y) /ByteRange [0 1 2 3 ] /R 3 0 R >>";
    const object = readObject(bytes(text), 0);
    const range = object.kind === "dictionary" ? object.entries.get("ByteRange") : undefined;
    expect(text.slice(range?.start, range?.end)).toBe("[0 1 2 3 ]");
    expect(object.end).toBe(text.length);
  });

  test.each([
    "(no end",
    "<00",
    "[1 2",
    "<< /A 1",
    "<< 1 2 >>",
    "<< /A 1 /A 2 >>",
    "",
    "]",
    "[".repeat(1000),
    "<</A".repeat(1000),
    "endobj",
  ])("refuses %j", (text) => {
    expect(() => readObject(bytes(text), 0)).toThrow(PdfSyntaxError);
  });
});

describe("finding the signature", () => {
  test("goes by structure: a text that looks like one is not taken for it", () => {
    const document = openPdf(
      pdfOf([`<< /Type /Catalog /Title (${signature}) /AcroForm 2 0 R >>`, "<< /Fields [3 0 R] >>", field, signature]),
    );
    const found = findSignature(document);
    expect(found?.dictionary.start).toBeGreaterThan(100);
    expect(found?.contents.end).toBe((found?.contents.start ?? 0) + 4);
  });

  test.each([
    {
      name: "two signatures",
      objects: [catalog, "<< /Fields [3 0 R 3 0 R] >>", field, signature],
      why: /2 signatures/,
    },
    { name: "nested fields", objects: [catalog, "<< /Fields [3 0 R] >>", "<< /Kids [] >>"], why: /nested/ },
    { name: "a reference to itself", objects: [catalog, "2 0 R"], why: /lead nowhere/ },
    {
      name: "no contents",
      objects: [catalog, "<< /Fields [3 0 R] >>", field, "<< /ByteRange [0 1 2 3] >>"],
      why: /no ByteRange and Contents/,
    },
  ])("refuses $name", ({ objects, why }) => {
    expect(() => findSignature(openPdf(pdfOf(objects)))).toThrow(why);
  });
});

describe("opening a file", () => {
  test.each([
    { name: "an earlier revision", file: pdfOf([catalog], "/Prev 9"), why: /Prev/ },
    { name: "a hidden table", file: pdfOf([catalog], "/XRefStm 9"), why: /XRefStm/ },
    { name: "encryption", file: pdfOf([catalog], "/Encrypt << >>"), why: /Encrypt/ },
    { name: "something behind its end", file: pdfOf([catalog], "", "x"), why: /does not end/ },
    { name: "a start outside itself", file: bytes("%PDF-1.7\nstartxref\n999999999999\n%%EOF\n"), why: /no table/ },
    {
      name: "a table that is too long",
      file: bytes("%PDF-1.7\nxref\n0 9999999\nstartxref\n9\n%%EOF\n"),
      why: /broken/,
    },
    {
      name: "an object elsewhere than said",
      file: bytes(pdfOf([catalog]).toString("latin1").replace("1 0 obj", "7 0 obj")),
      why: /not where the table says/,
    },
  ])("refuses $name", ({ file, why }) => {
    expect(() => openPdf(file)).toThrow(why);
  });

  test("answers bytes of any kind with a syntax error or a document, nothing else", () => {
    const valid = pdfOf([catalog, "<< /Fields [3 0 R] >>", field, signature]);
    const damage = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, (changes) => {
        const copy = Buffer.from(valid);
        for (const [offset, value] of changes) copy[offset] = value;
        try {
          findSignature(openPdf(copy));
        } catch (error) {
          expect(error).toBeInstanceOf(PdfSyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
