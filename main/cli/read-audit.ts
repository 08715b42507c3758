// `--from`: a stored audit, read back. The file may be anybody's: it is bounded before it is parsed, and checked whole.
import { readFile, stat } from "node:fs/promises";
import { AuditRun } from "../../shared/model/audit.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import { overBounds } from "../source/json-bounds.ts";

/** Audits of a thousand large images fit; their facts are most of it. */
const maximumBytes = 1024 * 1024 * 1024;
const bounds = { values: 40_000_000, depth: 64 };

/**
 * The run in a file as `plimsoll audit --format json` wrote it, or of a re-judgement. Throws FailureError `not-readable` with
 * the cause: no file, too large, no JSON, another schema, or the place that does not fit.
 */
export async function readAudit(path: string): Promise<AuditRun> {
  const bytes = await bytesOf(path);
  const over = overBounds(bytes, bounds);
  if (over !== null) throw unusable(path, `it ${over}`);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw unusable(path, `it is no JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  const schema = fieldOf(value, "schema");
  if (schema !== "plimsoll/audit-run@1" && schema !== "plimsoll/rejudgement@1") {
    const other = typeof schema === "string" ? `it is ${schema.slice(0, 80)}` : "it names no schema";
    throw unusable(path, `${other}, not plimsoll/audit-run@1`);
  }
  const parsed = AuditRun.safeParse(schema === "plimsoll/rejudgement@1" ? fieldOf(value, "run") : value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unusable(
    path,
    issue === undefined ? "it does not fit its schema" : `${issue.path.join(".")}: ${issue.message}`,
  );
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > maximumBytes) throw unusable(path, `it is larger than ${maximumBytes} bytes`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const failure = failureOf(error);
    throw unusable(path, "cause" in failure ? failure.cause : failure.kind, error);
  }
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function unusable(path: string, cause: string, error?: unknown): FailureError {
  return new FailureError({ kind: "not-readable", path, cause }, error === undefined ? undefined : { cause: error });
}
