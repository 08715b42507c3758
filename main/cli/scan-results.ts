// From `--scan-results` and `--vex` to evidence: the files read, and what the user states beside them where they are silent.
import { resolve } from "node:path";
import { parseDay } from "../../shared/calendar-day.ts";
import type { Audit } from "../../shared/model/audit.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { ScanFile } from "../../shared/model/vulnerability.ts";
import { readScanText } from "../data/scan-results.ts";
import type { ScanEvidence } from "../scan-evidence.ts";
import { readScan } from "../vulnerability/read-scan.ts";
import { readOpenVex } from "../vulnerability/vex/read-openvex.ts";
import type { World } from "./world.ts";

export interface ScanOptions {
  readonly scanResults?: readonly string[];
  readonly vex?: readonly string[];
}

/**
 * All files of both options; null where neither is given. Throws FailureError: `usage`, `not-readable`, or `catalogue-invalid`
 * with file and place. A file that cannot be used ends the command: an audit never runs beside half of its evidence.
 */
export async function loadScanEvidence(
  { scanResults = [], vex = [] }: ScanOptions,
  { cwd }: Pick<World, "cwd">,
): Promise<ScanEvidence | null> {
  if (scanResults.length === 0 && vex.length === 0) return null;
  if (scanResults.length === 0) {
    throw new FailureError({
      kind: "usage",
      cause: "--vex speaks of findings; give those of a scanner with --scan-results",
    });
  }
  const scans: ScanFile[] = [];
  for (const word of scanResults) {
    const { path, stated } = readWord(word);
    const { text, digest } = await readScanText(resolve(cwd, path));
    const result = readScan(text, path);
    scans.push({ source: path, digest, result, ...(Object.keys(stated).length === 0 ? {} : { stated }) });
  }
  const documents = [];
  for (const path of vex) {
    const { text, digest } = await readScanText(resolve(cwd, path));
    documents.push(readOpenVex(text, path, digest));
  }
  return { scans, vex: documents };
}

/** `FILE[,on=DAY][,image=DIGEST]`; commas before that belong to the name. Throws `usage`. */
function readWord(word: string): { path: string; stated: NonNullable<ScanFile["stated"]> } {
  let path = word;
  let stated: NonNullable<ScanFile["stated"]> = {};
  for (;;) {
    const [whole = "", name, value = ""] = /,(on|image)=([^,]*)$/.exec(path) ?? [];
    if (name === undefined) return { path, stated };
    path = path.slice(0, path.length - whole.length);
    if (name === "on") {
      const scannedOn = parseDay(value);
      if (scannedOn === null) throw wrong(word, "on= takes a day, YYYY-MM-DD");
      stated = { ...stated, scannedOn };
    } else {
      if (!/^sha256:[0-9a-f]{64}$/.test(value)) throw wrong(word, "image= takes a digest, sha256: and 64 hex digits");
      stated = { ...stated, image: value };
    }
  }
}

function wrong(word: string, cause: string): FailureError {
  return new FailureError({ kind: "usage", cause: `--scan-results ${word}: ${cause}` });
}

/** A line for every scan that is of none of these images: it was read, and not used. */
export function unusedScanLines(evidence: ScanEvidence | null, images: readonly Pick<Audit, "facts">[]): string[] {
  const isOf = (file: ScanFile, { facts }: Pick<Audit, "facts">) =>
    facts.external.some(
      ({ kind, digest, data }) => digest === file.digest && (kind === "vulnerability-scan" || isOfImage(kind, data)),
    );
  return (evidence?.scans ?? [])
    .filter((file) => !images.some((image) => isOf(file, image)))
    .map(({ source, result: { image } }) => {
      const named = image.reference ?? image.digests[0] ?? "an image that it does not name";
      return `${source} is a scan of ${named}, which is none of the audited images; it was not used`;
    });
}

/** A scan that no rule counts is still of this image when it was bound to it by name or lacks a day. */
function isOfImage(kind: string, data: unknown): boolean {
  if (kind !== "vulnerability-scan-unusable" || typeof data !== "object" || data === null) return false;
  const why: unknown = Reflect.get(data, "why");
  const key: unknown = typeof why === "object" && why !== null ? Reflect.get(why, "key") : null;
  return key !== "vulnerability.scan-other" && key !== "vulnerability.scan-unnamed";
}
