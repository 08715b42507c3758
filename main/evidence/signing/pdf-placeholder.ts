// Leaves room for a signature while pdfkit composes a report: the signature dictionary, its visible field, the form and
// the certification (DocMDP 1: no change allowed). Written as ordinary objects, so the signed file has one revision.
// See ISO 32000-1, 12.7.4.5, 12.8.1, 12.8.2.2 and ETSI EN 319 142-1 (PAdES baseline).
import type PDFDocument from "pdfkit";

type Document = InstanceType<typeof PDFDocument>;
type StructureElement = ReturnType<Document["struct"]>;

export interface SignatureField {
  /** On the current page of the document, in pdfkit's own coordinates: points from the top left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Who signs, why and where, as viewers show it. */
  readonly name: string;
  readonly reason: string;
  readonly location?: string;
  /** The claimed time of signing, written as /M: PAdES puts it there and not into the signed attributes. */
  readonly signedAt: Date;
  /** Read aloud for the field; required by PDF/UA. */
  readonly description: string;
  /** Where a tagged document keeps the field; by default the end of the structure tree as it is now. */
  readonly structParent?: StructureElement;
}

/** Room for a P-256 signature with two certificates (about 2,300 bytes) and, later, a time stamp (about 3,000 more). */
const contentsBytes = 12_000;
/** As wide as any offset in a file below 10 GB; pades.ts writes the real numbers over it. */
const unknownOffset = 9_999_999_999;

/** What pdfkit has but its type declarations leave out. */
interface Internals {
  readonly _root: { readonly data: Record<string, unknown> };
  hasMarkInfoDictionary(): boolean;
}
interface Reference {
  readonly data: Record<string, unknown>;
  end(chunk?: unknown): void;
  write(chunk: unknown): void;
}

/**
 * Adds the signature field to the current page, framed by a thin line; what is to be read inside is ordinary text that
 * the caller draws at the same place. Call once, after a font was set; the bytes of the finished document go to
 * `signPdf`. The document must be made with `pdfVersion` 1.7.
 */
export function placeSignatureField(doc: Document, field: SignatureField): void {
  const { _root: root } = doc as unknown as Internals;
  if (root.data["Perms"] !== undefined) throw new Error("a report has one signature field");
  const signature = doc.ref(signatureDictionary(field)) as unknown as Reference;
  signature.end();
  const widget = addWidget(doc, field, signature);
  doc.initForm();
  const form = root.data["AcroForm"] as Reference;
  // pdfkit asks viewers to redraw fields; that would count as a change, and PDF/A forbids it.
  delete form.data["NeedAppearances"];
  form.data["Fields"] = [widget];
  form.data["SigFlags"] = 3;
  root.data["Perms"] = { DocMDP: signature };
}

function signatureDictionary(field: SignatureField): Record<string, unknown> {
  return {
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "ETSI.CAdES.detached",
    ByteRange: [0, unknownOffset, unknownOffset, unknownOffset],
    Contents: Buffer.alloc(contentsBytes),
    M: new Date(Math.floor(field.signedAt.getTime() / 1000) * 1000),
    Name: textOf(field.name),
    Reason: textOf(field.reason),
    Location: field.location === undefined ? undefined : textOf(field.location),
    Reference: [
      {
        Type: "SigRef",
        TransformMethod: "DocMDP",
        TransformParams: { Type: "TransformParams", P: 1, V: "1.2" },
      },
    ],
  };
}

function addWidget(doc: Document, field: SignatureField, signature: Reference): Reference {
  const isTagged = (doc as unknown as Internals).hasMarkInfoDictionary();
  const element = isTagged ? doc.struct("Form") : null;
  doc.annotate(field.x, field.y, field.width, field.height, {
    Subtype: "Widget",
    FT: "Sig",
    T: textOf("Signature"),
    TU: textOf(field.description),
    V: signature,
    P: doc.page.dictionary,
    // Printed and locked.
    F: 4 + 128,
    AP: { N: frame(doc, field.width, field.height) },
    ...(element === null ? {} : { structParent: element }),
  } as Parameters<Document["annotate"]>[4]);
  if (element !== null) {
    // The parent first: pdfkit then writes the element at its end, while the page it points to is still the current one.
    if (field.structParent === undefined) doc.addStructure(element);
    else field.structParent.add(element);
    element.end();
  }
  return doc.page.annotations[doc.page.annotations.length - 1] as Reference;
}

/** The field's look: a thin grey frame, transparent inside. */
function frame(doc: Document, width: number, height: number): Reference {
  const form = doc.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Resources: {},
  }) as unknown as Reference;
  form.write(`0.55 0.58 0.62 RG 0.75 w 0.5 0.5 ${(width - 1).toFixed(2)} ${(height - 1).toFixed(2)} re S`);
  form.end();
  return form;
}

/** pdfkit takes a String object for a text and a plain string for a name. */
function textOf(text: string): object {
  return Object(text) as object;
}
