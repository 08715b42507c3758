// The lines of /etc/shadow in their order, shadow(5): what each password field means and how a hash was made. The text has
// lost its hashes when it was read (password-field.ts).
import type { ShadowEntry } from "../../../shared/model/system-facts.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { hashScheme, passwordState } from "./password-field.ts";

const path = "/etc/shadow";
const maxEntries = 10_000;
const maxName = 256;

/** All entries, duplicates included; null where the image has no such file. Lines that are none become a limit on `system`. */
export function shadowEntries(files: ImageFiles): ShadowEntry[] | null {
  const file = files.text(path, "system", "accounts");
  if (file === null) return null;
  const entries: ShadowEntry[] = [];
  let malformed = 0;
  for (const line of file.content.split(/\r?\n/)) {
    if (line === "" || line.startsWith("#")) continue;
    const [name = "", field] = line.split(":", 2);
    if (field === undefined || name === "" || name.length > maxName) malformed++;
    else if (entries.length === maxEntries) {
      files.limits.add("gap", "system", path, "inspect.too-many", { path, limit: maxEntries }, file.layer);
      break;
    } else {
      const password = passwordState(field);
      entries.push(password === "hashed" ? { name, password, scheme: hashScheme(field) } : { name, password });
    }
  }
  if (malformed > 0) {
    files.limits.add("note", "system", path, "inspect.malformed-lines", { path, count: malformed }, file.layer);
  }
  return entries;
}
