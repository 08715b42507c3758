// Finds the signature of a PDF by its structure, catalog to field to value. See ISO 32000-1, 12.7.4.5 and 12.8.
import { entryOf, type PdfDocument } from "./pdf-document.ts";
import { type PdfDictionary, PdfSyntaxError, type PdfValue } from "./pdf-object.ts";

export interface SignatureDictionary {
  readonly dictionary: PdfDictionary;
  readonly byteRange: Extract<PdfValue, { kind: "array" }>;
  readonly contents: Extract<PdfValue, { kind: "hex" }>;
}

const maxFields = 1000;

/**
 * The one signature field of `document` with a value, or null where there is none. Throws PdfSyntaxError for more than
 * one signature, or one without a direct ByteRange and hexadecimal Contents.
 */
export function findSignature(document: PdfDocument): SignatureDictionary | null {
  const fields = entryOf(document, entryOf(document, document.catalog, "AcroForm"), "Fields");
  if (fields?.kind !== "array") return null;
  if (fields.items.length > maxFields) throw new PdfSyntaxError(`the form has more than ${maxFields} fields`);
  const values: PdfDictionary[] = [];
  for (const item of fields.items) {
    const field = document.resolve(item);
    if (field?.kind === "dictionary" && field.entries.has("Kids"))
      throw new PdfSyntaxError("the form has nested fields");
    const type = entryOf(document, field, "FT");
    const value = entryOf(document, field, "V");
    if (type?.kind === "name" && type.value === "Sig" && value?.kind === "dictionary") values.push(value);
  }
  const [dictionary, ...others] = values;
  if (dictionary === undefined) return null;
  if (others.length > 0) throw new PdfSyntaxError(`there are ${values.length} signatures`);
  const byteRange = dictionary.entries.get("ByteRange");
  const contents = dictionary.entries.get("Contents");
  if (byteRange?.kind !== "array" || contents?.kind !== "hex") {
    throw new PdfSyntaxError("the signature has no ByteRange and Contents");
  }
  return { dictionary, byteRange, contents };
}
