// rpm's database in SQLite (`rpmdb.sqlite`, since rpm 4.16): a table `Packages` of number and header blob.
// Schema: rpm, lib/backend/sqlite.c.
import { SqlitePages } from "./sqlite-pages.ts";
import type { Column } from "./sqlite-record.ts";

const schemaRoot = 1;

/** The header blobs of a database; null stands for something that should be there and is not, or is not whole. */
export function* sqliteBlobs(file: Buffer): Generator<Buffer | null> {
  const pages = SqlitePages.of(file);
  if (pages === null) return yield null;
  if (!pages.whole) yield null;
  const root = packagesRoot(pages);
  if (root === null) return yield null;
  for (const columns of pages.rows(root)) {
    const blob = columns?.[1];
    yield blob?.kind === "blob" ? blob.bytes : null;
  }
}

/** The first page of the table, as the schema names it; null when there is no such table. */
function packagesRoot(pages: SqlitePages): number | null {
  for (const columns of pages.rows(schemaRoot)) {
    const [type, name, , root] = columns ?? [];
    if (textOf(type) === "table" && textOf(name)?.toLowerCase() === "packages" && root?.kind === "number") {
      const { length } = root.bytes;
      if (length <= 4) return root.bytes.readUIntBE(0, length);
    }
  }
  return null;
}

/** Names of a schema are short; text in UTF-16, which rpm never chooses, is not found. */
function textOf(column: Column | undefined): string | undefined {
  return column?.kind === "text" && column.bytes.length <= 100 ? column.bytes.toString("utf8") : undefined;
}
