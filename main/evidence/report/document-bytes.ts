// What every document of ours needs around its pages: its fonts, what is attached to it, and its bytes.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { FailureError } from "../../../shared/model/failure.ts";
import { fileCause } from "../../file-error.ts";
import { fontFiles } from "./paper.ts";
import type { Doc } from "./sheet.ts";

/** Throws FailureError `not-readable` where one of the font files is missing in `folder`. */
export async function checkFonts(folder: string): Promise<void> {
  for (const file of Object.values(fontFiles)) {
    const path = join(folder, file);
    try {
      await access(path);
    } catch (error) {
      throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
    }
  }
}

/** Attaches the data that the pages were made from; `at` is written as its date. */
export function attach(
  doc: Doc,
  file: { readonly name: string; readonly bytes: Uint8Array },
  at: Date,
  description = "Audit data of this report",
): void {
  const options = {
    name: file.name,
    type: "application/json",
    description,
    // What the pages were made from; PDF/A-3 wants every attachment to say so.
    relationship: "Source",
    creationDate: at,
    modifiedDate: at,
  };
  doc.file(Buffer.from(file.bytes), options);
}

/** Everything that the document writes, once it has ended; to be called before anything is written. */
export function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
}
