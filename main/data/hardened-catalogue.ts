// The catalogue of Docker Hardened Images that ships with the app.
import { HardenedCatalogue } from "../../shared/model/hardened-catalogue.ts";
import { invalid, readJson } from "./read-json.ts";

export type { HardenedCatalogue } from "../../shared/model/hardened-catalogue.ts";
export type LoadedHardened = HardenedCatalogue & { readonly digest: string };

/** Reads and checks the catalogue. Throws FailureError `not-readable` or `catalogue-invalid` with the place at fault. */
export async function loadHardened(file: string): Promise<LoadedHardened> {
  const { value, digest } = await readJson(file);
  const parsed = HardenedCatalogue.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    invalid(file, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit the schema"}`);
  }
  return { ...parsed.data, digest };
}
