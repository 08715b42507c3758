// Metadata of an installed Python project: `METADATA` (dist-info) and `PKG-INFO` (egg-info), headers like those of a mail,
// the description after the first empty line (packaging.python.org, "core metadata specifications").
import type { PackageDatabase } from "../package-database.ts";
import { databaseOf, packageOf } from "./manifest-value.ts";

/** Headers stand at the beginning; descriptions make up the rest. */
const maxHeader = 256 * 1024;

/** The one project; malformed when it has no name or version. Of a repeated field the first counts. */
export function parsePython(body: Buffer): PackageDatabase {
  const lines = body
    .toString("utf8", 0, maxHeader)
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    if (line === "") break;
    // A line that begins with a blank continues the one before, which is neither a name nor a version then.
    const match = /^(name|version)[ \t]*:(.*)$/i.exec(line);
    const key = match?.[1]?.toLowerCase();
    if (key !== undefined && !fields.has(key)) fields.set(key, match?.[2] ?? "");
  }
  return databaseOf("pypi", [packageOf(fields.get("name"), fields.get("version"))]);
}
